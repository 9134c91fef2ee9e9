#include "translation/checks/placeholders.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace handbill {
namespace {

using Tokens = std::vector<std::string>;

/// {name}, {{name}}, %s, %1$d, %(name)s, ${name}: what a program fills in. Sorted.
Tokens placeholders_in(const std::string& text) {
  static const std::regex pattern(
      R"(\$?\{\{?[A-Za-z_][A-Za-z0-9_.-]*\}?\}|%\([A-Za-z_]+\)[sd]|%([1-9]\$)?[sd](?![A-Za-z]))");
  Tokens found;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
    found.push_back(match->str());
  std::sort(found.begin(), found.end());
  return found;
}

std::string first_difference(const Tokens& a, const Tokens& b) {
  Tokens more;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(more));
  return more.empty() ? std::string() : more.front();
}

bool may_have_any(const std::string& text) {
  return text.find_first_of("{%") != std::string::npos;
}

}  // namespace

void check_placeholders(const CheckedText& text, Diagnostics& found) {
  if (!may_have_any(text.source.prose) && !may_have_any(text.target.prose)) return;
  const Tokens wanted = placeholders_in(text.source.prose);
  const Tokens written = placeholders_in(text.target.prose);
  const std::string missing = first_difference(wanted, written);
  const std::string added = first_difference(written, wanted);
  if (!missing.empty()) {
    found.push_back(
        remark(text, "placeholder-changed",
               fmt::format("the placeholder {} of the source is missing in \"{}\"", missing, text.unit.unit.id),
               fmt::format("write {} where it belongs, untranslated", missing)));
  } else if (!added.empty()) {
    found.push_back(remark(text, "placeholder-changed",
                           fmt::format("the placeholder {} in \"{}\" is not in the source", added, text.unit.unit.id),
                           fmt::format("take {} away", added)));
  }
}

}  // namespace handbill
