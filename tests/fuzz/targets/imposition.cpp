// Pages put on sheets in any way: every page is there once (or once in each place), and stands on its sheet.
#include <algorithm>
#include <array>
#include <map>

#include "design/edition.h"
#include "design/sheet_room.h"
#include "fuzz/fuzz.h"
#include "imposition/sheets.h"

namespace {

using namespace handbill;

/// Bytes as choices; zero where there are none left.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}
  std::size_t below(std::size_t limit) {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte % limit;
  }
  bool yes() { return below(2) == 1; }
  Length length() { return Length::points(static_cast<double>(below(256)) / 4); }

 private:
  std::string_view bytes_;
};

Pages pages_of(Choices& choices, const Size& size, Length bleed) {
  Pages pages;
  pages.language = fuzz::language(choices.yes() ? "ar" : "en");
  for (std::size_t count = choices.below(70); count > 0; --count) pages.pages.push_back({.size = size, .bleed = bleed});
  return pages;
}

bool is_inside(const Rect& rect, const Size& sheet) {
  const Length slack = 0.01_pt;
  return rect.x >= -slack && rect.y >= -slack && rect.right() <= sheet.width + slack &&
         rect.bottom() <= sheet.height + slack;
}

void check_sheets(const Sheets& sheets, const Imposition& how, const std::vector<const Pages*>& documents) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> times;
  for (const SheetSide& side : sheets.sides)
    for (const PlacedPage& page : side.pages) {
      ++times[{page.document, page.page}];
      fuzz::promise(is_inside(page.trim, side.size), "a page leaves its sheet");
      fuzz::promise(is_inside(page.clip, side.size), "what is seen of a page leaves its sheet");
    }
  std::size_t pages = 0;
  for (const Pages* document : documents) pages += document->pages.size();
  fuzz::promise(times.size() == pages, "a page is on no sheet");
  const int once = times.begin()->second;
  const bool repeats = how.kind == Impose::n_up && how.fill != Fill::different;
  for (const auto& [page, count] : times) {
    fuzz::promise(page.first < documents.size() && page.second < documents[page.first]->pages.size(),
                  "a page is on a sheet that is nowhere else");
    fuzz::promise(count == once && (count == 1 || (repeats && count == how.up)), "a page is on sheets too often");
  }
}

}  // namespace

void handbill::fuzz::targets::imposition(std::string_view input) {
  static constexpr std::array<std::string_view, 5> papers{"A4", "A5", "A6", "A7", "DL"};
  static const std::vector<std::string> sheets = sheet_names();
  static constexpr std::array kinds{Impose::n_up, Impose::booklet, Impose::languages};
  Choices choices(input);
  Imposition how;
  how.kind = kinds.at(choices.below(kinds.size()));
  how.up = 1 + static_cast<int>(choices.below(20));
  how.sheet = sheets.at(choices.below(sheets.size()));
  if (choices.yes()) how.duplex = static_cast<Duplex>(choices.below(3));
  if (choices.yes()) how.fill = static_cast<Fill>(choices.below(2));
  if (choices.yes()) how.thickness = Length::points(static_cast<double>(choices.below(100)) / 100);
  if (choices.yes()) how.margin = choices.length();
  const Size size = paper_size(papers.at(choices.below(papers.size()))).value();
  const Length bleed = choices.yes() ? choices.length() : Length();
  const PrinterMarks marks{.crop = choices.yes(), .fold = choices.yes(), .bars = choices.yes()};
  const Length inner_margin = choices.length();
  std::vector<Pages> all;
  for (std::size_t count = how.kind == Impose::languages ? 1 + choices.below(4) : 1; count > 0; --count)
    all.push_back(pages_of(choices, size, bleed));
  std::vector<const Pages*> documents;
  for (const Pages& pages : all) documents.push_back(&pages);
  if (std::all_of(all.begin(), all.end(), [](const Pages& pages) { return pages.pages.empty(); })) return;
  const auto room = check_room(how, size, static_cast<int>(documents.size()));
  const auto result = impose({.how = how, .documents = documents, .marks = marks, .inner_margin = inner_margin});
  read(result.diagnostics);
  promise(has_errors(result.diagnostics) == result.value.sides.empty(), "there are sides, or an error, and not both");
  promise(!has_errors(room) || result.value.sides.empty(), "sheets that have no room have pages");
  if (!result.value.sides.empty()) check_sheets(result.value, how, documents);
}
