// What a build tells the next one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/build.h"
#include "app/last_build.h"
#include "app/workshop.h"
#include "manifest/observed_files.h"

namespace handbill {

/// What came of one planned file that was to be made.
struct Attempt {
  bool begun = false;            ///< false: another file failed before
  bool pictured = false;         ///< its pictures were looked at
  std::optional<MadeFile> made;  ///< nothing when it could not be
  Observation bytes;             ///< of what was written
  Diagnostics found;
};

/// By the plan's files: the record of one that need not be made again; null for the others.
using KeptFiles = std::vector<const OutputRecord*>;

/// Finds what need not be made again, and remembers what was made.
class BuildMemory {
 public:
  /// All are borrowed; `files` are those that the build reads.
  BuildMemory(const BuildOptions& options, const Surroundings& around, const ObservedFiles& files);

  /// The report of a build since which nothing has changed, without a look into any file.
  std::optional<BuildReport> answer();

  KeptFiles find_kept(const Workshop& shop);

  MadeFile file_of(const std::string& path, const OutputRecord& record) const;

  /// Appends what was said of a file that is kept.
  void say(const std::vector<DiagnosticId>& what, Diagnostics& to) const;

  /// Takes in what has been done and writes it down. `opening` is what was said when the project was opened.
  void remember(const Workshop& shop, const std::vector<Attempt>& attempts, const Diagnostics& opening);

  /// Everything that the build's files stand on.
  std::vector<Observation> stood_on(const KeptFiles& kept) const;

 private:
  /// What all files of a build have in common.
  struct Common {
    Looks project;  ///< what is read whatever the document is
    Looks type;     ///< fonts and hyphenation patterns
    bool type_fails = false;
  };
  Common common_of(const Workshop& shop) const;
  Looks type_looks(const Workshop& shop) const;
  Looks looks_for(const Workshop& shop, const PlannedFile& file, const Attempt& attempt, const Common& common) const;
  Findings findings_of(const Workshop& shop, const PlannedFile& file, const Attempt& attempt);
  void remember_opening(const Workshop& shop, const Diagnostics& found);
  void remember_file(const Workshop& shop, const PlannedFile& file, const Attempt& attempt, const Common& common);
  std::optional<std::vector<ObservationId>> take_in(const Looks& looks);
  Digest key_of(const Workshop& shop, const PlannedFile& file) const;

  const BuildOptions& options_;
  const Surroundings& around_;
  const ObservedFiles& files_;
  Digest asked_;
  LastBuild last_;
};

}  // namespace handbill
