#include "translation/reference_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/limits.h"
#include "document/walk.h"

namespace handbill {
namespace {

struct Reference {
  enum class Kind : std::uint8_t { link, image, footnote };
  Kind kind = Kind::link;
  std::string address;  ///< a footnote's label
  Place place;

  friend bool operator<(const Reference& a, const Reference& b) {
    return std::tie(a.kind, a.address) < std::tie(b.kind, b.address);
  }
};

using References = std::vector<Reference>;

References references_of(const Inlines& inlines) {
  References found;
  for_each_inline(inlines, [&](const Inline& one) {
    if (const auto* const link = std::get_if<Link>(&one.node))
      found.push_back({Reference::Kind::link, link->address, one.place});
    else if (const auto* const image = std::get_if<InlineImage>(&one.node))
      found.push_back({Reference::Kind::image, image->address, one.place});
    else if (const auto* const footnote = std::get_if<FootnoteReference>(&one.node))
      found.push_back({Reference::Kind::footnote, footnote->label, one.place});
  });
  std::stable_sort(found.begin(), found.end());
  return found;
}

/// What `a` has more often than `b`; both are sorted.
References difference(const References& a, const References& b) {
  References more;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(more));
  return more;
}

std::span<const Reference> at_most(std::size_t count, const References& references) {
  return std::span(references).first(std::min(count, references.size()));
}

std::string reference_in_words(const Reference& reference) {
  switch (reference.kind) {
    case Reference::Kind::link:
      return fmt::format("the link to \"{}\"", reference.address);
    case Reference::Kind::image:
      return fmt::format("the image \"{}\"", reference.address);
    case Reference::Kind::footnote:
      return fmt::format("the footnote mark [^{}]", reference.address);
  }
  internal_error("a reference of no kind");
}

std::string as_markdown(const Reference& reference) {
  switch (reference.kind) {
    case Reference::Kind::link:
      return fmt::format("[text]({})", reference.address);
    case Reference::Kind::image:
      return fmt::format("![text]({})", reference.address);
    case Reference::Kind::footnote:
      return fmt::format("[^{}]", reference.address);
  }
  internal_error("a reference of no kind");
}

/// What the translator most likely meant with `added`.
const Reference* meant_by(const Reference& added, const References& missing) {
  std::vector<std::string> addresses;
  for (const auto& candidate : missing)
    if (candidate.kind == added.kind) addresses.push_back(candidate.address);
  if (addresses.empty()) return nullptr;
  const auto near = nearest(added.address, addresses);
  const auto& address = near.empty() ? addresses.front() : near;
  return &*std::find_if(missing.begin(), missing.end(), [&](const Reference& candidate) {
    return candidate.kind == added.kind && candidate.address == address;
  });
}

std::string hint_for_added(const Reference& added, const References& missing) {
  if (const auto* const meant = meant_by(added, missing))
    return fmt::format("the source has \"{}\": write {}", meant->address, as_markdown(*meant));
  return fmt::format("take {} away: a translation adds none", reference_in_words(added));
}

std::string_view trim_end(std::string_view text) {
  const auto end = text.find_last_not_of(" \t\n");
  return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// Why an address at the end of `before` is not read as a link's, when somebody clearly meant it to be one.
std::string_view slip_before(std::string_view before) {
  if (before.ends_with("<")) before.remove_suffix(1);
  before = trim_end(before);
  constexpr std::string_view wide_bracket = "\uFF08";
  if (before.ends_with(wide_bracket)) return "use the plain brackets ( ) around the address";
  if (before.ends_with("\\(")) return "take the backslash before ( away";
  if (before.ends_with(")[") || before.ends_with(") [")) return "swap the brackets: [text](address)";
  if (!before.ends_with("(")) return {};
  before.remove_suffix(1);
  const auto text = trim_end(before);
  if (text.ends_with("\\]")) return "take the backslash before ] away";
  if (text.ends_with("]") && text.size() < before.size())
    return "write [text](address) without a space between ] and (";
  return {};
}

/// The first address of the source that stands in the target, but not as a link.
std::optional<std::pair<Reference, std::string_view>> find_slip(std::string_view markdown, const References& source) {
  for (const auto& reference : source) {
    if (reference.address.empty() || reference.kind == Reference::Kind::footnote) continue;
    for (auto at = markdown.find(reference.address); at != std::string_view::npos;
         at = markdown.find(reference.address, at + 1))
      if (const auto slip = slip_before(markdown.substr(0, at)); !slip.empty()) return std::pair(reference, slip);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> check_references(const TranslatedText& text) {
  const auto source = references_of(text.source);
  const auto target = references_of(text.target);
  const auto missing = difference(source, target);
  const auto added = difference(target, source);
  const auto slip = find_slip(text.markdown, source);
  if (missing.empty() && added.empty() && !slip) return std::nullopt;

  Diagnostic diagnostic{Severity::error, text.place, "link-changed", {}, {}};
  if (!added.empty()) {
    diagnostic.place = added.front().place;
    diagnostic.message = fmt::format("{} in unit \"{}\" is not in the source", reference_in_words(added.front()), text.unit);
  } else if (!missing.empty()) {
    diagnostic.message =
        fmt::format("{} of the source is missing in unit \"{}\"", reference_in_words(missing.front()), text.unit);
  } else {
    diagnostic.message = fmt::format("{} in unit \"{}\" is not written as a link", reference_in_words(slip->first), text.unit);
  }
  if (slip) diagnostic.hints.emplace_back(slip->second);
  for (const auto& reference : at_most(limits::reference_hints, added))
    diagnostic.hints.push_back(hint_for_added(reference, missing));
  if (added.empty() && !slip)
    for (const auto& reference : at_most(limits::reference_hints, missing))
      diagnostic.hints.push_back(fmt::format("write {} where it belongs", as_markdown(reference)));
  return diagnostic;
}

}  // namespace handbill
