#include "layout/filling.h"

#include <algorithm>

#include "core/unicode.h"
#include "layout/line_words.h"

namespace handbill {
namespace {

bool is_generated(const LineMark& mark) {
  const auto& runs = mark.line().runs;
  return mark.artefact ||
         std::all_of(runs.begin(), runs.end(), [&](const LineRun& run) { return mark.meaning(run).generated; });
}

/// The first that somebody wrote, no list's number.
const LineMark* first_line(const FlowItem& item) {
  for (const FlowMark& mark : item.marks)
    if (const auto* line = std::get_if<LineMark>(&mark); line != nullptr && !is_generated(*line)) return line;
  return nullptr;
}

/// The place of the block that a line belongs to, or of what it is nested in; of the document when it is ours.
Place place_of_line(Composition& composition, const LineMark& line) {
  for (const LineRun& run : line.line().runs) {
    const StructureId structure = line.meaning(run).structure;
    if (structure == StructureId::artefact) continue;
    for (const StructureNode* node = &composition[structure];; node = &composition[*node->parent]) {
      if (node->origin.file != nullptr) return node->origin;
      if (!node->parent) break;
    }
  }
  return composition.input().document.file;
}

/// Enough of a line's words to find it by.
std::string first_words_of(const LineMark& line) {
  constexpr std::size_t enough = 40;
  std::u16string words = to_utf16(words_of(line));
  if (words.size() <= enough) return to_utf8(words);
  words.resize(std::min(words.find_last_of(u' ', enough), enough));
  return to_utf8(words) + "…";
}

void count(Composition& composition, const FlowItem& item, std::optional<Excess>& excess) {
  if (!excess) excess.emplace();
  const LineMark* line = first_line(item);
  if (line == nullptr) return;
  if (excess->lines == 0) {
    excess->first = first_words_of(*line);
    excess->place = place_of_line(composition, *line);
  }
  ++excess->lines;
}

/// Lines on sides that there are not, and those that hang over the edge of one because nothing shorter is left of them.
std::optional<Excess> excess_of(Composition& composition, const std::vector<PageCut>& cuts, const NoteArea& notes,
                                const Columns& columns, std::size_t sides) {
  std::optional<Excess> excess;
  for (std::size_t i = 0; i < cuts.size(); ++i)
    for (const PlacedItem& placed : cuts[i].items) {
      const Length bottom = placed.y + placed.item->height + notes.height(cuts[i].notes);
      if (i >= sides || !fits(bottom, columns.room(i))) count(composition, *placed.item, excess);
    }
  return excess;
}

/// Cuts the flow so that its sides are all about equally full.
std::vector<PageCut> even_out(const Flow& flow, const NoteArea& notes, const Columns& columns, std::size_t sides) {
  constexpr double close_enough = 0.005;
  const auto cut_to = [&](double part) {
    return paginate(flow, notes,
                    {.room = [&](std::size_t side) { return columns.room(side) * part; }, .grid = columns.grid});
  };
  const auto inside = [&](const std::vector<PageCut>& cuts) {
    if (cuts.size() > sides) return false;
    for (std::size_t i = 0; i < cuts.size(); ++i)
      if (!fits(cuts[i].used + notes.height(cuts[i].notes), columns.room(i))) return false;
    return true;
  };
  double enough = 1;
  double too_little = 0;
  while (enough - too_little > close_enough) {
    const double middle = (enough + too_little) / 2;
    (inside(cut_to(middle)) ? enough : too_little) = middle;
  }
  return cut_to(enough);
}

/// How much of what is shared out goes to the space at `index`: what follows a heading keeps its distance.
Length share_of(const PageCut& cut, std::size_t index) {
  if (!cut.items[index].item->space || index + 1 == cut.items.size()) return {};
  const bool kept = cut.items[index + 1].item->break_before == BreakBefore::forbidden;
  return kept ? Length() : cut.items[index].item->height;
}

/// Moves the strips of a side apart until it is full: each space between blocks grows in proportion to what it is.
void share_out(PageCut& cut, Length rest) {
  Length spaces;
  for (std::size_t i = 0; i < cut.items.size(); ++i) spaces += share_of(cut, i);
  if (spaces <= Length() || rest <= Length()) return;
  Length above;
  for (std::size_t i = 0; i < cut.items.size(); ++i) {
    cut.items[i].y += rest * (above / spaces);
    above += share_of(cut, i);
  }
  cut.used += rest;
}

}  // namespace

Filled fill(Composition& composition, const Flow& flow, const NoteArea& notes, const Columns& columns,
            const SideLimit& limit) {
  Filled filled{.cuts = paginate(flow, notes, columns), .filling = {}};
  auto& cuts = filled.cuts;
  const auto room_left = [&](std::size_t side) {
    return columns.room(side) - cuts[side].used - notes.height(cuts[side].notes);
  };
  if (!cuts.empty()) filled.filling.last = 1 - room_left(cuts.size() - 1) / columns.room(cuts.size() - 1);
  if (limit.sides == 0) return filled;
  filled.filling.excess = excess_of(composition, cuts, notes, columns, limit.sides);
  if (!limit.share || filled.filling.excess || composition.ends_with_cuts()) return filled;
  cuts = even_out(flow, notes, columns, limit.sides);
  for (std::size_t side = 0; side < cuts.size(); ++side) share_out(cuts[side], room_left(side));
  return filled;
}

}  // namespace handbill
