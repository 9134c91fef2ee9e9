#include "render/pdf/spelling.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace handbill::pdf {
namespace {

/// Said by a glyph that has nothing to say: without any text readers print the CID's number.
constexpr char32_t hyphen = U'-';
constexpr GlyphId notdef = 0;

bool is_mark(char32_t character) {
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

/// Glyphs and characters of one cluster, both in visual order.
struct Cluster {
  std::vector<ShownGlyph> glyphs;
  std::u32string characters;
  std::uint32_t at = 0;
  double start = 0;  ///< the pen before and after its glyphs
  double end = 0;
};

class Speller {
 public:
  Speller(const SpellingTask& task, Spelling& out)
      : run_(task.run), text_(task.text), blank_(task.blank), shift_(task.shift), spelling_(out) {}

  void spell() {
    spelling_.shown.reserve(spelling_.shown.size() + run_.glyphs.size());
    for (std::size_t first = 0; first < run_.glyphs.size();) {
      std::size_t end = first;
      while (end < run_.glyphs.size() && run_.glyphs[end].cluster == run_.glyphs[first].cluster) ++end;
      spell_cluster(first, end);
      first = end;
    }
  }

 private:
  void spell_cluster(std::size_t first, std::size_t end);
  std::u32string characters_of(std::size_t first, std::size_t end) const;
  std::uint32_t text_end(std::size_t first, std::size_t end) const;
  bool is_raised(const Glyph& glyph) const;
  bool spell_plain(std::size_t first, std::size_t end);
  void append(const Cluster& cluster);
  bool say_more(char32_t character);
  bool repeats_what_it_follows(const Cluster& cluster) const;
  void carry(char32_t character, double x, std::uint32_t at);

  const LineRun& run_;
  std::u16string_view text_;
  GlyphId blank_;
  double shift_;
  double pen_ = 0;  ///< from the run's left edge
  Spelling& spelling_;
};

bool Speller::is_raised(const Glyph& glyph) const {
  return glyph.dy != 0 || (glyph.advance == 0 && run_.face->is_mark(glyph.id));
}

/// Where the text of the cluster in glyphs [first, end) ends: where the next one's starts in reading order.
std::uint32_t Speller::text_end(std::size_t first, std::size_t end) const {
  if (run_.right_to_left()) return first == 0 ? run_.end : run_.glyphs[first - 1].cluster;
  return end == run_.glyphs.size() ? run_.end : run_.glyphs[end].cluster;
}

std::u32string Speller::characters_of(std::size_t first, std::size_t end) const {
  if (run_.generated) return std::u32string(1, hyphen);
  std::u32string characters;
  const auto stop = std::min<std::size_t>(text_end(first, end), text_.size());
  for (std::size_t at = run_.glyphs[first].cluster; at < stop;) {
    UChar32 character = 0;
    U16_NEXT(text_.data(), at, stop, character);
    if (!only_steers_layout(static_cast<char32_t>(character))) characters += static_cast<char32_t>(character);
  }
  if (run_.right_to_left()) std::reverse(characters.begin(), characters.end());
  return characters;
}

/// The common case, one glyph for one character, without the general machinery.
bool Speller::spell_plain(std::size_t first, std::size_t end) {
  const Glyph& glyph = run_.glyphs[first];
  if (run_.generated || end - first != 1 || text_end(first, end) != glyph.cluster + 1 || is_raised(glyph)) return false;
  const char32_t character = text_[glyph.cluster];
  const bool plain = glyph.id != notdef && character >= U' ' && character < U'\u2000';
  if (!plain || (character > U'~' && only_steers_layout(character))) return false;
  spelling_.shown.push_back(
      {{glyph.id, character, 0, {}}, pen_ + double(glyph.dx) + shift_, glyph.cluster, run_.right_to_left(), false});
  pen_ += double(glyph.advance);
  return true;
}

void Speller::spell_cluster(std::size_t first, std::size_t end) {
  if (spell_plain(first, end)) return;
  Cluster cluster;
  cluster.characters = characters_of(first, end);
  cluster.at = run_.glyphs[first].cluster;
  cluster.start = pen_;
  for (std::size_t i = first; i < end; ++i) {
    const Glyph& glyph = run_.glyphs[i];
    const double x = pen_ + double(glyph.dx);
    const bool says_nothing = cluster.characters.empty() && run_.face->is_blank(glyph.id);
    if (glyph.id == notdef) {
      spelling_.missing.push_back({x + shift_, double(glyph.advance)});
    } else if (is_raised(glyph)) {
      spelling_.raised.push_back({glyph.id, x + shift_, double(glyph.dy)});
    } else if (!says_nothing) {
      cluster.glyphs.push_back({{glyph.id, zero_width_space, 0, {}}, x, glyph.cluster, run_.right_to_left(), false});
    }
    pen_ += double(glyph.advance);
  }
  cluster.end = pen_;
  append(cluster);
}

/// Whether the first letter of a right-to-left ligature is the letter before it once more, as in the word for "to the
/// mothers". Poppler takes the second of two equal letters at one place for a shadow of the first, so the ligature's
/// glyph says this letter then, and the others ride on its left.
bool Speller::repeats_what_it_follows(const Cluster& cluster) const {
  if (!run_.right_to_left() || cluster.glyphs.empty() || cluster.at <= run_.begin) return false;
  const auto first = std::find_if(cluster.characters.rbegin(), cluster.characters.rend(),
                                  [](char32_t character) { return !is_mark(character); });
  return first != cluster.characters.rend() && *first == char32_t(text_[cluster.at - 1]);
}

void Speller::carry(char32_t character, double x, std::uint32_t at) {
  spelling_.shown.push_back({{blank_, character, 0, {}}, x + shift_, at, run_.right_to_left(), true});
}

/// Makes a left-to-right ligature's glyph say one more of its letters, if it was the last to say something.
bool Speller::say_more(char32_t character) {
  if (run_.right_to_left() || spelling_.shown.empty() || spelling_.shown.back().carrier) return false;
  for (char32_t& free : spelling_.shown.back().meaning.more) {
    if (free != 0) continue;
    free = character;
    return true;
  }
  return false;
}

/// Gives the cluster's glyphs its characters, letters before marks, from left to right. Letters that are left over
/// are said by the glyph before them in left-to-right text; all other characters ride to the right of the last glyph,
/// or to the left of it where they belong there. A reader takes a mark for something without width whatever its
/// glyph's width, so a mark gets a glyph only where there is no letter for it.
void Speller::append(const Cluster& cluster) {
  const auto letters = std::size_t(std::count_if(cluster.characters.begin(), cluster.characters.end(),
                                                 [](char32_t character) { return !is_mark(character); }));
  const bool letters_suffice = cluster.glyphs.size() <= letters;
  std::size_t waiting = letters_suffice && repeats_what_it_follows(cluster) ? letters - cluster.glyphs.size() : 0;
  std::size_t glyph = 0;
  double pen = cluster.start;
  for (const char32_t character : cluster.characters) {
    const bool takes_glyph = glyph < cluster.glyphs.size() && (!letters_suffice || !is_mark(character));
    if (takes_glyph && waiting > 0) {
      --waiting;
      carry(character, pen, cluster.at);
    } else if (takes_glyph) {
      ShownGlyph shown = cluster.glyphs[glyph++];
      shown.meaning.character = character;
      shown.x += shift_;
      spelling_.shown.push_back(shown);
      pen = glyph < cluster.glyphs.size() ? cluster.glyphs[glyph].x : cluster.end;
    } else if (is_mark(character) || glyph == 0 || !say_more(character)) {
      carry(character, pen, cluster.at);
    }
  }
  for (; glyph < cluster.glyphs.size(); ++glyph) {
    spelling_.shown.push_back(cluster.glyphs[glyph]);
    spelling_.shown.back().x += shift_;
  }
}

}  // namespace

bool only_steers_layout(char32_t character) {
  if (character == U'\u200C' || character == U'\u200D') return false;  // spelling: Persian words differ by a ZWNJ
  if (character == U'\u2028' || character == U'\u2029') return true;
  const auto code = static_cast<UChar32>(character);
  const auto type = u_charType(code);
  if (type == U_CONTROL_CHAR) return true;
  return type == U_FORMAT_CHAR && u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

void spell(const SpellingTask& task, Spelling& out) {
  if (task.run.face != nullptr) Speller(task, out).spell();
}

}  // namespace handbill::pdf
