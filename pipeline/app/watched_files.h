// What builds have looked at, watched.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "manifest/observation.h"

namespace handbill {

class WatchedFiles {
 public:
  /// Watches these, too. Of what is watched already, the later look counts.
  void watch(const std::vector<Observation>& observations);

  /// What is no longer as it was, each once, in order of path; from now on that counts as it is.
  std::vector<std::filesystem::path> take_changed();

 private:
  std::map<Look, Stamp> seen_;
};

}  // namespace handbill
