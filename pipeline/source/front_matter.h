// What stands between the --- lines at a page's start.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.h"
#include "core/language.h"
#include "document/document.h"

namespace handbill {

/// A page cut in two.
struct PageParts {
  bool has_front_matter = false;
  std::string_view yaml;  ///< from line 2 on
  std::size_t body = 0;   ///< where the Markdown starts, in bytes
};

/// Cuts a page. Front matter that never ends is reported at line 1, and all from line 2 on is Markdown then.
Result<PageParts> cut_page(std::string_view text, const Place& file);

struct ReadFrontMatter {
  FrontMatter front;
  std::optional<Language> language;  ///< `lang:`
};

/// Reads front matter whose first character is at `start`. Its texts are inline Markdown.
Result<ReadFrontMatter> read_front_matter(std::string_view yaml, const Place& start);

}  // namespace handbill
