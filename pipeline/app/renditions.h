// The documents of a plan in their languages, and their pictures.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "core/diagnostic.h"
#include "document/images.h"
#include "manifest/look.h"
#include "project/opened_project.h"
#include "project/plan.h"
#include "project/surroundings.h"
#include "translation/localise.h"

namespace handbill {

/// A document in one language.
struct LocalisedPage {
  std::unique_ptr<Localised> localised;  ///< null when it must not be made, which has been reported
  Diagnostics diagnostics;               ///< about this language
  Looks looks;                           ///< at its locale files
};

/// Each is made when a file first needs it and let go when the last file that does is finished: an archive takes no
/// more memory than the files at work. Threads may share it.
class Renditions {
 public:
  /// Borrowed as long as this lives.
  struct Input {
    OpenedProject& opened;  ///< its documents are let go, too
    const Plan& plan;
    const Surroundings& around;
    bool strict = false;  ///< a text without translation is an error
  };
  explicit Renditions(const Input& input);

  /// By the plan's renditions.
  const LocalisedPage& localised(std::size_t rendition);

  /// What a document is written as, and its pictures, by the project's pages. It is null when its file has been spoilt
  /// since it was read first, which is reported.
  const Document* source(std::size_t page);
  const Images& images(std::size_t page);

  /// What was read for its pictures, and found about these and the page; both empty unless they were asked for.
  const Looks& picture_looks(std::size_t page) const { return pages_[page].looks; }
  const Diagnostics& page_diagnostics(std::size_t page) const { return pages_[page].diagnostics; }

  /// `file` is made. Nothing may be asked for on its behalf any more.
  void finish(const PlannedFile& file);

  /// What was found about all languages and all pages that were asked for, in the plan's order: as localise_page(); as
  /// read_page() and load_images(). To be asked when all files are made.
  Diagnostics text_problems() const;
  Diagnostics page_problems() const;

 private:
  struct Text {
    std::once_flag made;
    LocalisedPage page;
    std::atomic<std::size_t> files = 0;  ///< that are yet to be made
  };
  struct Page {
    std::once_flag read;
    std::once_flag pictured;
    DocumentPtr document;
    Images images;
    Diagnostics diagnostics;
    Looks looks;
    std::atomic<std::size_t> files = 0;  ///< likewise
  };

  void read(std::size_t page);
  LocalisedPage localise(const Rendition& rendition);

  Input input_;
  std::vector<Text> texts_;  ///< by rendition
  std::vector<Page> pages_;
};

/// The renditions that stand in a file.
std::vector<std::size_t> renditions_of(const PlannedFile& file);

}  // namespace handbill
