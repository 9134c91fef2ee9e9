// Comparing texts word by word: did what was written come out at the other end?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::test {

using Words = std::vector<std::string>;

/// The words between white space, in the form in which two texts can be compared: NFKC, without bidi controls, soft
/// hyphens and tatweel, and with the parts of a word joined that a hyphen at a line's end had set apart.
Words words(std::string_view utf8);

/// Words reduced to their letters and digits, in lower case: a hyphen a line break fell on, curled quotes, full stops,
/// headings set in capitals and a note's number at a word's end make no difference. Dashes and slashes separate words.
Words bare_words(std::string_view utf8);

/// What a reader of a Markdown page should find in it: its text without front matter, markup, link addresses,
/// shortcodes and HTML tags. Made with patterns, on purpose not with our own parser.
std::string markdown_text(std::string_view source);

/// Those of `wanted` that `got` does not have as often.
Words lost(const Words& wanted, const Words& got);

/// The share of `wanted` that `got` has, in any order.
double share_found(const Words& wanted, const Words& got);

/// How far the two agree in order, from 0 to 1: twice the words in matching blocks, by all words (Ratcliff and
/// Obershelp's measure, as Python's difflib has it).
double share_in_order(const Words& a, const Words& b);

}  // namespace handbill::test
