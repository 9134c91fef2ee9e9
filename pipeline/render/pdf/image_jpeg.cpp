#include "core/diagnostic.h"
#include "render/pdf/image_dictionary.h"
#include "render/pdf/images.h"

namespace handbill::pdf {
namespace {

struct JpegFacts {
  unsigned bits = 8;
  unsigned components = 3;
};

unsigned byte_at(const std::string& bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool is_frame_header(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks the marker segments (ITU-T T.81, annex B) up to the frame header. The image is known to be sound.
JpegFacts read_facts(const std::string& bytes) {
  JpegFacts facts;
  std::size_t at = 2;
  while (at + 4 < bytes.size()) {
    if (byte_at(bytes, at) != 0xFF || byte_at(bytes, at + 1) == 0xFF) {
      ++at;  // fill bytes may stand before a marker
      continue;
    }
    const unsigned marker = byte_at(bytes, at + 1);
    if (is_frame_header(marker)) {
      facts.bits = byte_at(bytes, at + 4);
      facts.components = byte_at(bytes, at + 9);
      return facts;
    }
    at += 2 + (byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3));
  }
  internal_error("a JPEG image that was decoded before has no frame");
}

}  // namespace

/// CMYK becomes RGB: of the device's colours, a PDF/A file may use only those of its output intent (ISO
/// 19005-2, 6.2.4.3), which is sRGB's.
Object embed_jpeg(Haru& haru, const Image& image) {
  const JpegFacts facts = read_facts(image.bytes);
  if (facts.components == 4) return embed_for_press(haru, image, Press());
  Dictionary dictionary = image_dictionary(image, facts.components == 1 ? "/DeviceGray" : "/DeviceRGB", facts.bits);
  dictionary.add_name("Filter", "DCTDecode");
  return haru.add_encoded_stream(dictionary, image.bytes);
}

}  // namespace handbill::pdf
