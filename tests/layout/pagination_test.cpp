#include "layout/pagination.h"

#include <sstream>

#include "support/catch.h"

using namespace handbill;

namespace {

FlowItem strip(double height, BreakBefore before = BreakBefore::free) {
  return {.height = Length::points(height), .break_before = before};
}

FlowItem space(double height) {
  return {.space = true, .height = Length::points(height)};
}

/// The pages as "0@0 2@15 | 3@0": index of each strip and where it stands; h marks a repeated strip.
std::string cut(const Flow& flow, double room, const NoteArea& notes = {}) {
  std::ostringstream out;
  const auto pages = paginate(flow, notes, {.room = [&](std::size_t) { return Length::points(room); }});
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (page > 0) out << " |";
    for (const PlacedItem& placed : pages[page].items) {
      if (placed.item->space) continue;
      const bool inside = placed.item >= flow.data() && placed.item < flow.data() + flow.size();
      out << (page == 0 && &placed == &pages[0].items[0] ? "" : " ");
      if (inside)
        out << placed.item - flow.data();
      else
        out << "h";
      out << "@" << placed.y.pt();
    }
    for (const NoteKey& note : pages[page].notes) out << " note" << note.number;
  }
  return out.str();
}

}  // namespace

TEST_CASE("A page takes as many strips as fit and the rest goes on") {
  CHECK(cut({strip(10), strip(10), strip(10), strip(10), strip(10)}, 30) == "0@0 1@10 2@20 | 3@0 4@10");
}

TEST_CASE("A flow without strips has no pages") {
  CHECK(cut({}, 30).empty());
  CHECK(cut({space(10), space(10)}, 30).empty());
}

TEST_CASE("Space vanishes at the top and the bottom of a page") {
  CHECK(cut({space(5), strip(20), space(15), strip(20), strip(10)}, 30) == "1@0 | 3@0 4@20");
}

TEST_CASE("A strip that must stay with the one before it takes it along to the next page") {
  CHECK(cut({strip(10), strip(10), strip(10), strip(10, BreakBefore::forbidden)}, 30) == "0@0 1@10 | 2@0 3@10");
}

TEST_CASE("A break to be avoided is taken only when the page would stay half empty") {
  const auto avoid = BreakBefore::avoid;
  CHECK(cut({strip(10), strip(10), strip(10), strip(10, avoid), strip(10, avoid)}, 40) == "0@0 1@10 | 2@0 3@10 4@20");
  CHECK(cut({strip(10), strip(10, avoid), strip(10, avoid), strip(10, avoid), strip(10, avoid)}, 40) ==
        "0@0 1@10 2@20 3@30 | 4@0");
}

TEST_CASE("Strips that may nowhere be parted are parted rather than lost") {
  const auto forbidden = BreakBefore::forbidden;
  CHECK(cut({strip(20), strip(20, forbidden), strip(20, forbidden)}, 50) == "0@0 1@20 | 2@0");
}

TEST_CASE("A strip higher than a page stands on one alone") {
  CHECK(cut({strip(10), strip(100), strip(10)}, 30) == "0@0 | 1@0 | 2@0");
}

TEST_CASE("A table's header returns when a page ends inside the table, but not before its first row") {
  const auto header = std::make_shared<const Flow>(Flow{strip(5)});
  Flow flow = {strip(5), strip(10, BreakBefore::forbidden), strip(10), strip(10)};
  for (std::size_t i = 1; i < flow.size(); ++i) flow[i].extras.edit().repeat = header;
  CHECK(cut(flow, 25) == "0@0 1@5 2@15 | h@0 3@5");
}

TEST_CASE("A table's header does not return where it would take the room of what goes on") {
  const auto header = std::make_shared<const Flow>(Flow{strip(12)});
  Flow flow = {strip(12), strip(10, BreakBefore::forbidden), strip(14), strip(14), strip(6)};
  for (std::size_t i = 1; i < flow.size(); ++i) flow[i].extras.edit().repeat = header;
  CHECK(cut(flow, 25) == "0@0 1@12 | 2@0 | 3@0 4@14");
  CHECK(cut(flow, 20) == "0@0 | 1@0 | 2@0 | 3@0 4@14");
  const NoteArea notes{.notes = {{1, {strip(10)}}}};
  flow[2].extras.edit().notes = {1};
  CHECK(cut(flow, 30, notes) == "0@0 1@12 | 2@0 note1 | h@0 3@12 | h@0 4@12");
}

TEST_CASE("A footnote stands on the page of the line that mentions it") {
  NoteArea notes{.notes = {{1, {strip(8)}}, {2, {strip(8)}}}, .separation = 2_pt, .gap = 1_pt};
  Flow flow = {strip(10), strip(10), strip(10), strip(10)};
  flow[1].extras.edit().notes = {1};
  flow[2].extras.edit().notes = {2};
  CHECK(cut(flow, 40, notes) == "0@0 1@10 note1 | 2@0 3@10 note2");
  CHECK(cut(flow, 49, notes) == "0@0 1@10 2@20 note1 note2 | 3@0");
}

TEST_CASE("A footnote mentioned twice on a page is set once") {
  NoteArea notes{.notes = {{1, {strip(8)}}}, .separation = 2_pt};
  Flow flow = {strip(10), strip(10), strip(10)};
  flow[0].extras.edit().notes = {1};
  flow[1].extras.edit().notes = {1};
  CHECK(cut(flow, 40, notes) == "0@0 1@10 2@20 note1");
}

TEST_CASE("Pages may have columns of different heights") {
  const Flow flow = {strip(10), strip(10), strip(10), strip(10)};
  const auto pages = paginate(flow, {}, {.room = [](std::size_t page) { return page == 0 ? 10_pt : 30_pt; }});
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].items.size() == 1);
  CHECK(pages[1].items.size() == 3);
  CHECK(pages[1].used == 30_pt);
}

TEST_CASE("Running text starts on the grid, what stands between moves it to the next line") {
  Flow flow = {strip(10), strip(13), strip(10), strip(10)};
  flow[0].on_grid = flow[2].on_grid = flow[3].on_grid = true;
  const auto pages = paginate(flow, {}, {.room = [](std::size_t) { return 100_pt; }, .grid = 10_pt});
  REQUIRE(pages.size() == 1);
  std::vector<double> tops;
  for (const PlacedItem& placed : pages[0].items) tops.push_back(placed.y.pt());
  CHECK(tops == std::vector<double>{0, 10, 30, 40});
}

TEST_CASE("The columns of the last page are balanced, and the pages before stay as they are") {
  const Flow flow(26, strip(10));
  const Columns columns{.room = [](std::size_t) { return 100_pt; }};
  auto cuts = paginate(flow, {}, columns);
  REQUIRE(cuts.size() == 3);
  balance(flow, cuts, {.first = 2, .columns = 2}, {}, columns);
  REQUIRE(cuts.size() == 4);
  CHECK(cuts[1].items.size() == 10);
  CHECK(cuts[2].items.size() == 3);
  CHECK(cuts[3].items.size() == 3);
  CHECK(cuts[2].items[0].item == &flow[20]);
  CHECK(cuts[3].items[0].item == &flow[23]);
}

TEST_CASE("Balancing never needs another page") {
  Flow flow(9, strip(10));
  for (std::size_t i = 1; i < flow.size(); ++i) flow[i].break_before = BreakBefore::forbidden;
  const Columns columns{.room = [](std::size_t) { return 100_pt; }};
  auto cuts = paginate(flow, {}, columns);
  balance(flow, cuts, {.first = 0, .columns = 2}, {}, columns);
  std::size_t strips = 0;
  for (const PageCut& cut : cuts) strips += cut.items.size();
  CHECK(strips == flow.size());
  CHECK(cuts.size() <= 2);
}

TEST_CASE("What must not be divided waits for the next page where that is larger, and for no other") {
  Flow flow = {strip(10), strip(10, BreakBefore::forbidden), strip(10)};
  const auto columns = [](double first, double others) {
    return Columns{.room = [=](std::size_t page) { return Length::points(page == 0 ? first : others); }, .grid = {}};
  };
  const auto waiting = paginate(flow, {}, columns(15, 100));
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[0].items.empty());
  CHECK(waiting[1].items.size() == 3);
  CHECK(paginate(flow, {}, columns(15, 15)).front().items.size() == 1);
  CHECK(paginate(flow, {}, columns(25, 100)).front().items.size() == 2);
  auto balanced = waiting;
  balance(flow, balanced, {.first = 0, .columns = 2}, {}, columns(15, 100));
  std::size_t strips = 0;
  for (const PageCut& cut : balanced) strips += cut.items.size();
  CHECK(strips == 3);
}
