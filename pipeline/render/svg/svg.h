// Pages to SVG pictures (SVG 2; what SVG 1.1 has as well, but for `href` without a name space).
//
// Letters are outlines, so that a picture looks the same wherever it is shown and needs no font. An outline is written
// once and used where it stands; pictures that stand in one file share them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "layout/pages.h"
#include "render/svg/definitions.h"

namespace handbill::svg {

struct PictureOptions {
  /// The picture in words, for whoever does not see it; the document's title where empty.
  std::string title;
  std::string description;  ///< likewise, longer; none where empty
  /// Whether what can be clicked on the page can be clicked in the picture.
  bool links = true;
  /// What a link to a page of the same document leads to, by the page's index; without it those links are left out.
  std::function<std::string(std::uint32_t page)> page_address;
};

/// A page as an <svg> element, as large as the trimmed page. It refers to `definitions`, which must stand in the same
/// document.
std::string picture(const Pages& pages, std::uint32_t page, Definitions& definitions,
                    const PictureOptions& options = {});

/// A page as an SVG file of its own: the element with its definitions in it.
std::string file(const Pages& pages, std::uint32_t page, const PictureOptions& options = {});

}  // namespace handbill::svg
