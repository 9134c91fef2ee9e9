// What CommonMark looks at to decide whether a run of *, _ or ~ opens or closes something: the kinds of character on
// its two sides.
#pragma once

#include <cstdint>

namespace handbill {

enum class Side : std::uint8_t {
  space,        ///< white space, or an end of the text
  punctuation,  ///< ASCII symbols and every Unicode P category
  other,
  unsure,  ///< depends on how a neighbour will be written; whoever asks must be careful
};

/// The kind of one character.
Side side_of(char32_t character);

struct Flanking {
  bool opens = false;
  bool closes = false;
};

/// What a run of `delimiter` between `before` and `after` can do. An unsure side lets it do both.
Flanking flanking(char delimiter, Side before, Side after);

}  // namespace handbill
