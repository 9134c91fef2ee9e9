// Facts about a publication that its package states.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace handbill::epub {

/// "urn:uuid:…": the name-based UUID (version 5) of the page's address, so that the same page in the same language is
/// the same publication however often it is built.
std::string identifier(std::string_view site, const Document& document);

/// An ISO 8601 date, with or without a time, as the day "2026-12-12"; nothing for anything else.
std::optional<std::string> day(std::string_view iso);

/// The same as a moment in UTC, "2026-12-12T00:00:00Z": a date without a time is its midnight.
std::optional<std::string> moment(std::string_view iso);

/// When the publication was last changed: what the front matter says, and the same moment for every page that says
/// nothing, because a clock would make each build another publication.
std::string last_modified(const FrontMatter& front);

}  // namespace handbill::epub
