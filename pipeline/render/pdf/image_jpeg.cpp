#include "render/pdf/image_dictionary.h"
#include "render/pdf/image_pixels.h"
#include "render/pdf/images.h"

namespace handbill::pdf {

/// CMYK becomes RGB: of the device's colours, a PDF/A file may use only those of its output intent (ISO
/// 19005-2, 6.2.4.3), which is sRGB's.
Object embed_jpeg(Haru& haru, const Image& image) {
  const JpegFacts facts = jpeg_facts(image);
  if (facts.components == 4) return embed_for_press(haru, image, Press());
  Dictionary dictionary = image_dictionary(image, facts.components == 1 ? "/DeviceGray" : "/DeviceRGB", facts.bits);
  dictionary.add_name("Filter", "DCTDecode");
  return haru.add_encoded_stream(dictionary, image.bytes);
}

}  // namespace handbill::pdf
