// A project and those of its documents that a command is about, read.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "core/diagnostic.h"
#include "project/plan.h"
#include "project/project.h"
#include "project/selection.h"
#include "project/surroundings.h"

namespace handbill {

struct OpenedProject {
  Project project;
  std::vector<SourcePage> pages;  ///< one whose document is null could not be read
  bool usable = false;            ///< false: there is no telling what the project is, and nothing can be done
  bool misused = false;           ///< the command line asked for what there is not
};

/// How many bytes of Markdown a build holds the documents of; they take five times as much memory.
inline constexpr std::size_t kept_markdown = 1024 * 1024;

/// What is beyond `kept` bytes of Markdown is let go as soon as it is known what is to be made of it
/// (SourcePage::whole), unless it is the only page: that is needed next. Diagnostics: as load_project(),
/// find_locales(), find_sources() and read_page().
Result<OpenedProject> open_project(const Selection& selection, const Surroundings& around, std::size_t workers = 0,
                                   std::size_t kept = std::numeric_limits<std::size_t>::max());

/// The languages a page is to be made in.
std::vector<Language> locales_of(const SourcePage& page);

/// Sorts by place and leaves each one once: a document that is made in three languages and four editions still has
/// each of its problems once.
void tidy(Diagnostics& diagnostics);

}  // namespace handbill
