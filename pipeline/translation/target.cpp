#include "translation/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "document/walk.h"
#include "translation/hidden_characters.h"
#include "translation/look_alikes.h"
#include "translation/reference_rule.h"

namespace handbill {
namespace {

constexpr std::string_view unknown_footnote = "unknown-footnote";

/// All that is printed or read out of `inlines`, run together as it will be. Character references such as &#x202E;
/// are characters by now.
std::string visible_text(const Inlines& inlines) {
  std::string text;
  for_each_inline(inlines, [&](const Inline& one) {
    if (const auto* const characters = std::get_if<Text>(&one.node)) text += characters->text;
    if (const auto* const code = std::get_if<Code>(&one.node)) text += code->text;
  });
  return text;
}

std::vector<std::string> titles_of(const Inlines& inlines) {
  std::vector<std::string> titles;
  for_each_inline(inlines, [&](const Inline& one) {
    if (const auto* const link = std::get_if<Link>(&one.node)) titles.push_back(link->title);
    if (const auto* const image = std::get_if<InlineImage>(&one.node)) titles.push_back(image->title);
  });
  return titles;
}

std::optional<Diagnostic> find_hidden_in(const Inlines& target, const std::string& what, const Place& place) {
  if (auto hidden = find_hidden_character(visible_text(target), what, place)) return hidden;
  for (const auto& title : titles_of(target))
    if (auto hidden = find_hidden_character(title, what, place)) return hidden;
  return std::nullopt;
}

Diagnostic empty_target(const std::string& what, const Place& place) {
  return {Severity::error, place, "empty-target", what + " prints nothing", {"leave the target empty, or translate"}};
}

}  // namespace

Result<std::optional<Inlines>> read_target(const TargetInput& input) {
  Result<std::optional<Inlines>> result;
  auto& found = result.diagnostics;
  const auto& entry = input.entry;
  auto target = take(parse_inlines(entry.target, entry.target_place, input.footnotes), found);

  // What the author of a page is warned about, a stranger may not do.
  bool footnotes_known = true;
  for (auto& diagnostic : found) {
    if (diagnostic.code == unknown_footnote) footnotes_known = false;
    if (diagnostic.code == unknown_footnote || diagnostic.code == "raw-html" || diagnostic.code == "shortcode")
      diagnostic.severity = Severity::error;
  }
  const auto what = fmt::format("the translation of \"{}\"", input.unit.id);
  if (auto hidden = find_hidden_in(target, what, entry.target_place)) found.push_back(std::move(*hidden));
  if (is_invisible(visible_text(target))) found.push_back(empty_target(what, entry.target_place));
  if (auto look_alike = find_look_alike(input.source, target, what, entry.target_place))
    found.push_back(std::move(*look_alike));
  if (footnotes_known) {
    if (auto changed = check_references({input.source, target, input.unit.id, entry.target, entry.target_place}))
      found.push_back(std::move(*changed));
  }
  if (!has_errors(found)) result.value = std::move(target);
  return result;
}

}  // namespace handbill
