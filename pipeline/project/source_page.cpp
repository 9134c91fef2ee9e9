#include "project/source_page.h"

#include <fmt/format.h>

#include "core/limits.h"
#include "source/parse.h"

namespace handbill {

Result<SourcePage> read_page(const SourceFile& source, const Project& project, const Files& files) {
  Result<SourcePage> result{{.source = source}, {}};
  const Place file = Place::in_file(source.path.string());
  ReadResult read = files.read(source.path, limits::page_bytes);
  if (!read.ok()) {
    result.diagnostics.push_back({Severity::error, file, "unreadable", "cannot be read: " + read.reason, {}});
    return result;
  }
  result.value.bytes = read.bytes.size();
  Document document =
      take(parse_document({source.name, std::move(read.bytes), file, source.language}), result.diagnostics);
  result.value.editions = take(editions_of(document, project.editions), result.diagnostics);
  if (!has_errors(result.diagnostics)) result.value.document = std::make_shared<Document>(std::move(document));
  return result;
}

}  // namespace handbill
