// What earlier builds into a folder have left there, and what they have read for it.
//
// As a file, out/.handbill-manifest:
//
//   handbill-manifest 1\n       what this is, and the version of what follows
//   Digest                      of everything after it: a file that is damaged counts as none
//   Digest                      of the build identity (build_identity.h): another program's counts as none
//   texts                       every text once; all others are numbers of these
//   observations, diagnostics   every one once; likewise
//   openings, outputs
//
// Numbers are LEB128, signed ones zigzag; digests and doubles have eight bytes a word, little-endian; lists are counts
// with their elements. The order of the fields is that of the structs below. It says nothing that a build would not
// find out by itself, so it may be deleted at any time. Whoever can write to out/ can write it: nothing in it names
// what is written or removed; the files that it names are looked at and compared, as far as a build may read files at
// all (limits.h), and never shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "layout/pages.h"
#include "manifest/digest.h"
#include "manifest/observation.h"

namespace handbill {

/// Indices into Manifest's lists.
using ObservationId = std::uint32_t;
using DiagnosticId = std::uint32_t;

/// What is said of a file when it is made, by the step that found it: a report shows all of one step before the next.
struct Findings {
  std::vector<DiagnosticId> materials;  ///< of fonts, theme and words
  std::vector<DiagnosticId> localised;  ///< of its languages
  std::vector<DiagnosticId> pictures;
  std::vector<DiagnosticId> own;
};

/// A file that was written.
struct Written {
  Observation bytes;  ///< of the file; its path is not kept
  std::size_t size = 0;
  std::optional<std::size_t> pages;  ///< where the medium has pages
  std::optional<Fitting> fitting;    ///< where the edition is fitted to its sides
  std::size_t units = 0;             ///< its texts; how many of them are not translated, or stale
  std::size_t untranslated = 0;
  std::size_t stale = 0;
};

/// One planned file, made or found not to be makeable.
struct OutputRecord {
  Digest key;                           ///< what was asked for, apart from what is read
  std::vector<ObservationId> stood_on;  ///< everything that was read for it
  std::optional<Written> written;       ///< nothing when it could not be made, which Findings tell
  Findings findings;
};

/// What the program was asked to build, and what that turned out to be.
struct Opening {
  struct Planned {
    std::string path;  ///< below the output folder
    Digest key;        ///< as OutputRecord has it
  };
  Digest asked;
  std::vector<ObservationId> stood_on;
  std::vector<Planned> files;
  std::vector<DiagnosticId> diagnostics;
};

class Manifest {
 public:
  std::vector<Observation> observations;
  std::vector<Diagnostic> diagnostics;
  std::vector<Opening> openings;                ///< the latest last
  std::map<std::string, OutputRecord> outputs;  ///< by path below the output folder

  /// Takes in an observation that is certain, unless it is known; of a known one, the later stamp is kept.
  ObservationId add(const Observation& observation);

  /// Takes in those that are not known.
  std::vector<DiagnosticId> add(const Diagnostics& found);

  /// Puts an opening last, in the place of one that was asked for in the same words. Only the latest few are kept.
  void add(Opening opening);
  const Opening* opening(const Digest& asked) const;

 private:
  void index();

  // Made when they are first needed: most builds take nothing in.
  std::map<Digest, ObservationId> observation_ids_;
  std::map<Digest, DiagnosticId> diagnostic_ids_;
};

/// The name of the file in the output folder.
inline constexpr std::string_view manifest_name = ".handbill-manifest";

/// Writes what openings and outputs refer to, and nothing else.
std::string write_manifest(const Manifest& manifest, const Digest& identity);

/// Nothing for bytes that are no manifest, another version's, another program's or damaged. Paths of outputs lead
/// nowhere but below the folder.
std::optional<Manifest> read_manifest(std::string_view bytes, const Digest& identity);

}  // namespace handbill
