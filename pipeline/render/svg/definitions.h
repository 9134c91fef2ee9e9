// What pictures share: outlines of glyphs, and images.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/image.h"
#include "text/face.h"

namespace handbill::svg {

/// Collects what pictures refer to, in the order of first use, so that the same pictures give the same names.
class Definitions {
 public:
  /// Names begin with `prefix`: one letter or more, so that they differ from all others in the document.
  explicit Definitions(std::string prefix = "g") : prefix_(std::move(prefix)) {}

  /// The name of a glyph's outline, in units of the face with y downwards from the baseline; empty for a glyph that
  /// draws nothing. The name lives as long as this object.
  const std::string& name_of(const FacePtr& face, GlyphId glyph);

  /// The name of an image, one unit wide and high.
  const std::string& name_of(const ImagePtr& image);

  /// All that was asked for, as a <defs> element.
  std::string markup() const;

  /// How large that is.
  std::size_t bytes() const { return definitions_.size(); }

 private:
  std::string next_name();

  std::string prefix_;
  std::map<std::pair<const Face*, GlyphId>, std::string> glyphs_;
  std::map<const Image*, std::string> images_;
  std::vector<FacePtr> faces_;         ///< kept alive, because their addresses are keys
  std::vector<ImagePtr> image_files_;  ///< likewise
  std::string definitions_;
  std::size_t count_ = 0;
};

}  // namespace handbill::svg
