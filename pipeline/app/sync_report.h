// What a sync did, or would do.
#pragma once

#include <string>
#include <vector>

#include "app/options/sync_options.h"
#include "translation/sync.h"

namespace handbill {

struct SyncedFile {
  std::string path;
  bool created = false;
  SyncChanges changes;
};

/// One line a file, "locales/nl/page.yaml: 2 new, 1 changed", or with Format::json
///   {"written": true, "files": [{"file", "created", "new", "changed", "removed", "revived", "moved", "renamed"}, …]}
std::string write_sync_report(const std::vector<SyncedFile>& files, const SyncOptions& options);

}  // namespace handbill
