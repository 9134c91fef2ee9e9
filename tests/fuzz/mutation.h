// Inputs that nobody wrote, made from some that somebody did.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace handbill::fuzz {

/// One of `seeds`, changed in a few places: bytes are changed, left out, repeated, or exchanged for a piece of another
/// seed or a word of `dictionary`. The same everywhere for the same state of `random`.
std::string mutated(const std::vector<std::string>& seeds, const std::vector<std::string>& dictionary,
                    std::mt19937& random);

/// The words of a dictionary as libFuzzer writes them: a word in quotation marks a line, with \\, \" and \x41 in it.
std::vector<std::string> read_dictionary(const std::string& text);

}  // namespace handbill::fuzz
