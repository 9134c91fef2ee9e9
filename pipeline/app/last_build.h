// What earlier builds have left in the output folder, and how much of it still holds.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/output_folder.h"
#include "manifest/manifest.h"

namespace handbill {

/// A manifest that is compared with the disk as far as it is asked about, and no look is made twice.
class LastBuild {
 public:
  /// Reads the folder's manifest. One that is not there, too large, damaged or another program's is as good as none.
  LastBuild(OutputFolder output, const Digest& identity);

  /// What was asked for in the same words, if what was read for it is as it was.
  const Opening* opening(const Digest& asked);

  /// The record of a file, if it would be made the same way from the same inputs, and lies there as it was written.
  const OutputRecord* output(const std::string& path, const Digest& key);

  /// Whether everything that a record or an opening stands on is as it was.
  bool stands(const std::vector<ObservationId>& stood_on);

  const Manifest& manifest() const { return manifest_; }

  /// For taking in what a build has done; save() must follow.
  Manifest& changing() {
    changed_ = true;
    return manifest_;
  }

  /// Writes the manifest, unless nothing is new. Without room or permission it stays as it is, which costs the next
  /// build time and nothing else.
  void save();

 private:
  bool intact(const std::string& path, Written& written);
  bool passes(Observation& observation);

  OutputFolder output_;
  Digest identity_;
  Manifest manifest_;
  std::vector<std::optional<bool>> verdicts_;  ///< by the manifest's observations
  bool changed_ = false;
};

}  // namespace handbill
