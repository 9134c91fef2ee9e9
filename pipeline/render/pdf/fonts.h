// The fonts of a document: CIDs while its pages are written, embedded font files afterwards.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/pdf/cids.h"
#include "render/pdf/haru.h"
#include "text/face.h"

namespace handbill::pdf {

/// One face as a Type0 font with a CIDFontType2 descendant (ISO 32000-1, 9.7).
class DocumentFont {
 public:
  DocumentFont(FacePtr face, std::uint32_t number);

  const Face& face() const { return *face_; }
  std::uint32_t number() const { return number_; }  ///< its resource is /F<number>
  Cid cid(const CidMeaning& meaning) { return cids_.of(meaning); }
  double width(GlyphId glyph) const;  ///< thousandths of the type size, as the file's W array says

  /// A glyph that shows nothing, to carry characters that have no glyph of their own. Its advance is zero unless the
  /// face has no such glyph, when it is the space.
  GlyphId blank();

  Object embed(Haru& haru) const;

 private:
  FacePtr face_;
  std::uint32_t number_;
  CidTable cids_;
  std::optional<GlyphId> blank_;
};

/// The fonts in the order they were first used.
class DocumentFonts {
 public:
  DocumentFont& of(const FacePtr& face);

  /// The entries of the pages' /Font resource.
  Dictionary embed(Haru& haru) const;

 private:
  std::vector<std::unique_ptr<DocumentFont>> fonts_;
  std::map<const Face*, DocumentFont*> by_face_;  // looked up, never walked: addresses have no lasting order
};

}  // namespace handbill::pdf
