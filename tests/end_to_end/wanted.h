// What the project's content says, read without the program's own stages: the words that must come out again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/words.h"

namespace handbill::test {

/// The names in content/ and the locales in handbill.yaml.
std::vector<std::string> content_documents();
std::vector<std::string> project_locales();

/// All words of a document's text in a locale, but not the descriptions of its images: in the source language from
/// content/, in the others from the locale file.
Words wanted_words(const std::string& document, const std::string& locale);

/// The body of a page in content/, in a locale, as the words of each block in the order they are read in.
std::vector<Words> wanted_blocks(const std::string& document, const std::string& locale);

/// The same of one page: the words of each line.
std::vector<Words> blocks_of_page(const std::filesystem::path& path);

}  // namespace handbill::test
