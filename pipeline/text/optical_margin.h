// Hanging punctuation: what may stand out into the margin so that the margin looks straight.
#pragma once

#include <string_view>

namespace handbill {

/// The share of its advance by which a character stands out when a line starts or ends with it: small marks that leave
/// a dent in the margin. The character at `offset`; the same on either side of the page, since start and end turn with
/// the direction.
double share_hanging_at_start(std::u16string_view text, std::size_t offset);
double share_hanging_at_end(std::u16string_view text, std::size_t offset);

/// Of a hyphen that the setter adds.
inline constexpr double hyphen_share_hanging = 0.5;

}  // namespace handbill
