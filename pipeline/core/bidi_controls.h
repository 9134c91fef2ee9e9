// The characters that isolate text of one direction inside text of another (UAX #9, section 2.4).
#pragma once

namespace handbill {

inline constexpr char16_t left_to_right_isolate = u'\u2066';
inline constexpr char16_t right_to_left_isolate = u'\u2067';
inline constexpr char16_t first_strong_isolate = u'\u2068';
inline constexpr char16_t pop_isolate = u'\u2069';

}  // namespace handbill
