// What becomes of texts that are not, or no longer quite, translated.
#pragma once

#include <cstdint>

#include "core/diagnostic.h"

namespace handbill {

/// What to do with a text that has no translation: show it in the source's language, tagged as such; leave its block
/// out; or make no file.
enum class Untranslated : std::uint8_t { source, omit, fail };

/// What to do with a translation of an earlier text: use it, take the text for untranslated, or make no file.
enum class Stale : std::uint8_t { use, source, fail };

struct TranslationPolicy {
  Untranslated untranslated = Untranslated::source;
  Stale stale = Stale::use;
  int minimum = 0;    ///< per cent of the texts that must be translated, or no file is made
  bool note = false;  ///< a line in the reader's language says where texts are in another
  Place place;        ///< where one of these was said
};

}  // namespace handbill
