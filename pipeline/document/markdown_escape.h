// The parts of Markdown's escaping that depend on nothing but the text at hand.
#pragma once

#include <string>
#include <string_view>

namespace handbill {

bool is_ascii_punctuation(char character);

/// Whether `text` starts with what would be read as a character reference: "&amp;", "&#8212;".
bool starts_reference(std::string_view text);

/// What goes between the parentheses of a link or an image.
std::string destination_markdown(const std::string& address, const std::string& title);

/// Whether a link shows its own address, so that Markdown has a short form for it: the same text, or with http://
/// before www. or mailto: before an e-mail address.
bool is_own_address(std::string_view text, std::string_view address);

/// Whether GFM makes exactly this link of `text` by itself, standing between spaces.
bool links_itself(std::string_view text, std::string_view address);

/// Whether <text> is an autolink.
bool fits_angle_brackets(std::string_view text, std::string_view address);

}  // namespace handbill
