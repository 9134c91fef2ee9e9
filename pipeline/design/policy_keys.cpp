#include "design/policy_keys.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "design/keywords.h"

namespace handbill {
namespace {

constexpr Keywords<Untranslated, 3> untranslated_words = {
    {{"source", Untranslated::source}, {"omit", Untranslated::omit}, {"fail", Untranslated::fail}}};

constexpr Keywords<Stale, 3> stale_words = {{{"use", Stale::use}, {"source", Stale::source}, {"fail", Stale::fail}}};

/// "90%" or "90".
void read_minimum(yaml::MappingReader& reader, TranslationPolicy& policy, Diagnostics& diagnostics) {
  const auto text = reader.text("minimum");
  if (!text) return;
  std::string_view digits = *text;
  if (digits.ends_with('%')) digits.remove_suffix(1);
  int share = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), share);
  policy.place = reader.place_of("minimum");
  if (error == std::errc() && end == digits.data() + digits.size() && share >= 0 && share <= 100) {
    policy.minimum = share;
    return;
  }
  diagnostics.push_back({.severity = Severity::error,
                         .place = policy.place,
                         .code = "unknown-value",
                         .message = fmt::format("\"{}\" is no share of a document", *text),
                         .hints = {"write it as in `minimum: 90%`"}});
}

}  // namespace

void read_policy(yaml::MappingReader& reader, TranslationPolicy& policy, Diagnostics& diagnostics) {
  if (const auto word = reader.text("untranslated")) {
    policy.place = reader.place_of("untranslated");
    policy.untranslated = look_up(untranslated_words, "way with untranslated texts", *word, policy.place, diagnostics)
                              .value_or(policy.untranslated);
  }
  if (const auto word = reader.text("stale")) {
    policy.place = reader.place_of("stale");
    policy.stale =
        look_up(stale_words, "way with stale translations", *word, policy.place, diagnostics).value_or(policy.stale);
  }
  read_minimum(reader, policy, diagnostics);
  policy.note = reader.boolean("note").value_or(policy.note);
}

}  // namespace handbill
