// Pages and lines as text that a person can read and a test can compare.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "core/unicode.h"
#include "layout/pages.h"

namespace handbill {
namespace {

using Output = std::back_insert_iterator<std::string>;

std::string_view name_of(Role role) {
  switch (role) {
    case Role::document:
      return "document";
    case Role::section:
      return "section";
    case Role::heading1:
      return "heading1";
    case Role::heading2:
      return "heading2";
    case Role::heading3:
      return "heading3";
    case Role::heading4:
      return "heading4";
    case Role::heading5:
      return "heading5";
    case Role::heading6:
      return "heading6";
    case Role::paragraph:
      return "paragraph";
    case Role::list:
      return "list";
    case Role::list_item:
      return "list-item";
    case Role::label:
      return "label";
    case Role::list_body:
      return "list-body";
    case Role::table:
      return "table";
    case Role::table_row:
      return "table-row";
    case Role::header_cell:
      return "header-cell";
    case Role::data_cell:
      return "data-cell";
    case Role::figure:
      return "figure";
    case Role::link:
      return "link";
    case Role::note:
      return "note";
    case Role::reference:
      return "reference";
    case Role::quote:
      return "quote";
    case Role::block_quote:
      return "block-quote";
    case Role::code:
      return "code";
    case Role::caption:
      return "caption";
    case Role::contents:
      return "contents";
    case Role::contents_item:
      return "contents-item";
    case Role::span:
      return "span";
  }
  internal_error("a structure role without a name");
}

std::string text_of(Length length) {
  // No minus before a zero: a coordinate that rounds to nothing reads the same from either side.
  const std::string text = fmt::format("{:.2f}", length.pt());
  return text == "-0.00" ? "0.00" : text;
}

std::string text_of(const Rect& rect) {
  return fmt::format("{} {} {} x {}", text_of(rect.x), text_of(rect.y), text_of(rect.width), text_of(rect.height));
}

std::string text_of(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string text_of(StructureId structure) {
  return structure == StructureId::artefact ? "artefact" : fmt::format("@{}", static_cast<std::uint32_t>(structure));
}

std::string text_of(const PlacedRun& placed) {
  if (placed.run->generated) return "(generated)";
  return to_utf8(std::u16string_view(*placed.text).substr(placed.run->begin, placed.run->end - placed.run->begin));
}

class PagesDump {
 public:
  explicit PagesDump(std::string& text) : out_(text) {}

  void write(const Pages& pages) {
    fmt::format_to(out_, "pages {} {} \"{}\"\n", pages.pages.size(), pages.language.tag(), pages.title);
    if (pages.fitting)
      fmt::format_to(out_, "fitted size {:.3f} leading {:.3f} space {:.3f} fill {:.3f}\n", pages.fitting->size,
                     pages.fitting->leading, pages.fitting->space, pages.fitting->fill);
    for (const Page& page : pages.pages) write(page);
    for (const Destination& destination : pages.destinations)
      fmt::format_to(out_, "destination #{} page {} y {}\n", destination.id, destination.page + 1,
                     text_of(destination.y));
    for (const OutlineEntry& entry : pages.outline)
      fmt::format_to(out_, "outline {} \"{}\" page {} y {}\n", entry.level, entry.title, entry.page + 1,
                     text_of(entry.y));
    write(pages.structure);
  }

 private:
  void write(const Page& page) {
    fmt::format_to(out_, "page {} {} x {}", page.label, text_of(page.size.width), text_of(page.size.height));
    if (page.bleed > Length()) fmt::format_to(out_, " bleed {}", text_of(page.bleed));
    fmt::format_to(out_, "\n");
    for (const Fold& fold : page.folds)
      fmt::format_to(out_, "  fold {} {}\n", fold.upright ? "upright" : "across", text_of(fold.at));
    write(page.marks);
    for (const LinkArea& link : page.links) {
      fmt::format_to(out_, "  link {} \"{}\" {}", link.address, link.description, text_of(link.structure));
      for (const Rect& rect : link.rects) fmt::format_to(out_, " [{}]", text_of(rect));
      fmt::format_to(out_, "\n");
    }
  }

  void write(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) std::visit([this](const auto& kind) { write(kind); }, mark);
  }

  void write(const PlacedGroup& group) {
    fmt::format_to(out_, "  group at {} {} turned {}\n", text_of(group.origin.x), text_of(group.origin.y),
                   group.quarter_turns * 90);
    write(group.marks);
    fmt::format_to(out_, "  end of group\n");
  }

  void write(const PlacedRun& placed) {
    fmt::format_to(out_, "  run {} {} w {} {} {} {} {} {} {} \"{}\"\n", text_of(placed.baseline.x),
                   text_of(placed.baseline.y), text_of(placed.run->width), placed.run->right_to_left() ? "rtl" : "ltr",
                   placed.run->face->postscript_name(), text_of(placed.run->size), text_of(placed.colour),
                   placed.run->language.tag(), text_of(placed.structure), text_of(placed));
    if (placed.generated) fmt::format_to(out_, "    generated\n");
  }

  void write(const PlacedBox& placed) {
    fmt::format_to(out_, "  box {} {}", text_of(placed.rect), text_of(placed.colour));
    if (placed.radius > Length()) fmt::format_to(out_, " radius {}", text_of(placed.radius));
    fmt::format_to(out_, " {}\n", text_of(placed.structure));
  }

  void write(const PlacedLeader& placed) {
    fmt::format_to(out_, "  leader {} {} w {}\n", text_of(placed.from.x), text_of(placed.from.y),
                   text_of(placed.width));
  }

  void write(const PlacedStroke& placed) {
    fmt::format_to(out_, "  stroke {} {} to {} {} thick {} {}\n", text_of(placed.from.x), text_of(placed.from.y),
                   text_of(placed.to.x), text_of(placed.to.y), text_of(placed.thickness), text_of(placed.colour));
  }

  void write(const PlacedImage& placed) {
    fmt::format_to(out_, "  image {}x{} at {}", placed.image->width, placed.image->height, text_of(placed.rect));
    if (placed.visible) fmt::format_to(out_, " showing {}", text_of(*placed.visible));
    fmt::format_to(out_, " {}\n", text_of(placed.structure));
  }

  void write(const PlacedModules& placed) {
    fmt::format_to(out_, "  modules {} at {} {}\n", placed.side, text_of(placed.rect), text_of(placed.structure));
  }

  void write(const Structure& structure) {
    std::vector<int> depth(structure.size());
    for (std::size_t i = 0; i < structure.size(); ++i) {
      const StructureNode& node = structure[i];
      if (node.parent) depth[i] = depth[static_cast<std::size_t>(*node.parent)] + 1;
      fmt::format_to(out_, "structure {:{}}{} @{}", "", depth[i] * 2, name_of(node.role), i);
      if (node.language) fmt::format_to(out_, " {}", node.language->tag());
      if (!node.says.empty()) fmt::format_to(out_, " says \"{}\"", node.says);
      if (!node.alternative.empty()) fmt::format_to(out_, " \"{}\"", node.alternative);
      fmt::format_to(out_, "\n");
    }
  }

  Output out_;
};

/// Runs of one line, gathered until a run of another line comes.
struct LineOfRuns {
  std::vector<const PlacedRun*> runs;

  bool takes(const PlacedRun& run) const {
    return runs.empty() || (runs.back()->text == run.text && line_of(*runs.back()) == line_of(run));
  }

  std::string to_string() {
    Length left = runs.front()->baseline.x;
    Length right = left;
    for (const PlacedRun* run : runs) {
      left = std::min(left, run->baseline.x);
      right = std::max(right, run->baseline.x + run->run->width);
    }
    std::stable_sort(runs.begin(), runs.end(),
                     [](const PlacedRun* a, const PlacedRun* b) { return a->run->begin < b->run->begin; });
    std::string text;
    for (const PlacedRun* run : runs) text += run->run->generated ? "-" : text_of(*run);
    return fmt::format("  {} {} w {} \"{}\"\n", text_of(left), text_of(line_of(*runs.front())), text_of(right - left),
                       text);
  }

 private:
  static Length line_of(const PlacedRun& run) { return run.baseline.y + run.run->rise; }
};

}  // namespace

std::string dump(const Pages& pages) {
  std::string text;
  PagesDump(text).write(pages);
  return text;
}

namespace {

void add_lines_of(const std::vector<Mark>& marks, std::string& text) {
  LineOfRuns line;
  const auto finish = [&] {
    if (!line.runs.empty()) text += std::exchange(line, {}).to_string();
  };
  for (const Mark& mark : marks) {
    if (const auto* group = std::get_if<PlacedGroup>(&mark)) {
      finish();
      add_lines_of(group->marks, text);
    }
    const auto* run = std::get_if<PlacedRun>(&mark);
    if (run == nullptr) continue;
    if (!line.takes(*run)) finish();
    line.runs.push_back(run);
  }
  finish();
}

}  // namespace

std::string dump_lines(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages) {
    text += fmt::format("page {}\n", page.label);
    add_lines_of(page.marks, text);
  }
  return text;
}

}  // namespace handbill
