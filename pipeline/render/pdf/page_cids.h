// The CIDs of one page, before it is known what is on the pages before it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/pdf/cids.h"

namespace handbill::pdf {

class DocumentFont;

/// What a page shows of one font, in order of first use on the page.
class PageFont {
 public:
  explicit PageFont(const DocumentFont& font) : font_(&font) {}

  struct Shown {
    CidNumber number = 0;
    double width = 0;  ///< as DocumentFont::width()
  };
  Shown of(const CidMeaning& meaning);
  void clear();

  const DocumentFont& font() const { return *font_; }
  const CidTable& cids() const { return cids_; }

 private:
  const DocumentFont* font_;
  CidTable cids_;
  std::vector<double> widths_{0};  ///< by number
  std::vector<CidNumber> last_;    ///< by glyph: what it was used for last, mostly the same again; 0 for nothing
};

class PageCids {
 public:
  PageFont& of(const DocumentFont& font);
  void clear();  ///< for the next page: the fonts stay, with nothing shown
  const std::vector<PageFont>& fonts() const { return fonts_; }

 private:
  std::vector<PageFont> fonts_;
};

/// CIDs in a content stream that stand next to each other, two bytes each.
struct CidRange {
  std::uint32_t at = 0;  ///< of the first one's first byte
  std::uint32_t count = 0;
  std::uint32_t font = 0;  ///< number
};

/// What is shown of a font: the numbers in the document by those on the page.
struct CidNumbers {
  std::uint32_t font = 0;
  std::vector<CidNumber> numbers;
};

/// Puts the document's CIDs in the place of the page's numbers.
void renumber(std::string& content, const std::vector<CidRange>& ranges, const std::vector<CidNumbers>& fonts);

}  // namespace handbill::pdf
