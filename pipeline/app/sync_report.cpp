#include "app/sync_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <utility>

#include "core/diagnostic.h"
#include "core/json.h"

namespace handbill {
namespace {

using Counts = std::array<std::pair<std::string_view, std::size_t>, 6>;

Counts counts_of(const SyncChanges& changes) {
  return {{{"new", changes.added},
           {"changed", changes.changed},
           {"removed", changes.removed},
           {"revived", changes.revived},
           {"moved", changes.moved},
           {"renamed", changes.renamed}}};
}

std::string line_of(const SyncedFile& file, bool written) {
  std::vector<std::string> parts;
  for (const auto& [name, count] : counts_of(file.changes))
    if (count > 0) parts.push_back(fmt::format("{} {}", count, name));
  if (parts.empty()) parts.emplace_back("a new source revision");
  const char* made = written ? " (made)" : " (would be made)";
  return fmt::format("{}{}: {}\n", printable(file.path), file.created ? made : "", fmt::join(parts, ", "));
}

std::string sync_as_text(const std::vector<SyncedFile>& files, bool written) {
  if (files.empty()) return "everything is up to date\n";
  std::string lines;
  for (const SyncedFile& file : files) lines += line_of(file, written);
  if (!written) lines += "nothing was written: handbill sync does it\n";
  return lines;
}

std::string sync_as_json(const std::vector<SyncedFile>& files, bool written) {
  JsonWriter json;
  json.begin_object().key("written").boolean(written);
  json.key("files").begin_array();
  for (const SyncedFile& file : files) {
    json.begin_object().key("file").text(file.path);
    json.key("created").boolean(file.created);
    for (const auto& [name, count] : counts_of(file.changes)) json.key(name).number(count);
    json.end_object();
  }
  json.end_array().end_object();
  return json.written();
}

}  // namespace

std::string write_sync_report(const std::vector<SyncedFile>& files, const SyncOptions& options) {
  switch (options.format) {
    case Format::json:
      return sync_as_json(files, !options.check);
    case Format::text:
    case Format::github:
      break;
  }
  return sync_as_text(files, !options.check);
}

}  // namespace handbill
