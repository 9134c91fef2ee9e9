// The container: a ZIP file in memory.
#pragma once

#include <string>
#include <vector>

namespace handbill::epub {

struct ArchiveEntry {
  std::string name;
  std::string bytes;
  bool compress =
      true;  ///< off for what is compressed already, and for the mimetype, which has to be readable as it is
};

/// Packs entries in their order, all with the same fixed time, so that the bytes depend on the entries alone. Throws
/// MachineError when memory runs out.
std::string pack(const std::vector<ArchiveEntry>& entries);

}  // namespace handbill::epub
