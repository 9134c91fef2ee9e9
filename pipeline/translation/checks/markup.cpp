#include "translation/checks/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "document/walk.h"

namespace handbill {
namespace {

struct Kind {
  std::string_view name;
  std::string_view example;
  bool (*is)(const Inline& one);
  bool may_go = false;  ///< foreign words stand in italics, and in their own language need none
};

const std::array<Kind, 3>& kinds() {
  static constexpr std::array<Kind, 3> all{
      {{"bold text", "**…**", [](const Inline& one) { return std::holds_alternative<Strong>(one.node); }},
       {"emphasis", "_…_", [](const Inline& one) { return std::holds_alternative<Emphasis>(one.node); }, true},
       {"struck text", "~~…~~", [](const Inline& one) { return std::holds_alternative<Strikethrough>(one.node); }}}};
  return all;
}

std::size_t count_of(const Inlines& inlines, const Kind& kind) {
  std::size_t count = 0;
  for_each_inline(inlines, [&](const Inline& one) { count += kind.is(one) ? 1 : 0; });
  return count;
}

std::ptrdiff_t count_of(const std::string& text, char character) {
  return std::count(text.begin(), text.end(), character);
}

/// A mark that is text in the target, as it is nowhere in the source: it did not find its other half.
std::optional<std::string> loose_mark(const CheckedText& text) {
  constexpr std::array<std::pair<char, std::string_view>, 4> marks{{{'*', "*"}, {'_', "_"}, {'`', "`"}, {'~', "~~"}}};
  for (const auto& [character, mark] : marks)
    if (count_of(text.target.prose, character) > count_of(text.source.prose, character)) return std::string(mark);
  constexpr std::array<std::pair<char, char>, 2> brackets{{{'[', ']'}, {'{', '}'}}};
  for (const auto& [open, close] : brackets) {
    const auto in_source = count_of(text.source.prose, open) - count_of(text.source.prose, close);
    const auto in_target = count_of(text.target.prose, open) - count_of(text.target.prose, close);
    if (in_target != in_source) return std::string(1, in_target > in_source ? open : close);
  }
  return std::nullopt;
}

void check_kinds(const CheckedText& text, Diagnostics& found) {
  for (const Kind& kind : kinds()) {
    const std::size_t wanted = count_of(text.source.inlines, kind);
    const std::size_t written = count_of(text.target.inlines, kind);
    if (wanted == written || (written < wanted && kind.may_go)) continue;
    found.push_back(
        remark(text, "markup-changed",
               fmt::format("\"{}\" has {} {} in the source and {} in the translation", text.unit.unit.id, wanted,
                           wanted == 1 ? fmt::format("piece of {}", kind.name) : fmt::format("pieces of {}", kind.name),
                           written),
               written < wanted ? fmt::format("put {} round the words that carry it", kind.example)
                                : fmt::format("take the {} away", kind.example)));
  }
}

}  // namespace

void check_markup(const CheckedText& text, Diagnostics& found) {
  if (const auto mark = loose_mark(text)) {
    found.push_back(remark(
        text, "markup-balance", fmt::format("a \"{}\" in \"{}\" has no other half", *mark, text.unit.unit.id),
        fmt::format("close what \"{}\" opens, without a space inside, or write \\{}", *mark, mark->substr(0, 1))));
    return;
  }
  check_kinds(text, found);
  if (text.source.code == text.target.code) return;
  found.push_back(remark(text, "code-changed",
                         fmt::format("what stands between backticks in \"{}\" is not the source's", text.unit.unit.id),
                         "copy it from the source, letter by letter"));
}

}  // namespace handbill
