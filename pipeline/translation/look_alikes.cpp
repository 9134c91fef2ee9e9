#include "translation/look_alikes.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/limits.h"
#include "document/address.h"
#include "document/walk.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

struct CloseChecker {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};
using SpoofChecker = std::unique_ptr<USpoofChecker, CloseChecker>;

SpoofChecker open_checker() {
  UErrorCode status = U_ZERO_ERROR;
  SpoofChecker checker(uspoof_open(&status));
  uspoof_setChecks(checker.get(), USPOOF_CONFUSABLE | USPOOF_RESTRICTION_LEVEL | USPOOF_MIXED_NUMBERS, &status);
  uspoof_setRestrictionLevel(checker.get(), USPOOF_HIGHLY_RESTRICTIVE);
  if (U_FAILURE(status) != 0) internal_error("ICU has no spoof checker");
  return checker;
}

bool is_any_letter(UChar32 character) {
  return u_isalpha(character) != 0;
}

/// "org", "рф": what ends a domain.
bool is_top_level(const icu::UnicodeString& label) {
  if (label.countChar32() < 2) return false;
  for (std::int32_t at = 0; at < label.length(); at = label.moveIndex32(at, 1))
    if (!is_any_letter(label.char32At(at)) && u_charType(label.char32At(at)) != U_NON_SPACING_MARK) return false;
  return true;
}

/// The domain in a word that may be an address: without scheme, user, port and path.
icu::UnicodeString domain_in(std::string_view word) {
  const auto scheme = word.find("://");
  if (scheme != std::string_view::npos) word.remove_prefix(scheme + 3);
  word = word.substr(0, word.find_first_of("/?#"));
  const auto user = word.rfind('@');
  if (user != std::string_view::npos) word.remove_prefix(user + 1);
  icu::UnicodeString domain = to_icu(word.substr(0, word.find(':'))).foldCase();
  if (domain.startsWith(u"www.")) domain.remove(0, 4);
  return domain;
}

std::vector<std::string> addresses_in(std::string_view text) {
  constexpr std::string_view ends = " \t\n()<>[]{}\"";
  std::vector<std::string> found;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(ends), text.size());
    std::string_view word = text.substr(0, end);
    while (!word.empty() && std::string_view(".,;:!?'").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    if (looks_like_address(word)) found.emplace_back(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

void add_text(const Inlines& inlines, std::string& text) {
  for_each_inline(inlines, [&](const Inline& one) {
    if (const auto* const characters = std::get_if<Text>(&one.node)) text += characters->text;
    if (const auto* const code = std::get_if<Code>(&one.node)) text += code->text;
    if (std::holds_alternative<HardBreak>(one.node)) text += ' ';
  });
}

std::vector<std::string> known_addresses(const Inlines& source) {
  std::string text;
  add_text(source, text);
  std::vector<std::string> known = addresses_in(text);
  for_each_inline(source, [&](const Inline& one) {
    const auto* const link = std::get_if<Link>(&one.node);
    if (link != nullptr && !link->address.empty()) known.emplace_back(shown_address(link->address));
  });
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  return known;
}

Diagnostic deceives(std::string message, const Place& place, std::string hint) {
  return {Severity::error, place, "look-alike", std::move(message), {std::move(hint)}};
}

bool mixes_scripts(const SpoofChecker& checker, std::string_view address) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString domain = domain_in(address);
  const auto found = uspoof_check2(checker.get(), domain.getBuffer(), domain.length(), nullptr, &status);
  return U_SUCCESS(status) != 0 && found != 0;
}

bool is_confusable(const SpoofChecker& checker, std::string_view a, std::string_view b) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString left = domain_in(a);
  const icu::UnicodeString right = domain_in(b);
  if (left == right || left.isEmpty() || right.isEmpty()) return false;
  return uspoof_areConfusable(checker.get(), left.getBuffer(), left.length(), right.getBuffer(), right.length(),
                              &status) != 0;
}

std::optional<Diagnostic> find_confusable(const Inlines& source, const std::vector<std::string>& shown,
                                          std::string_view what, const Place& place) {
  const auto known = known_addresses(source);
  SpoofChecker checker;
  std::size_t comparisons = 0;
  for (const auto& address : shown) {
    if (std::binary_search(known.begin(), known.end(), address)) continue;
    if (!checker) checker = open_checker();
    if (mixes_scripts(checker, address))
      return deceives(fmt::format("the address \"{}\" in {} mixes letters that do not belong together", address, what),
                      place, "type the address anew, or copy it from the source");
    for (const auto& original : known) {
      if (++comparisons > limits::address_comparisons) return std::nullopt;
      if (is_confusable(checker, address, original))
        return deceives(fmt::format("\"{}\" in {} looks like \"{}\" but has other letters", address, what, original),
                        place, "copy the address from the source");
    }
  }
  return std::nullopt;
}

/// A link that says one address and leads to another.
std::optional<Diagnostic> find_misleading_link(const Inlines& source, const Inlines& target, std::string_view what,
                                               const Place& place) {
  const auto known = known_addresses(source);
  std::optional<Diagnostic> found;
  for_each_inline(target, [&](const Inline& one) {
    const auto* const link = std::get_if<Link>(&one.node);
    if (link == nullptr || found) return;
    std::string text = plain_text(link->children);
    if (!looks_like_address(text) || says_address(text, link->address)) return;
    // The author may say it that way.
    if (std::binary_search(known.begin(), known.end(), text) || domain_in(text) == domain_in(link->address)) return;
    found = deceives(fmt::format("a link in {} says \"{}\" but leads to \"{}\"", what, text, link->address), place,
                     "let the link say where it leads, or use other words");
  });
  return found;
}

}  // namespace

bool looks_like_address(std::string_view word) {
  if (word.find_first_of(" \t\n") != std::string_view::npos || word.find('.') == std::string_view::npos) return false;
  const icu::UnicodeString domain = domain_in(word);
  const std::int32_t dot = domain.lastIndexOf(u'.');
  if (dot <= 0) return false;
  const bool scheme = word.find("://") != std::string_view::npos;
  return (scheme || is_any_letter(domain.char32At(0)) || u_isdigit(domain.char32At(0)) != 0) &&
         is_top_level(domain.tempSubString(dot + 1));
}

std::optional<Diagnostic> find_look_alike(const Inlines& source, const Inlines& target, std::string_view what,
                                          const Place& place) {
  std::string text;
  add_text(target, text);
  const auto shown = addresses_in(text);
  if (shown.empty()) return std::nullopt;
  if (auto found = find_confusable(source, shown, what, place)) return found;
  return find_misleading_link(source, target, what, place);
}

}  // namespace handbill
