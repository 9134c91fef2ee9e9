// Pages for tests, and what parsing says about them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "source/parse.h"

namespace handbill::test {

/// Parses `text` as page.md, in English.
Result<Document> parse_page(const std::string& text);

/// All of it, as users see it.
std::string told(const Diagnostics& diagnostics);

/// For each named page: its text, the document's dump with places, and what was said about it. For golden files.
std::string transcript(const std::vector<std::pair<std::string, std::string>>& pages);

}  // namespace handbill::test
