// Plain text as the programs see it that show it.
#pragma once

#include <string>
#include <vector>

#include "core/language.h"

namespace handbill::test {

std::vector<std::string> text_lines(const std::string& text);

/// A line as a program shows it that takes every line to be written in `direction`, from left to right, without
/// invisible characters and the spaces at its ends. ICU's reading of UAX #9, not ours.
std::string shown_in(const std::string& line, Direction direction);

/// The same for a program that takes a line's direction from its first letter.
std::string shown_by_first_letter(const std::string& line);

/// Whether a text has an invisible character that says a direction.
bool has_bidi_controls(const std::string& text);

/// What a mail program makes of a body with `format=flowed; delsp=no` (RFC 3676, 4): a line per paragraph, ">" before
/// what is quoted. Fails the test where the body breaks the format's rules.
std::vector<std::string> joined_again(const std::string& body);

}  // namespace handbill::test
