#include "translation/checks/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace handbill {
namespace {

// A number up to this may be a word on one side: "twelve", "tiende".
constexpr std::size_t most_as_word = 12;

using NumberTokens = std::vector<NumberToken>;

/// Digits without marks, wherever they stand.
struct Group {
  std::string digits;
  bool clock = false;
};

std::vector<std::vector<std::string>> values_of_all(const NumberTokens& tokens, const NumberMarks& marks) {
  std::vector<std::vector<std::string>> values;
  for (const NumberToken& token : tokens) values.push_back(values_of(token, marks));
  return values;
}

bool share_a_value(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// Takes away what both sides say.
void cancel_values(NumberTokens& source, NumberTokens& target, const NumberConventions& conventions) {
  auto wanted = values_of_all(source, conventions.source);
  auto written = values_of_all(target, conventions.target);
  for (std::size_t index = 0; index < source.size();) {
    const auto found = std::find_if(written.begin(), written.end(),
                                    [&](const auto& values) { return share_a_value(wanted[index], values); });
    if (found == written.end()) {
      ++index;
      continue;
    }
    const auto at = found - written.begin();
    target.erase(target.begin() + at);
    written.erase(found);
    source.erase(source.begin() + static_cast<std::ptrdiff_t>(index));
    wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(index));
  }
}

/// A number that is written as in the source and so says something else: 1,500 is one and a half in Dutch.
const NumberToken* find_other_meaning(const NumberTokens& source, const NumberTokens& target,
                                      const NumberConventions& conventions) {
  for (const NumberToken& token : target) {
    const bool copied = std::any_of(source.begin(), source.end(),
                                    [&](const NumberToken& other) { return other.written == token.written; });
    if (copied && !values_of(token, conventions.source).empty() && !values_of(token, conventions.target).empty())
      return &token;
  }
  return nullptr;
}

std::vector<Group> groups_of(const NumberTokens& tokens) {
  std::vector<Group> groups;
  for (const NumberToken& token : tokens)
    for (const std::string& digits : token.groups) groups.push_back({digits, token.clock});
  return groups;
}

/// 17 and 5 are the same hour.
bool same_hour(const Group& a, const Group& b) {
  if ((!a.clock && !b.clock) || a.digits.size() > 2 || b.digits.size() > 2) return false;
  const int difference = std::stoi(a.digits) - std::stoi(b.digits);
  return difference == 12 || difference == -12;
}

template <class Same>
void cancel(std::vector<Group>& source, std::vector<Group>& target, const Same& same) {
  std::erase_if(source, [&](const Group& group) {
    const auto found =
        std::find_if(target.begin(), target.end(), [&](const Group& other) { return same(group, other); });
    if (found == target.end()) return false;
    target.erase(found);
    return true;
  });
}

bool may_be_word(const Group& group) {
  return group.digits.size() <= 2 && static_cast<std::size_t>(std::stoi(group.digits)) <= most_as_word;
}

bool may_be_words(const std::vector<Group>& groups) {
  return std::all_of(groups.begin(), groups.end(), may_be_word);
}

struct Difference {
  std::string message;
  std::string hint;
};

std::optional<Difference> compare(NumberTokens source, NumberTokens target, const NumberConventions& conventions,
                                  const std::string& id) {
  cancel_values(source, target, conventions);
  if (const NumberToken* const other = find_other_meaning(source, target, conventions))
    return Difference{fmt::format("{} in \"{}\" reads as {} in this language", other->written, id,
                                  values_of(*other, conventions.target).front()),
                      "write it with the language's own marks for thousands and decimals"};
  auto missing = groups_of(source);
  auto added = groups_of(target);
  cancel(missing, added, [](const Group& a, const Group& b) { return a.digits == b.digits; });
  cancel(missing, added, same_hour);
  const bool words = (missing.empty() && may_be_words(added)) || (added.empty() && may_be_words(missing));
  if (words) return std::nullopt;
  if (missing.empty())
    return Difference{fmt::format("the number {} in \"{}\" is not in the source", added.front().digits, id),
                      "correct the number"};
  return Difference{
      added.empty()
          ? fmt::format("the number {} of the source is missing in \"{}\"", missing.front().digits, id)
          : fmt::format("\"{}\" says {} where the source says {}", id, added.front().digits, missing.front().digits),
      "correct the number"};
}

}  // namespace

void check_numbers(const CheckedText& text, const NumberConventions& conventions, Diagnostics& found) {
  auto source = numbers_in(text.source.plain);
  auto target = numbers_in(text.target.plain);
  if (source.empty() && target.empty()) return;
  if (auto difference = compare(std::move(source), std::move(target), conventions, text.unit.unit.id))
    found.push_back(remark(text, "number-changed", std::move(difference->message), std::move(difference->hint)));
}

}  // namespace handbill
