// A locale file that can be changed: its text, what it says, and where each unit stands in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "translation/catalogue.h"
#include "translation/locale_layout.h"
#include "translation/locale_list.h"

namespace handbill {

/// What the file is to be. A unit that is named in neither list is gone.
struct LocalePlan {
  std::vector<PlannedUnit> units;
  std::vector<PlannedUnit> obsolete;
  std::optional<std::string> source_revision;  ///< nothing: stays as it is
};

class LocaleFile {
 public:
  /// A file that is not there yet, without units.
  static LocaleFile create(const Place& file, const std::string& document, const Language& locale);

  /// Nothing for a file with any error: it cannot be known what its author meant. Diagnostics: as parse_catalogue(),
  /// `layout`. An empty file, or one of comments alone, is as good as a new one.
  static Result<std::optional<LocaleFile>> parse(std::string bytes, const Place& file, const std::string& document,
                                                 const Language& locale);

  const Catalogue& catalogue() const { return catalogue_; }

  /// Whether a person has written anything at Catalogue::entries[index]: a target, a note, a comment.
  bool has_writing(std::size_t index) const;

  /// The plan that changes nothing.
  LocalePlan as_it_is() const;

  /// The file's bytes after the change. What the plan does not touch stays byte for byte: comments, blank lines, order,
  /// quotes, line endings. What was written is read back and compared with the plan; a file in which it cannot be
  /// carried out is reported, `layout`, and there are no bytes.
  Result<std::optional<std::string>> changed(const LocalePlan& plan) const;

 private:
  LocaleFile() = default;
  std::string rewritten(const LocalePlan& plan) const;

  std::string bytes_;  ///< as it was read
  std::string text_;   ///< clean, with a line feed at its end
  Catalogue catalogue_;
  LocaleLayout layout_;
};

}  // namespace handbill
