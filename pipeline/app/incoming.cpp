#include "app/incoming.h"

#include <algorithm>
#include <utility>

#include "core/limits.h"
#include "project/sources.h"
#include "translation/exchange/po.h"
#include "translation/exchange/xliff.h"

namespace handbill {
namespace {

enum class IncomingFormat : std::uint8_t { po, xliff, page, unknown };

IncomingFormat format_of(const std::filesystem::path& path, const std::string& bytes) {
  const std::string extension = path.extension().string();
  if (extension == ".po" || extension == ".pot") return IncomingFormat::po;
  if (extension == ".xlf" || extension == ".xliff") return IncomingFormat::xliff;
  if (extension == ".md" || extension == ".markdown") return IncomingFormat::page;
  const std::string_view start = std::string_view(bytes).substr(0, 4096);
  if (start.find("<xliff") != std::string_view::npos) return IncomingFormat::xliff;
  if (start.find("msgid \"") != std::string_view::npos) return IncomingFormat::po;
  return IncomingFormat::unknown;
}

Diagnostic unknown(const std::filesystem::path& path, const Place& file) {
  const std::string extension = path.extension().string();
  const bool locale_file = extension == ".yaml" || extension == ".yml";
  return {Severity::error,
          file,
          "unknown-format",
          "this is no PO file, no XLIFF and no Markdown page",
          {locale_file ? "a locale file needs no import: put it into the folder of its locale"
                       : "its name should end in .po, .xlf or .md"}};
}

Result<std::optional<Incoming>> with_catalogue(Result<std::optional<Catalogue>>&& read, Incoming incoming) {
  Result<std::optional<Incoming>> result{std::nullopt, std::move(read.diagnostics)};
  if (!read.value) return result;
  incoming.document = read.value->document;
  if (read.value->locale != Language()) incoming.language = read.value->locale;
  incoming.content = std::move(*read.value);
  result.value = std::move(incoming);
  return result;
}

}  // namespace

Result<std::optional<Incoming>> read_incoming(const std::filesystem::path& path, const Files& files) {
  const Place file = Place::in_file(path.string());
  ReadResult read = files.read(path, limits::source_bytes);
  if (!read.ok()) return {std::nullopt, {{Severity::error, file, "unreadable", "cannot be read: " + read.reason, {}}}};
  Incoming incoming{.file = file, .language = split_file_name(path).language};
  switch (format_of(path, read.bytes)) {
    case IncomingFormat::po:
      return with_catalogue(read_po(std::move(read.bytes), file), std::move(incoming));
    case IncomingFormat::xliff:
      return with_catalogue(read_xliff(std::move(read.bytes), file), std::move(incoming));
    case IncomingFormat::page:
      incoming.content = IncomingPage{std::move(read.bytes)};
      return {std::move(incoming), {}};
    case IncomingFormat::unknown:
      break;
  }
  return {std::nullopt, {unknown(path, file)}};
}

}  // namespace handbill
