// A part of a flow that can be made by itself, on any thread.
#pragma once

#include <functional>
#include <memory>

#include "core/diagnostic.h"
#include "layout/flow.h"
#include "layout/setting.h"

namespace handbill {

/// Texts are numbered, tagged and given their place in the structure in reading order, which is quick. Shaping them and
/// breaking their lines is slow, and no text needs another for it: that is put down as work, which is done for all
/// parts of a document together (Composition::carry_out()).
class FlowPart {
 public:
  /// Owns what it works on, and reads nothing that changes meanwhile.
  using Work = std::function<Flow(TextSetter&)>;

  explicit FlowPart(Work work) : work_(std::move(work)) {}
  explicit FlowPart(Flow made) : flow_(std::move(made)) {}

  bool made() const { return work_ == nullptr; }

  /// Does the work, once.
  void make(TextSetter& setter);

  /// How many strips there are, when they are made.
  std::size_t size() const { return flow_.size(); }

  /// The strips; to be asked for once, after they were made.
  Flow take();

  /// What there was to say about it.
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  Work work_;
  Flow flow_;
  Diagnostics diagnostics_;
};

using FlowPartPtr = std::shared_ptr<FlowPart>;

}  // namespace handbill
