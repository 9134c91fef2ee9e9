#include "render/pdf/subset.h"

#include <hb-subset.h>

#include <memory>

#include "core/files.h"

namespace handbill::pdf {
namespace {

template <auto destroy>
struct Destroyer {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};

template <class T, auto destroy>
using Owned = std::unique_ptr<T, Destroyer<destroy>>;

using Input = Owned<hb_subset_input_t, hb_subset_input_destroy>;
using Plan = Owned<hb_subset_plan_t, hb_subset_plan_destroy>;
using OwnedFace = Owned<hb_face_t, hb_face_destroy>;
using Blob = Owned<hb_blob_t, hb_blob_destroy>;

// A PDF reader needs outlines and widths; it has been told the text, and shapes nothing.
constexpr hb_tag_t needless_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('k', 'e', 'r', 'x'),
    HB_TAG('m', 'o', 'r', 'x'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('O', 'S', '/', '2'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'), HB_TAG('c', 'v', 'a', 'r'),
    HB_TAG('H', 'V', 'A', 'R'), HB_TAG('V', 'V', 'A', 'R'), HB_TAG('M', 'V', 'A', 'R'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('h', 'd', 'm', 'x'),
    HB_TAG('L', 'T', 'S', 'H'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
    HB_TAG('S', 'V', 'G', ' '), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('P', 'C', 'L', 'T'), HB_TAG('E', 'B', 'D', 'T'),
    HB_TAG('E', 'B', 'L', 'C'), HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'), HB_TAG('s', 'b', 'i', 'x'),
};

Input make_input(const std::vector<GlyphId>& glyphs) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) throw MachineError("There is not enough memory to embed a font.");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const GlyphId glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t table : needless_tables) hb_set_add(dropped, table);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

}  // namespace

Subset subset(const Face& face, const std::vector<GlyphId>& glyphs) {
  const Input input = make_input(glyphs);
  const Plan plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
  const OwnedFace made(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!made) throw MachineError("The font " + face.path().string() + " cannot be embedded: it is damaged.");

  Subset result;
  const Blob blob(hb_face_reference_blob(made.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  result.bytes.assign(data, size);
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const GlyphId glyph : glyphs) {
    const hb_codepoint_t mapped = hb_map_get(mapping, glyph);
    result.glyphs[glyph] = mapped == HB_MAP_VALUE_INVALID ? GlyphId{0} : static_cast<GlyphId>(mapped);
  }
  return result;
}

}  // namespace handbill::pdf
