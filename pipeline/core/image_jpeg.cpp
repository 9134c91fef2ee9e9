#include <cstddef>
#include <cstdio>
// libjpeg's headers want the two above first.
#include <jerror.h>
#include <jpeglib.h>

#include <csetjmp>
#include <vector>

#include "core/image_decoders.h"
#include "core/limits.h"

namespace handbill {
namespace {

struct Trouble {
  jpeg_error_mgr manager = {};
  std::jmp_buf exit = {};
  char fault[JMSG_LENGTH_MAX + 40] = {};
};

Trouble& trouble_of(j_common_ptr common) {
  return *reinterpret_cast<Trouble*>(common->err);
}

[[noreturn]] void on_jpeg_error(j_common_ptr common) {
  Trouble& trouble = trouble_of(common);
  char message[JMSG_LENGTH_MAX];
  trouble.manager.format_message(common, message);
  std::snprintf(trouble.fault, sizeof trouble.fault, "its data are damaged (%s)", message);
  std::longjmp(trouble.exit, 1);
}

// libjpeg goes on with grey where data is missing and calls it a warning.
void on_message(j_common_ptr common, int level) {
  if (level >= 0) return;
  const int code = common->err->msg_code;
  if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE) on_jpeg_error(common);
}

void on_progress(j_common_ptr common) {
  const auto* image = reinterpret_cast<j_decompress_ptr>(common);
  Trouble& trouble = trouble_of(common);
  if (image->input_scan_number <= limits::jpeg_scans) return;
  std::snprintf(trouble.fault, sizeof trouble.fault, "it has more than %d scans", limits::jpeg_scans);
  std::longjmp(trouble.exit, 1);
}

/// libjpeg's structures, freed whichever way reading ends.
struct JpegReader {
  Trouble trouble;
  jpeg_progress_mgr progress = {};
  jpeg_decompress_struct image = {};
  JpegReader() {
    image.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = on_jpeg_error;
    trouble.manager.emit_message = on_message;
  }
  ~JpegReader() { jpeg_destroy_decompress(&image); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
};

bool read_jpeg_header(JpegReader& reader, std::string_view bytes) {
  if (setjmp(reader.trouble.exit)) return false;
  jpeg_create_decompress(&reader.image);
  reader.progress.progress_monitor = on_progress;
  reader.image.progress = &reader.progress;
  jpeg_mem_src(&reader.image, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return jpeg_read_header(&reader.image, TRUE) == JPEG_HEADER_OK;
}

bool start(JpegReader& reader) {
  if (setjmp(reader.trouble.exit)) return false;
  // All data is decoded, but none of it is looked at: no colour conversion, and an eighth of the pixels.
  reader.image.out_color_space = reader.image.jpeg_color_space;
  reader.image.scale_num = 1;
  reader.image.scale_denom = 8;
  return jpeg_start_decompress(&reader.image) == TRUE;
}

bool read_jpeg_rows(JpegReader& reader, JSAMPROW row) {
  if (setjmp(reader.trouble.exit)) return false;
  while (reader.image.output_scanline < reader.image.output_height) jpeg_read_scanlines(&reader.image, &row, 1);
  return jpeg_finish_decompress(&reader.image) == TRUE;
}

}  // namespace

Decoded decode_jpeg(std::string_view bytes) {
  JpegReader reader;
  Decoded decoded;
  const bool header = read_jpeg_header(reader, bytes);
  decoded.width = reader.image.image_width;
  decoded.height = reader.image.image_height;
  const bool too_big = reader.trouble.manager.msg_code == JERR_IMAGE_TOO_BIG;
  if (too_big || (header && !within_limits(decoded.width, decoded.height))) {
    decoded.outcome = Decoded::Outcome::too_large;
    return decoded;
  }
  if (header && reader.image.num_components == 2) {
    decoded.fault = "it has two colours, which no JPEG file should have";
    return decoded;
  }
  if (header && start(reader)) {
    std::vector<JSAMPLE> row(static_cast<std::size_t>(reader.image.output_width) *
                             static_cast<std::size_t>(reader.image.output_components));
    if (read_jpeg_rows(reader, row.data())) decoded.outcome = Decoded::Outcome::sound;
  }
  decoded.fault = reader.trouble.fault;
  return decoded;
}

}  // namespace handbill
