#include "text/word_shaper.h"

#include <hb-ot.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "text/features.h"

namespace handbill {
namespace {

/// A run of fewer words is quicker shaped than taken apart.
constexpr std::size_t fewest_words = 4;

struct Destroy {
  void operator()(hb_set_t* set) const { hb_set_destroy(set); }
  void operator()(hb_shape_plan_t* plan) const { hb_shape_plan_destroy(plan); }
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using GlyphSet = std::unique_ptr<hb_set_t, Destroy>;

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const std::unique_ptr<hb_blob_t, Destroy> blob(hb_face_reference_table(face, tag));
  return hb_blob_get_length(blob.get()) > 0;
}

/// Whether kerning or shaping is in tables whose rules cannot be looked into.
bool has_hidden_rules(hb_face_t* face) {
  constexpr hb_tag_t tables[] = {HB_TAG('k', 'e', 'r', 'n'), HB_TAG('k', 'e', 'r', 'x'), HB_TAG('m', 'o', 'r', 't'),
                                 HB_TAG('m', 'o', 'r', 'x'), HB_TAG('t', 'r', 'a', 'k'), HB_TAG('S', 'i', 'l', 'f')};
  return std::any_of(std::begin(tables), std::end(tables), [&](hb_tag_t tag) { return has_table(face, tag); });
}

/// Whether a lookup has a rule with the glyph in it.
bool concerns(hb_face_t* face, hb_tag_t table, unsigned lookup, hb_codepoint_t glyph) {
  const GlyphSet before(hb_set_create());
  const GlyphSet input(hb_set_create());
  const GlyphSet after(hb_set_create());
  hb_ot_layout_lookup_collect_glyphs(face, table, lookup, before.get(), input.get(), after.get(), nullptr);
  return hb_set_has(before.get(), glyph) || hb_set_has(input.get(), glyph) || hb_set_has(after.get(), glyph);
}

/// Whether a word that begins with the character has nothing to do with the space before it.
bool starts_word(UChar32 c) {
  if (c < 0x80) return c > u' ' && c != 0x7F;
  constexpr std::uint32_t categories = U_GC_L_MASK | U_GC_N_MASK | U_GC_P_MASK | U_GC_SC_MASK | U_GC_SM_MASK;
  if ((U_GET_GC_MASK(c) & categories) == 0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
  const int kind = u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK);
  return kind == U_GCB_OTHER || kind == U_GCB_L || kind == U_GCB_LV || kind == U_GCB_LVT;
}

/// Where a run's words end: behind the spaces.
void find_ends(const ShapeRequest& run, std::vector<std::uint32_t>& ends) {
  ends.clear();
  for (std::uint32_t at = run.begin + 1; at < run.end; ++at) {
    if (run.text[at - 1] != u' ') continue;
    UChar32 c = 0;
    U16_GET(run.text.data(), run.begin, at, run.end, c);
    if (starts_word(c)) ends.push_back(at);
  }
  ends.push_back(run.end);
}

template <typename Number>
void append(std::string& key, Number value) {
  static_assert(std::is_arithmetic_v<Number> || std::is_enum_v<Number>);
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append(std::string& key, std::u16string_view text) {
  append(key, static_cast<std::uint8_t>(text.size()));
  key.append(reinterpret_cast<const char*>(text.data()), text.size() * sizeof(char16_t));
}

/// What all words of a run share of what their glyphs depend on.
void start_key(const ShapeRequest& run, std::string& key) {
  const hb_segment_properties_t properties = segment_properties(run);
  key.clear();
  append(key, reinterpret_cast<std::uintptr_t>(&run.face));
  append(key, properties.script);
  append(key, properties.direction);
  append(key, reinterpret_cast<std::uintptr_t>(properties.language));
  append(key, run.style.small_capitals);
  append(key, run.style.figures.shape);
  append(key, run.style.figures.width);
}

/// And the rest of it. Of the text around a word HarfBuzz sees five characters, to know what joins, and nothing joins
/// across a space.
void finish_key(const ShapeRequest& word, std::string& key) {
  constexpr std::uint32_t seen = 10;  // UTF-16 units
  append(key, word.begin == 0);
  append(key, word.end == word.text.size());
  const bool apart_before = word.begin == 0 || word.text[word.begin - 1] == u' ';
  const bool apart_after = word.text[word.end - 1] == u' ';
  const std::uint32_t before = apart_before ? 0 : std::min(word.begin, seen);
  append(key, word.text.substr(word.begin - before, before));
  append(key, apart_after ? std::u16string_view() : word.text.substr(word.end, seen));
  append(key, word.text.substr(word.begin, word.end - word.begin));
}

}  // namespace

bool WordCache::spaces_stand_alone(const std::string& way, const ShapeRequest& run) {
  const std::lock_guard lock(mutex_);
  const auto known = stands_alone_.find(way);
  if (known != stands_alone_.end()) return known->second;
  return stands_alone_[way] = find_out(run);
}

bool WordCache::find_out(const ShapeRequest& run) {
  hb_face_t* face = run.face.hb_face();
  const auto space = run.face.glyph(U' ');
  // A space that is a base in GDEF can be passed over.
  if (!space || has_hidden_rules(face) ||
      hb_ot_layout_get_glyph_class(face, *space) != HB_OT_LAYOUT_GLYPH_CLASS_UNCLASSIFIED)
    return false;
  const hb_segment_properties_t properties = segment_properties(run);
  const Features features(run.style, false);
  const std::unique_ptr<hb_shape_plan_t, Destroy> plan(
      hb_shape_plan_create_cached(face, &properties, features.data(), features.size(), nullptr));
  for (const hb_tag_t table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
    const GlyphSet lookups(hb_set_create());
    hb_ot_shape_plan_collect_lookups(plan.get(), table, lookups.get());
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup);)
      if (has_space(run, table, lookup, *space)) return false;
  }
  return true;
}

/// Languages and scripts share most of a face's lookups.
bool WordCache::has_space(const ShapeRequest& run, hb_tag_t table, unsigned lookup, hb_codepoint_t space) {
  const auto key = std::tuple(&run.face, table, lookup);
  const auto known = has_space_.find(key);
  if (known != has_space_.end()) return known->second;
  return has_space_[key] = concerns(run.face.hb_face(), table, lookup, space);
}

void WordCache::keep(const std::string& key, std::shared_ptr<const ShapedWord> word) {
  const std::size_t bytes = sizeof(ShapedWord) + word->glyphs.capacity() * sizeof(ShapedGlyph);
  words_.keep(key, std::move(word), bytes);
}

bool WordShaper::shape(const ShapeRequest& run, std::vector<ShapedGlyph>& glyphs) {
  // Whether letters are spaced is for the run as a whole.
  if (words_ == nullptr || run.style.letter_spacing != 0) return shaper_.shape(run, glyphs);
  find_ends(run, ends_);
  if (ends_.size() < fewest_words) return shaper_.shape(run, glyphs);
  start_key(run, key_);
  if (!words_->spaces_stand_alone(key_, run)) return shaper_.shape(run, glyphs);
  key_start_ = key_.size();
  bool complete = true;
  std::uint32_t begin = run.begin;
  for (const std::uint32_t end : ends_) {
    complete &= shape_word({run.text, begin, end, run.face, run.level, run.script, run.style}, glyphs);
    begin = end;
  }
  return complete;
}

bool WordShaper::shape_word(const ShapeRequest& word, std::vector<ShapedGlyph>& glyphs) {
  constexpr std::uint32_t longest_word = 100;  // UTF-16 units: longer ones do not come again
  if (word.end - word.begin > longest_word) return shaper_.shape(word, glyphs);
  key_.resize(key_start_);
  finish_key(word, key_);
  if (const auto known = words_->find(key_)) {
    for (ShapedGlyph glyph : known->glyphs) {
      glyph.cluster += word.begin;
      glyphs.push_back(glyph);
    }
    return known->complete;
  }
  const std::size_t first = glyphs.size();
  auto shaped = std::make_shared<ShapedWord>();
  shaped->complete = shaper_.shape(word, glyphs);
  shaped->glyphs.assign(glyphs.begin() + static_cast<std::ptrdiff_t>(first), glyphs.end());
  for (ShapedGlyph& glyph : shaped->glyphs) glyph.cluster -= word.begin;
  const bool complete = shaped->complete;
  words_->keep(key_, std::move(shaped));
  return complete;
}

}  // namespace handbill
