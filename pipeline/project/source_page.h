// Reading a build's Markdown files.
#pragma once

#include <vector>

#include "core/diagnostic.h"
#include "core/files.h"
#include "project/plan.h"
#include "project/project.h"

namespace handbill {

/// Reads one file. Its document is null when it cannot be read, is not UTF-8, or what stands in its front matter is
/// wrong: half of that must not be printed. Diagnostics: `unreadable`, `no-document`, as parse_document(),
/// as editions_of().
Result<SourcePage> read_page(const SourceFile& source, const Project& project, const Files& files);

}  // namespace handbill
