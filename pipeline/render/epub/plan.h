// How a document is divided into the files of a publication, and where in them everything is.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/images.h"

namespace handbill::epub {

inline constexpr const char* cover_file = "cover.xhtml";

/// A place to link to: a file of the publication and an element in it.
struct Target {
  std::string file;
  std::string id;
};

/// A heading with all that follows up to the next one of its level.
struct Section {
  const Heading* heading = nullptr;
  std::span<const Block> blocks;  ///< the heading first
  bool continues = false;         ///< a further part of a long section; its heading is of a lower level
};

/// A content document. The title page has no sections, only its front matter and the blocks before the first section.
struct ContentFile {
  std::string name;
  std::span<const Block> opening;  ///< the title page's blocks
  std::vector<Section> sections;
};

/// A heading as the table of contents lists it.
struct Entry {
  const Heading* heading = nullptr;
  int depth = 1;  ///< 1: a section, 2: a heading of the next level in it, and so on
  Target target;
};

struct ImageFile {
  std::string name;  ///< "images/image-1.jpg"
  std::string media_type;
  ImagePtr image;
};

/// Borrows from the document it was made for.
struct Plan {
  const Heading* title = nullptr;  ///< the heading that serves as title where the front matter has none
  bool has_title_page = false;     ///< when it has, that is files.front()
  std::vector<ContentFile> files;  ///< in reading order, never empty
  std::vector<Entry> entries;      ///< headings that stand between blocks of the page itself, in reading order
  std::map<const Heading*, Target> headings;
  std::map<std::string, Target, std::less<>> anchors;    ///< by the heading's id in the document
  std::map<std::string, ImageFile, std::less<>> images;  ///< by the address the document has for it

  const Target* anchor(std::string_view address) const;    ///< of "#id"; null when nothing has that id
  const ImageFile* image(std::string_view address) const;  ///< null when it could not be loaded
};

enum class CoverKind : std::uint8_t { text, picture };

/// Sections start at the highest level of heading; a single first-level heading at the start is the page's title, and
/// sections start at the level below it. What stands before them is the title page; where nothing does and the cover
/// says the title in letters, the cover is followed by the first section. A section has a file, and so a new page, of
/// its own, except that neighbours shorter than a phone's screen share one, and a long section goes on in further files
/// at its headings.
Plan plan_files(const Document& document, const Images& images, CoverKind cover);

}  // namespace handbill::epub
