#include "project/misuse.h"

#include <fmt/format.h>

#include <utility>

namespace handbill {

Diagnostic misuse(std::string message, std::string hint) {
  Diagnostic error{Severity::error, {}, "usage", std::move(message), {}};
  if (!hint.empty()) error.hints.push_back(std::move(hint));
  return error;
}

std::string suggestion(std::string_view wanted, const std::vector<std::string>& known) {
  const std::string meant = nearest(wanted, known);
  if (!meant.empty()) return fmt::format("did you mean {}?", meant);
  return known.empty() ? std::string() : fmt::format("choose from {}", fmt::join(known, ", "));
}

}  // namespace handbill
