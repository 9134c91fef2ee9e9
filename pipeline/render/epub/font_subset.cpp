#include "render/epub/font_subset.h"

#include <hb-subset.h>

#include <memory>

#include "core/files.h"

namespace handbill::epub {
namespace {

using SubsetInput = std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)>;
using OwnedFace = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using Blob = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;

}  // namespace

std::string font_subset(const Face& face, const std::set<char32_t>& characters) {
  const SubsetInput input(hb_subset_input_create_or_fail(), hb_subset_input_destroy);
  if (!input) throw MachineError("There is not enough memory to embed a font.");
  for (const char32_t character : characters) hb_set_add(hb_subset_input_unicode_set(input.get()), character);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  const OwnedFace made(hb_subset_or_fail(face.hb_face(), input.get()), hb_face_destroy);
  if (!made) throw MachineError("The font " + face.path().string() + " cannot be embedded: it is damaged.");
  const Blob blob(hb_face_reference_blob(made.get()), hb_blob_destroy);
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data, size};
}

}  // namespace handbill::epub
