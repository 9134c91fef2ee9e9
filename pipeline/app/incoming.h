// A translation that somebody has sent, as it was read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "core/diagnostic.h"
#include "core/files.h"
#include "core/language.h"
#include "translation/catalogue.h"

namespace handbill {

/// A whole page, which says nothing before it is laid beside its source.
struct IncomingPage {
  std::string bytes;
};

struct Incoming {
  Place file;
  std::string document;              ///< what it says it translates; may be empty, or no document at all
  std::optional<Language> language;  ///< what it says, else its file's name
  std::variant<Catalogue, IncomingPage> content;
};

/// Reads PO (.po, .pot), XLIFF (.xlf, .xliff) and Markdown (.md, .markdown); other names by what is in them. A file of
/// more than limits::source_bytes is not read. Diagnostics: `unreadable`, `unknown-format`, as read_po() and
/// read_xliff().
Result<std::optional<Incoming>> read_incoming(const std::filesystem::path& path, const Files& files);

}  // namespace handbill
