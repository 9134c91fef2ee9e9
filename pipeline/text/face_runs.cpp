#include "text/face_runs.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <string>

#include "core/diagnostic.h"

namespace handbill {
namespace {

struct Cluster {
  std::uint32_t end = 0;
  bool has_letter = false;  ///< a character that belongs to a script
  FacePtr face;             ///< null while none is chosen
};

bool belongs_to_a_script(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

bool has_all(const Face& face, std::u32string_view characters) {
  for (const char32_t c : characters)
    if (!face.glyph(c)) return false;
  return true;
}

/// The characters of a cluster that need a glyph.
void read_characters(std::u16string_view cluster, std::u32string& characters) {
  characters.clear();
  for (std::size_t at = 0; at < cluster.size();) {
    UChar32 c = 0;
    U16_NEXT(cluster.data(), at, cluster.size(), c);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
    characters += static_cast<char32_t>(c == u'\t' ? u' ' : c);
  }
}

/// The cluster's canonical other spelling: composed where it was written decomposed, and the other way round.
/// HarfBuzz finds the glyphs of either.
void respell(std::u16string_view cluster, bool composed, std::u32string& characters) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* form = composed ? unorm2_getNFCInstance(&status) : unorm2_getNFDInstance(&status);
  char16_t buffer[64];
  const std::int32_t size =
      unorm2_normalize(form, cluster.data(), static_cast<std::int32_t>(cluster.size()), buffer, 64, &status);
  if (U_SUCCESS(status)) read_characters({buffer, static_cast<std::size_t>(size)}, characters);
}

class FaceChooser {
 public:
  FaceChooser(std::u16string_view text, const Segment& segment, const FaceList& faces, const Segmenters& segmenters)
      : text_(text), segment_(segment), faces_(faces), segmenters_(segmenters) {}

  std::vector<FaceRun> choose(std::vector<MissingCharacter>& missing) {
    find_clusters();
    choose_for_letters();
    choose_for_the_rest();
    keep_spaces_inside_runs();
    report_missing(missing);
    return join();
  }

 private:
  std::u16string_view piece(std::size_t index) const {
    const std::uint32_t begin = index == 0 ? segment_.begin : clusters_[index - 1].end;
    return text_.substr(begin, clusters_[index].end - begin);
  }

  void find_clusters() {
    const std::u16string_view part = text_.substr(segment_.begin, segment_.end - segment_.begin);
    const auto graphemes = segmenters_.graphemes(part);
    for (std::int32_t end = ubrk_next(graphemes.get()); end != UBRK_DONE; end = ubrk_next(graphemes.get()))
      clusters_.push_back({segment_.begin + static_cast<std::uint32_t>(end), false, nullptr});
  }

  void choose_for_letters() {
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      read_characters(piece(i), characters_);
      for (const char32_t c : characters_)
        clusters_[i].has_letter = clusters_[i].has_letter || belongs_to_a_script(static_cast<UChar32>(c));
      if (clusters_[i].has_letter) clusters_[i].face = first_that_covers(i);
    }
  }

  void choose_for_the_rest() {
    std::vector<FacePtr> after(clusters_.size());  // the face of the nearest letters to come
    FacePtr next;
    for (std::size_t i = clusters_.size(); i-- > 0;) {
      if (clusters_[i].has_letter && clusters_[i].face) next = clusters_[i].face;
      after[i] = next;
    }
    FacePtr before;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      if (clusters_[i].has_letter) {
        if (clusters_[i].face) before = clusters_[i].face;
        continue;
      }
      clusters_[i].face = choose_beside(i, before, after[i]);
    }
  }

  /// A space between two clusters of one face needs no other: "12 34" stays one run in a face that has no letters.
  void keep_spaces_inside_runs() {
    for (std::size_t i = 1; i + 1 < clusters_.size(); ++i) {
      const FacePtr& before = clusters_[i - 1].face;
      if (piece(i) == u" " && before && before == clusters_[i + 1].face && before->glyph(U' '))
        clusters_[i].face = before;
    }
  }

  FacePtr choose_beside(std::size_t index, const FacePtr& before, const FacePtr& after) {
    read_characters(piece(index), characters_);
    if (before && has_all(*before, characters_)) return before;
    if (!before && after && has_all(*after, characters_)) return after;
    if (characters_.empty()) return faces_.front();
    return first_that_covers(index);
  }

  FacePtr first_that_covers(std::size_t index) {
    if (FacePtr face = faces_.covering(characters_)) return face;
    for (const bool composed : {true, false}) {
      respell(piece(index), composed, characters_);
      if (FacePtr face = faces_.covering(characters_)) return face;
    }
    return nullptr;
  }

  void report_missing(std::vector<MissingCharacter>& missing) {
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      if (clusters_[i].face) continue;
      clusters_[i].face = faces_.front();
      read_characters(piece(i), characters_);
      const std::uint32_t begin = i == 0 ? segment_.begin : clusters_[i - 1].end;
      missing.push_back({first_that_none_has(), begin, segment_.script});
    }
  }

  /// When faces have each character of a cluster but none has all, the last one is to blame.
  char32_t first_that_none_has() const {
    for (const char32_t c : characters_)
      if (!faces_.covering({&c, 1})) return c;
    return characters_.back();
  }

  std::vector<FaceRun> join() const {
    std::vector<FaceRun> runs;
    for (const Cluster& cluster : clusters_) {
      if (runs.empty() || runs.back().face != cluster.face) runs.push_back({0, cluster.face});
      runs.back().end = cluster.end;
    }
    return runs;
  }

  std::u16string_view text_;
  const Segment& segment_;
  const FaceList& faces_;
  const Segmenters& segmenters_;
  std::vector<Cluster> clusters_;
  std::u32string characters_;
};

}  // namespace

std::vector<FaceRun> face_runs(std::u16string_view text, const Segment& segment, const FaceList& faces,
                               const Segmenters& segmenters, std::vector<MissingCharacter>& missing) {
  return FaceChooser(text, segment, faces, segmenters).choose(missing);
}

}  // namespace handbill
