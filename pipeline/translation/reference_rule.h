// What a translation may not change: where its source's links, images and footnote marks lead.
#pragma once

#include <optional>
#include <string_view>

#include "core/diagnostic.h"
#include "document/inline.h"

namespace handbill {

/// A unit in two languages.
struct TranslatedText {
  const Inlines& source;
  const Inlines& target;
  std::string_view unit;      ///< its id
  std::string_view markdown;  ///< the target as it was written
  Place place;                ///< where that starts
};

/// A `link-changed` error unless target and source have the same links, images and footnote marks, as often and in
/// any order. Addresses are compared as parsed, so that no way of writing one hides a change; a link that was meant
/// to be one but is not written as one gets a hint of its own.
std::optional<Diagnostic> check_references(const TranslatedText& text);

}  // namespace handbill
