// The fonts of a document: CIDs while its pages are written, embedded font files afterwards.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "render/pdf/cids.h"
#include "render/pdf/haru.h"
#include "render/pdf/page_cids.h"
#include "text/face.h"

namespace handbill::pdf {

/// One face as a Type0 font with a CIDFontType2 descendant (ISO 32000-1, 9.7).
class DocumentFont {
 public:
  DocumentFont(FacePtr face, std::uint32_t number);

  const Face& face() const { return *face_; }
  std::uint32_t number() const { return number_; }  ///< its resource is /F<number>
  double width(GlyphId glyph) const;                ///< thousandths of the type size, as the file's W array says

  /// A glyph that shows nothing, to carry characters that have no glyph of their own. Its advance is zero unless the
  /// face has no such glyph, when it is the space.
  GlyphId blank() const { return blank_; }

  /// Gives what a page shows its numbers in the document.
  CidNumbers number(const PageFont& page);

  /// What the file holds of it, made on any thread and added afterwards.
  struct Program;
  Program program(Haru& haru) const;
  Object add(Haru& haru, Program program) const;

 private:
  std::string widths(const std::vector<GlyphId>& glyphs) const;

  FacePtr face_;
  std::uint32_t number_;
  GlyphId blank_;
  CidTable cids_;
};

/// The fonts in the order they were first used.
class DocumentFonts {
 public:
  /// Adds the face if it is not there yet.
  DocumentFont& add(const FacePtr& face);

  /// A font that is there. Threads may ask at the same time, as long as nobody adds.
  const DocumentFont& of(const Face& face) const;

  /// Gives what a page shows its numbers in the document: to be called page after page.
  std::vector<CidNumbers> number(const PageCids& page);

  /// The entries of the pages' /Font resource. The files are cut on `workers` threads, as for_each_index() takes them.
  Dictionary embed(Haru& haru, std::size_t workers) const;

 private:
  std::vector<std::unique_ptr<DocumentFont>> fonts_;
  std::map<const Face*, DocumentFont*> by_face_;  // looked up, never walked: addresses have no lasting order
};

}  // namespace handbill::pdf
