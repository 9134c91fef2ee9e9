// How scripts are scaled so that they look alike in size beside each other.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "design/theme.h"

namespace handbill {

/// How a script's type is scaled against Latin type of the same nominal size.
struct ScriptFit {
  double size = 1;
  double leading = 1;
  double display = 1;  ///< size of titles and headings, whose faces differ more than those of running text
};

/// By ISO 15924 code, those of whole writing systems (Jpan, Kore, Hans) too.
using ScriptFits = std::map<std::string, ScriptFit, std::less<>>;

double size_factor(const ScriptFit& fit, const TypeSpec& type);

/// What each script's size is beside type that is scaled by `own` for its document's script, `document`. Null when all
/// are alike.
std::shared_ptr<const ScriptSizes> sizes_beside(const ScriptFits& fits, const std::string& document, double own,
                                                const TypeSpec& type);

}  // namespace handbill
