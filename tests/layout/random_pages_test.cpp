// What holds for the pages of every document, tried on documents that nobody would write.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "core/unicode.h"
#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"
#include "support/random_page.h"
#include "support/said.h"

using namespace handbill;
using namespace handbill::test;

namespace {

using Text = std::shared_ptr<const std::u16string>;

/// Every paragraph that pages show, in the order in which they are met, and what of it is shown. A note is on every
/// page that mentions it.
class Shown {
 public:
  explicit Shown(const Pages& pages) : structure_(pages.structure) {
    for (const Page& page : pages.pages) look(page.marks);
  }

  /// The first paragraph with a character that is shown twice, or with letters that are not shown.
  std::string fault() {
    for (const Text& text : order_) {
      if (notes_.count(text) > 0) continue;
      std::vector<int> times(text->size());
      for (const auto* ranges : {&ranges_.at(text), &generated_[text]})
        for (const auto& [begin, end] : *ranges)
          for (std::uint32_t at = begin; at < end; ++at) ++times[at];
      for (std::size_t at = 0; at < times.size(); ++at) {
        if (times[at] > 1) return "twice: " + to_utf8(*text);
        if (times[at] == 0 && u_isalnum((*text)[at])) return "not at all: " + to_utf8(*text);
      }
    }
    return {};
  }

  std::string text() const {
    std::string all;
    for (const Text& text : order_) {
      std::u16string shown;
      const std::set<Range> ranges(ranges_.at(text).begin(), ranges_.at(text).end());
      for (const auto& [begin, end] : ranges) shown += text->substr(begin, end - begin);
      all += to_utf8(shown) + "\n";
    }
    return all;
  }

 private:
  void look(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
      if (const auto* group = std::get_if<PlacedGroup>(&mark)) look(group->marks);
      const auto* placed = std::get_if<PlacedRun>(&mark);
      if (placed == nullptr || placed->run->generated || placed->structure == StructureId::artefact) continue;
      const Range range{placed->run->begin, placed->run->end};
      if (placed->generated) {
        generated_[placed->text].push_back(range);
        continue;
      }
      auto [found, is_new] = ranges_.try_emplace(placed->text);
      if (is_new) order_.push_back(placed->text);
      found->second.push_back(range);
      if (is_in_note(placed->structure)) notes_.insert(placed->text);
    }
  }

  bool is_in_note(StructureId id) const {
    for (std::optional<StructureId> at = id; at; at = structure_[static_cast<std::uint32_t>(*at)].parent)
      if (structure_[static_cast<std::uint32_t>(*at)].role == Role::note) return true;
    return false;
  }

  using Range = std::pair<std::uint32_t, std::uint32_t>;

  const Structure& structure_;
  std::vector<Text> order_;
  std::map<Text, std::vector<Range>> ranges_;
  std::map<Text, std::vector<Range>> generated_;
  std::set<Text> notes_;
};

struct Way {
  LayoutKind layout;
  const char* paper;
  const char* theme = "";
};

/// Flyers and their kin show calls to action at their foot.
Document without_calls(Document document) {
  for_each_block(document, [](Block& block) {
    if (auto* call = std::get_if<CallToAction>(&block.node)) call->label.inlines.clear();
  });
  return document;
}

constexpr Way ways[] = {
    {LayoutKind::handout, "A6"},
    {LayoutKind::handout, "A4", "handout: {columns: 2, links: foot, arabic-justification: kashida}"},
    {LayoutKind::handout, "A5", "handout: {columns: 3, justify: false, links: none}"},
    {LayoutKind::flyer, "A5"},
    {LayoutKind::poster, "A3"},
    {LayoutKind::leaflet, "A4"},
    {LayoutKind::tent, "A4"},
    {LayoutKind::tear_off, "A4"},
};

/// What can be said of the order in which pages show a document: a leaflet's cover, flap and back are on one page.
std::string disorder(const Document& document, const Way& way, const std::string& text) {
  if (way.layout == LayoutKind::leaflet) return {};
  return first_out_of_order(way.layout == LayoutKind::handout ? document : without_calls(document), text, true);
}

}  // namespace

TEST_CASE("Every word of a random document is on its pages, once and in order") {
  for (const char* tag : {"en", "ar"})
    for (unsigned seed = 200; seed < 208; ++seed) {
      const Document document = parsed(RandomPage(seed, tag).markdown(), tag);
      for (const Way& way : ways) {
        const Theme theme = ThemeFile::parse(way.theme, Place::in_file("theme.yaml"), fonts().roles())
                                .value.theme(way.layout, document.language);
        const auto pages = lay_out_document(document, {.layout = way.layout, .paper = way.paper, .theme = &theme});
        Shown shown(pages.value);
        INFO(tag << " " << seed << ", layout " << static_cast<int>(way.layout) << " on " << way.paper);
        CHECK(shown.fault() == "");
        CHECK(words_missing(document, shown.text()) == Words{});
        CHECK(words_repeated(document, shown.text()) == Words{});
        CHECK(disorder(document, way, shown.text()) == "");
      }
    }
}
