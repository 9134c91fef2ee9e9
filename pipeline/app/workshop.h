// Everything that files are made from, ready: documents read and localised, fonts, theme, images and words at hand.
#pragma once

#include <optional>
#include <vector>

#include "app/coverage.h"
#include "app/materials.h"
#include "app/output.h"
#include "core/diagnostic.h"
#include "project/opened_project.h"
#include "project/plan.h"
#include "project/selection.h"
#include "project/surroundings.h"
#include "translation/localise.h"

namespace handbill {

/// What the user asked for. Borrowed for the call.
struct Order {
  const Selection& selection;
  const std::vector<std::string>& editions;  ///< empty means all
  bool strict = false;                       ///< a text without translation is an error
  std::size_t workers = 0;                   ///< 0: as many as the machine has processors
  std::optional<BidiMarks> bidi = {};        ///< for every text, whatever its edition says
};

/// A document in one language.
struct LocalisedPage {
  std::optional<Localised> localised;  ///< nothing when it must not be made, which has been reported
  Diagnostics diagnostics;             ///< about this language
};

class Workshop {
 public:
  /// Reads the project and plans. Diagnostics: as open_project() and make_plan().
  static Result<Workshop> open(const Order& order, const Surroundings& around);

  bool usable() const { return usable_; }    ///< false: nothing can be made
  bool misused() const { return misused_; }  ///< the command line asked for what there is not
  const OpenedProject& opened() const { return opened_; }
  const Plan& plan() const { return plan_; }

  /// Localises the documents and gathers what the planned files need, and nothing else. Diagnostics: as
  /// gather_materials(); those of each language stay with its LocalisedPage.
  Diagnostics prepare(const Order& order, const Surroundings& around);

  /// By the plan's renditions; prepared.
  const std::vector<LocalisedPage>& localised() const { return localised_; }

  /// Nothing when the file cannot be made, which has been reported where it showed.
  std::optional<OutputInput> input_for(const PlannedFile& file, Timings* timings = nullptr) const;

  /// How much of a file that can be made is translated, in each of its languages, and in all of them.
  std::vector<FileCoverage> coverages_of(const PlannedFile& file) const;
  FileCoverage coverage_of(const PlannedFile& file) const;

  /// What turned out to be no usable font; to be asked when all is set.
  Diagnostics font_problems() const { return materials_.font_problems(); }

 private:
  std::optional<OutputInput> input_for(const PlannedFile& file, std::size_t rendition) const;
  Result<Materials> gather(const Surroundings& around) const;
  void localise(const Order& order, const Surroundings& around);

  OpenedProject opened_;
  Plan plan_;
  std::vector<LocalisedPage> localised_;
  Materials materials_;
  bool usable_ = false;
  bool misused_ = false;
};

}  // namespace handbill
