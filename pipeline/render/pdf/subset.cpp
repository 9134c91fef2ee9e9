#include "render/pdf/subset.h"

#include <hb-subset.h>

#include <algorithm>
#include <iterator>
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
constexpr hb_tag_t needed_tables[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p'),
};

hb_blob_t* needed_table(hb_face_t*, hb_tag_t tag, void* whole) {
  const bool needed = std::find(std::begin(needed_tables), std::end(needed_tables), tag) != std::end(needed_tables);
  return needed ? hb_face_reference_table(static_cast<hb_face_t*>(whole), tag) : nullptr;
}

/// The face as a reader needs it. What is not there costs nothing: hb-subset would go through every character that the
/// whole face has, to no avail.
OwnedFace bare(const Face& face) {
  hb_face_t* whole = hb_face_reference(face.hb_face());
  OwnedFace out(hb_face_create_for_tables(needed_table, whole,
                                          [](void* data) { hb_face_destroy(static_cast<hb_face_t*>(data)); }));
  hb_face_set_upem(out.get(), face.units_per_em());
  return out;
}

Input make_input(const std::vector<GlyphId>& glyphs) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) throw MachineError("There is not enough memory to embed a font.");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const GlyphId glyph : glyphs) hb_set_add(wanted, glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

}  // namespace

Subset subset(const Face& face, const std::vector<GlyphId>& glyphs) {
  const Input input = make_input(glyphs);
  const OwnedFace source = bare(face);
  const Plan plan(hb_subset_plan_create_or_fail(source.get(), input.get()));
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
