#include "design/imposition_keys.h"

#include <charconv>

#include "design/keywords.h"
#include "design/length_text.h"
#include "design/sheet_room.h"

namespace handbill {
namespace {

constexpr int most_up = 64;
constexpr Length thickest = 1_mm;

constexpr Keywords<Impose, 3> ways = {
    {{"none", Impose::none}, {"booklet", Impose::booklet}, {"languages", Impose::languages}}};

constexpr Keywords<Duplex, 3> edges = {
    {{"none", Duplex::none}, {"long-edge", Duplex::long_edge}, {"short-edge", Duplex::short_edge}}};

constexpr Keywords<Fill, 2> fills = {{{"same", Fill::same}, {"different", Fill::different}}};

constexpr Keywords<bool PrinterMarks::*, 3> kinds_of_marks = {
    {{"crop", &PrinterMarks::crop}, {"fold", &PrinterMarks::fold}, {"bars", &PrinterMarks::bars}}};

constexpr Keywords<Inks, 3> kinds_of_inks = {{{"colour", Inks::colour}, {"grey", Inks::grey}, {"cmyk", Inks::cmyk}}};

/// The number in "4-up".
std::optional<int> up_of(std::string_view text) {
  int up = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), up);
  const std::string_view rest(parsed.ptr, static_cast<std::size_t>(text.data() + text.size() - parsed.ptr));
  if (parsed.ec != std::errc() || rest != "-up" || up < 1 || up > most_up) return std::nullopt;
  return up;
}

class Reader {
 public:
  Reader(yaml::MappingReader& reader, Edition& edition, Diagnostics& diagnostics)
      : reader_(reader), edition_(edition), how_(edition.imposition), diagnostics_(diagnostics) {}

  void read() {
    read_way();
    read_sheet();
    if (const auto edge = read_word("duplex", "edge to turn the sheet over", edges)) how_.duplex = *edge;
    if (const auto fill = read_word("fill", "way to fill the sheet", fills)) how_.fill = *fill;
    if (const auto margin = read_length(reader_, "margin", diagnostics_)) how_.margin = *margin;
    read_thickness();
    read_marks();
    if (const auto inks = read_word("colour", "kind of colour", kinds_of_inks)) edition_.inks = *inks;
    // How many languages there are is not known here.
    if (edition_.medium == Medium::pdf && how_.kind != Impose::languages) check_the_room();
  }

 private:
  template <class Value, std::size_t n>
  std::optional<Value> read_word(std::string_view key, std::string_view what, const Keywords<Value, n>& words) {
    const auto name = reader_.text(key);
    if (!name) return std::nullopt;
    return look_up(words, what, *name, reader_.place_of(key), diagnostics_);
  }

  /// Some layouts have the paper lie across: one of both is enough here, and impose() knows which it is.
  void check_the_room() {
    const Size paper = paper_size(edition_.paper).value_or(Size());
    Diagnostics found = check_room(how_, paper, 1);
    if (!found.empty() && !check_room(how_, {paper.height, paper.width}, 1).empty())
      append(diagnostics_, std::move(found));
  }

  void read_way() {
    const auto name = reader_.text("impose");
    if (!name) return;
    how_.place = reader_.place_of("impose");
    if (const auto up = up_of(*name)) {
      how_.kind = Impose::n_up;
      how_.up = *up;
      return;
    }
    for (const auto& [known, kind] : ways)
      if (known == *name) {
        how_.kind = kind;
        return;
      }
    std::vector<std::string> all = names(ways);
    for (const char* up : {"2-up", "4-up"}) all.emplace_back(up);
    diagnostics_.push_back(unknown_value("way to impose", *name, all, how_.place));
  }

  void read_sheet() {
    const auto name = reader_.text("sheet");
    if (!name) return;
    if (sheet_size(*name)) {
      how_.sheet = *name;
    } else {
      diagnostics_.push_back(unknown_value("sheet", *name, sheet_names(), reader_.place_of("sheet")));
    }
  }

  void read_thickness() {
    const auto thickness = read_length(reader_, "thickness", diagnostics_);
    if (!thickness) return;
    how_.thickness_place = reader_.place_of("thickness");
    if (*thickness <= thickest) {
      how_.thickness = *thickness;
      return;
    }
    diagnostics_.push_back({.place = how_.thickness_place,
                            .code = "unknown-value",
                            .message = fmt::format("paper {:.3g}mm thick cannot be folded", thickness->mm()),
                            .hints = {"office paper is 0.1mm thick, card 0.3mm"}});
  }

  void read_marks() {
    const auto wanted = reader_.texts("marks");
    if (!wanted) return;
    edition_.marks = {};
    for (const std::string& name : *wanted)
      if (const auto kind = look_up(kinds_of_marks, "mark", name, reader_.place_of("marks"), diagnostics_))
        edition_.marks.*(*kind) = true;
  }

  yaml::MappingReader& reader_;
  Edition& edition_;
  Imposition& how_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_printing(yaml::MappingReader& reader, Edition& edition, Diagnostics& diagnostics) {
  Reader(reader, edition, diagnostics).read();
}

}  // namespace handbill
