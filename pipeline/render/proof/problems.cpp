#include "render/proof/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace handbill::proof {
namespace {

constexpr std::size_t shown_at_once = 6;

std::ptrdiff_t count(const Diagnostics& problems, Severity severity) {
  return std::count_if(problems.begin(), problems.end(),
                       [&](const Diagnostic& one) { return one.severity == severity; });
}

std::string in_number(std::ptrdiff_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

void write_problem(Markup& page, const Diagnostic& problem) {
  const auto item = page.element("li", {{"class", std::string(name_of(problem.severity))}});
  {
    const auto line = page.element("p");
    page.element("strong", {}, name_of(problem.severity)).raw(" ");
    page.element("bdi", {}, printable(problem.message)).raw(" ");
    page.element("code", {}, problem.code);
  }
  const std::string place = to_string(problem.place);
  if (!place.empty()) page.element("p", {{"class", "place"}}, printable(place));
  for (const std::string& hint : problem.hints) page.element("p", {{"class", "hint"}}, printable(hint));
}

void write_list(Markup& page, std::span<const Diagnostic> problems) {
  const auto list = page.element("ul", {{"class", "problems"}});
  for (const Diagnostic& one : problems) write_problem(page, one);
}

}  // namespace

void write_problems(Markup& page, const Diagnostics& problems) {
  if (problems.empty()) return;
  const std::span<const Diagnostic> all(problems);
  // One more line to open the rest would take as much room as the problem itself.
  const std::size_t first = all.size() <= shown_at_once + 1 ? all.size() : shown_at_once;
  write_list(page, all.first(first));
  if (first == all.size()) return;
  const auto rest = page.element("details");
  page.element("summary", {}, fmt::format("{} more", all.size() - first));
  write_list(page, all.subspan(first));
}

std::string count_of(const Diagnostics& problems) {
  const auto errors = count(problems, Severity::error);
  const auto warnings = count(problems, Severity::warning);
  std::string text;
  if (errors > 0) text = in_number(errors, "error");
  if (errors > 0 && warnings > 0) text += ", ";
  if (warnings > 0) text += in_number(warnings, "warning");
  return text;
}

std::string_view worst_of(const Diagnostics& problems) {
  if (count(problems, Severity::error) > 0) return "error";
  return count(problems, Severity::warning) > 0 ? "warning" : "fine";
}

}  // namespace handbill::proof
