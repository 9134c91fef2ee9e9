// Invisible characters that steer the order of text.
#pragma once

#include <string>
#include <string_view>

namespace handbill {

/// What is wrong with the bidi control characters of a translated text, as the middle of a sentence ("has an override
/// U+202E, …"); empty when nothing is. Overrides can make a text read differently from what it says; embeddings and
/// isolates that are not closed reach beyond the text. Marks (U+200E, U+200F, U+061C), closed isolates and embeddings,
/// and the joiners U+200C and U+200D are what some languages need, and fine.
std::string bidi_control_fault(std::string_view utf8);

}  // namespace handbill
