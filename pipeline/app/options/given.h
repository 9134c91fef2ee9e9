// The options and arguments that a command was given.
#pragma once

#include <fmt/format.h>

#include <boost/program_options/variables_map.hpp>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.h"
#include "project/misuse.h"
#include "project/selection.h"

namespace handbill {

/// Reads them one by one and gathers what is wrong with their values.
class Given {
 public:
  explicit Given(boost::program_options::variables_map values) : values_(std::move(values)) {}

  bool flag(const char* name) const { return values_.count(name) > 0; }
  std::optional<std::string> text(const char* name) const;

  /// An option or argument that may be given several times.
  std::vector<std::string> texts(const char* name) const;

  /// A list: "nl,ar" and "-l nl -l ar" are the same.
  std::vector<std::string> list(const char* name) const;

  /// A whole number from `least` to `most`.
  std::optional<std::size_t> number(const char* name, std::size_t least, std::size_t most);

  /// One of a few words; `what` names them in the message: "stage".
  template <class Value>
  std::optional<Value> choice(const char* name, std::string_view what,
                              std::span<const std::pair<std::string_view, Value>> words) {
    const auto wanted = text(name);
    if (!wanted) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& [word, value] : words) {
      if (word == *wanted) return value;
      known.emplace_back(word);
    }
    wrong_.push_back(misuse(fmt::format("unknown {} \"{}\"", what, *wanted), suggestion(*wanted, known)));
    return std::nullopt;
  }

  /// `DOCUMENT…` and --locale.
  Selection selection() const { return {texts("argument"), list("locale")}; }

  void report(Diagnostic wrong) { wrong_.push_back(std::move(wrong)); }
  const Diagnostics& wrong() const { return wrong_; }

 private:
  boost::program_options::variables_map values_;
  Diagnostics wrong_;
};

}  // namespace handbill
