// A project's own interface files, checked.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/files.h"
#include "core/language.h"
#include "project/project.h"

namespace handbill {

/// Checks the interface.yaml of the given languages and of those they fall back to, as far as the project has them.
/// The value is what they say about quotation marks (InterfaceFile::quotes), by language. Diagnostics: as
/// check_interface().
Result<std::map<Language, std::string>> check_words(const std::vector<Language>& locales, const Project& project,
                                                    const Files& files);

}  // namespace handbill
