// The proof's pictures, which share their glyphs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "imposition/sheets.h"
#include "layout/pages.h"
#include "render/svg/definitions.h"

namespace handbill::proof {

struct Picture {
  std::string id;     ///< of the element that the page gives it
  std::string what;   ///< "Page" or "Sheet"
  std::string label;  ///< the page's number as it is printed, or as it is counted
  std::string svg;
};

/// How many pages of one file are pictured: enough for anything that is folded and stapled by hand.
inline constexpr std::size_t most_pictures = 40;

/// How large all pictures may be together, before no further file is pictured. Browsers show a page of this size within
/// seconds.
inline constexpr std::size_t most_bytes = 48 * 1024 * 1024;

class Album {
 public:
  /// Draws the first pages; none when there is no more room. `name` begins their ids.
  std::vector<Picture> draw(const Pages& pages, const std::string& name);

  /// The same for the sides of sheets, on which the pages of `documents` lie.
  std::vector<Picture> draw(const Sheets& sheets, const std::vector<const Pages*>& documents, const std::string& name);

  /// The glyphs and images of all pictures drawn so far.
  std::string definitions() const { return definitions_.markup(); }

 private:
  bool is_full() const { return bytes_ + definitions_.bytes() > most_bytes; }

  svg::Definitions definitions_;
  std::size_t bytes_ = 0;
};

}  // namespace handbill::proof
