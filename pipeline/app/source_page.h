// Reading a build's Markdown files.
#pragma once

#include <vector>

#include "app/plan.h"
#include "app/project.h"
#include "core/diagnostic.h"
#include "core/files.h"

namespace handbill {

/// Reads one file. Its document is null when it cannot be read, is not UTF-8, or what stands in its front matter is
/// wrong: half of that must not be printed. Diagnostics: `unreadable`, `no-document`, as parse_document(),
/// as editions_of().
Result<SourcePage> read_page(const SourceFile& source, const Project& project, const Files& files);

}  // namespace handbill
