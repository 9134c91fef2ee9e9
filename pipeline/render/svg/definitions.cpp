#include "render/svg/definitions.h"

#include <algorithm>
#include <array>
#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <charconv>

#include "render/svg/outline.h"

namespace handbill::svg {
namespace {

std::string base64(const std::string& bytes) {
  namespace its = boost::archive::iterators;
  using Digits = its::base64_from_binary<its::transform_width<std::string::const_iterator, 6, 8>>;
  std::string out(Digits(bytes.begin()), Digits(bytes.end()));
  return out.append((3 - bytes.size() % 3) % 3, '=');
}

std::string_view media_type(Image::Format format) {
  switch (format) {
    case Image::Format::png:
      return "image/png";
    case Image::Format::jpeg:
      return "image/jpeg";
  }
  internal_error("an image format without a media type");
}

}  // namespace

// Short, because a page names its glyphs thousands of times.
std::string Definitions::next_name() {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), count_++, 36).ptr;
  return prefix_ + std::string(digits.data(), end);
}

const std::string& Definitions::name_of(const FacePtr& face, GlyphId glyph) {
  const auto [at, is_new] = glyphs_.try_emplace({face.get(), glyph});
  if (!is_new) return at->second;
  if (std::find(faces_.begin(), faces_.end(), face) == faces_.end()) faces_.push_back(face);
  const std::string path = outline(*face, glyph);
  if (path.empty()) return at->second;
  at->second = next_name();
  definitions_ += "<path id=\"" + at->second + "\" d=\"" + path + "\"/>\n";
  return at->second;
}

const std::string& Definitions::name_of(const ImagePtr& image) {
  const auto [at, is_new] = images_.try_emplace(image.get());
  if (!is_new) return at->second;
  image_files_.push_back(image);
  at->second = next_name();
  definitions_ += "<image id=\"" + at->second + "\" width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"data:";
  definitions_ += media_type(image->format);
  definitions_ += ";base64," + base64(image->bytes) + "\"/>\n";
  return at->second;
}

std::string Definitions::markup() const {
  return "<defs>\n" + definitions_ + "</defs>";
}

}  // namespace handbill::svg
