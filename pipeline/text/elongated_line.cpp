#include "text/elongated_line.h"

#include <algorithm>

namespace handbill {
namespace {

constexpr double longest_elongation = 0.6;  // em, of one word

struct Joint {
  ElongationPoint point;
  Length stroke;           ///< the width of one
  std::uint32_t most = 0;  ///< strokes
  std::uint32_t count = 0;
};

/// The places of one run's words that lie in [begin, end) and that shaping can stretch.
void add_places(const ShapedParagraph& paragraph, const ShapedRun& run, const ElongationRequest& request,
                std::vector<Joint>& places) {
  if (run.kind != Segment::Kind::text || run.script != HB_SCRIPT_ARABIC) return;
  const auto glyph = run.face->glyph(tatweel);
  const double em = glyph ? run.face->advance(*glyph) : 0;
  if (em <= 0 || em > longest_elongation) return;
  const std::uint32_t begin = std::max(run.begin, request.begin);
  const std::uint32_t end = std::min(run.end, request.end);
  if (begin >= end) return;
  for (const ElongationPoint& point : elongation_points(paragraph.text(), begin, end)) {
    const std::size_t index = paragraph.glyph_at(run, point.offset);
    if (index == run.end_glyph) continue;
    const ShapedGlyph& next = paragraph.glyphs()[index];
    if (next.cluster != point.offset || !next.safe_to_elongate) continue;
    places.push_back({point, run.size * em, static_cast<std::uint32_t>(longest_elongation / em)});
  }
}

std::vector<Joint> find_places(const ShapedParagraph& paragraph, const ElongationRequest& request) {
  std::vector<Joint> places;
  for (std::size_t i = paragraph.run_at(request.begin); i < paragraph.runs.size(); ++i) {
    if (paragraph.runs[i].begin >= request.end) break;
    add_places(paragraph, paragraph.runs[i], request, places);
  }
  return places;
}

}  // namespace

Elongations choose_elongations(const ShapedParagraph& paragraph, const ElongationRequest& request) {
  std::vector<Joint> places = find_places(paragraph, request);
  std::stable_sort(places.begin(), places.end(), [](const Joint& a, const Joint& b) {
    return a.point.rank != b.point.rank ? a.point.rank < b.point.rank : a.point.offset > b.point.offset;
  });
  Length missing = request.missing;
  for (bool more = true; more;) {
    more = false;
    for (Joint& place : places) {
      if (place.count == place.most || !fits(place.stroke, missing)) continue;
      ++place.count;
      missing -= place.stroke;
      more = true;
    }
  }
  Elongations chosen;
  for (const Joint& place : places)
    if (place.count > 0) chosen.push_back({place.point.offset, place.count});
  std::sort(chosen.begin(), chosen.end(), [](const Elongation& a, const Elongation& b) { return a.offset < b.offset; });
  return chosen;
}

std::vector<Piece> with_elongations(const ShapedParagraph& paragraph) {
  std::vector<Piece> pieces = paragraph.pieces;
  auto piece = pieces.begin();
  const auto size = static_cast<std::uint32_t>(paragraph.text().size());
  for (const Joint& place : find_places(paragraph, {.begin = 0, .end = size, .missing = {}})) {
    while (piece->end <= place.point.offset) ++piece;
    piece->give.stretch += place.stroke;
    piece->visible_give.stretch += place.stroke;
  }
  return pieces;
}

bool has_elongation(const Elongations& elongations, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(elongations.begin(), elongations.end(),
                     [&](const Elongation& one) { return one.offset > begin && one.offset < end; });
}

}  // namespace handbill
