// What the project's content says, read without the program's own stages: the words that must come out again.
#pragma once

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

}  // namespace handbill::test
