// Everything that files are made from, at hand: documents in their languages, fonts, theme, pictures and words.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "app/coverage.h"
#include "app/materials.h"
#include "app/output.h"
#include "app/renditions.h"
#include "core/diagnostic.h"
#include "project/opened_project.h"
#include "project/plan.h"
#include "project/selection.h"
#include "project/surroundings.h"

namespace handbill {

/// What the user asked for. Borrowed as long as the workshop lives.
struct Order {
  const Selection& selection;
  const std::vector<std::string>& editions;                    ///< empty means all
  bool strict = false;                                         ///< a text without translation is an error
  std::size_t workers = 0;                                     ///< 0: as many as the machine has processors
  std::optional<BidiMarks> bidi = {};                          ///< for every text, whatever its edition says
  std::size_t kept = std::numeric_limits<std::size_t>::max();  ///< as open_project() has it
};

class Workshop {
 public:
  /// Reads the project and plans. Diagnostics: as open_project() and make_plan(). Borrows both arguments.
  static Result<std::unique_ptr<Workshop>> open(const Order& order, const Surroundings& around);

  bool usable() const { return usable_; }    ///< false: nothing can be made
  bool misused() const { return misused_; }  ///< the command line asked for what there is not
  const OpenedProject& opened() const { return opened_; }
  const Plan& plan() const { return plan_; }
  const Looks& looks() const { return looks_; }  ///< that reading the project and planning took
  const Materials& materials() const { return materials_; }
  const Renditions& renditions() const { return *renditions_; }  ///< prepared

  /// Leaves files out: prepare() does nothing for them, and they cannot be made. By the plan's files.
  void leave_out(std::vector<bool> left_out) { left_out_ = std::move(left_out); }

  /// Gathers what the planned files share, and nothing that none of them needs. Diagnostics: as gather_materials().
  Diagnostics prepare();

  /// A document in its language, by the plan's renditions; prepared.
  const LocalisedPage& localised(std::size_t rendition) const { return renditions_->localised(rendition); }

  /// The same for all of them, in the plan's order.
  std::vector<const LocalisedPage*> localise_all() const;

  /// Nothing when the file cannot be made, which has been reported where it showed.
  std::optional<OutputInput> input_for(const PlannedFile& file) const;

  /// How much of a file that can be made is translated, in each of its languages, and in all of them.
  std::vector<FileCoverage> coverages_of(const PlannedFile& file) const;
  FileCoverage coverage_of(const PlannedFile& file) const;

  /// The file is made: what no other one needs is let go.
  void finish(const PlannedFile& file) const { renditions_->finish(file); }

  /// What was found on the way: in the languages' texts; in pictures, and what turned out to be no usable font. To be
  /// asked when all is made.
  Diagnostics text_problems() const { return renditions_->text_problems(); }
  Diagnostics shared_problems() const;

 private:
  Workshop(const Order& order, const Surroundings& around) : order_(order), around_(around) {}
  std::optional<OutputInput> input_for(const PlannedFile& file, std::size_t rendition) const;
  Result<Materials> gather() const;

  const Order& order_;
  const Surroundings& around_;
  OpenedProject opened_;
  Plan plan_;
  Looks looks_;
  std::vector<bool> left_out_;
  std::unique_ptr<Renditions> renditions_;
  Materials materials_;
  Images no_images_;
  bool usable_ = false;
  bool misused_ = false;
};

}  // namespace handbill
