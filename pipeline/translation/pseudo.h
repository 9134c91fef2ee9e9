// Pseudo-locales: translations that no translator has made.
//
// They find what is not translatable and what does not fit, before there is a translation. Unicode's CLDR reserves the
// regions XA and XB for them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/language.h"
#include "document/document.h"

namespace handbill {

enum class Pseudo : std::uint8_t {
  accented,  ///< en-XA: Latin letters with accents, and words 40% longer
  mirrored,  ///< ar-XB: Latin letters as Arabic ones, with Arabic digits and marks, from right to left
};

std::optional<Pseudo> pseudo_of(const Language& locale);

/// The document in a pseudo-locale, which must be one. What a translator keeps is kept: code, link addresses (also as
/// text), words that look like an address, {placeholders}. Mirrored text is real Arabic script rather than Latin turned
/// round by control characters: it is shaped, joined and broken as what comes later will be.
Document pseudo_localise(const Document& document, const Language& locale);

/// An interface.yaml with every message in a pseudo-locale.
std::string pseudo_interface(const Language& locale);

/// Text outside of markup in a pseudo-locale.
std::string pseudo_text(std::string_view utf8, Pseudo pseudo);

}  // namespace handbill
