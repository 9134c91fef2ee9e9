// Images as XObjects, each once per document.
#pragma once

#include <map>
#include <vector>

#include "core/image.h"
#include "render/pdf/haru.h"
#include "render/pdf/press.h"

namespace handbill::pdf {

/// PNG and JPEG files go into the document as they are wherever PDF can read what is in them and PDF/A allows it beside
/// sRGB: nothing is decoded, and nothing is compressed a second time.
Object embed_png(Haru& haru, const Image& image);
Object embed_jpeg(Haru& haru, const Image& image);

/// The image's pixels in the press's inks; its transparency is a soft mask.
Object embed_for_press(Haru& haru, const Image& image, const Press& press);

class DocumentImages {
 public:
  /// Adds the image if it is not there yet.
  void add(const ImagePtr& image);

  /// Its resource is /I<number>. Numbered from 1 in the order they were added. The image must be there; threads may ask
  /// at the same time, as long as nobody adds.
  std::uint32_t number_of(const Image& image) const;

  /// The entries of the pages' /XObject resource. For a press that does not print what is in the files, the pixels
  /// are converted.
  Dictionary embed(Haru& haru, const Press& press) const;

 private:
  std::vector<ImagePtr> images_;
  std::map<const Image*, std::uint32_t> numbers_;  // looked up, never walked
};

}  // namespace handbill::pdf
