#include "translation/exchange/alignment.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/limits.h"

namespace handbill {
namespace {

// Costs, in hundredths of what it costs to leave out a text.
constexpr int gap = 100;
constexpr int impossible = 10 * gap;  // dearer than leaving both out
constexpr int other_shape = 120;
constexpr int other_links = 70;
constexpr int other_digits = 40;
constexpr int other_length = 60;  // at most

// A translation may be twice as long as its source, or half; Chinese is shorter still.
int length_cost(std::size_t a, std::size_t b) {
  const double ratio = std::log2(static_cast<double>(a + 8) / static_cast<double>(b + 8));
  return static_cast<int>(std::min(std::fabs(ratio) * 25, static_cast<double>(other_length)));
}

int cost_of(const PageSlot& a, const PageSlot& b) {
  if (a.kind != b.kind) return impossible;
  int cost = a.shape == b.shape ? 0 : other_shape;
  if (a.links != b.links) cost += other_links;
  if (a.numbers != b.numbers) cost += other_digits;
  return cost + length_cost(a.length, b.length);
}

enum class Step : std::uint8_t { pair, source_alone, target_alone };

/// The part of the table that is looked at: a band along the diagonal.
class Band {
 public:
  Band(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns) {
    const std::size_t fits = limits::aligned_pairs / (rows + 1);
    half_ = std::max<std::size_t>(std::min(columns, fits / 2), 1);
  }
  std::size_t first(std::size_t row) const {
    const std::size_t middle = centre(row);
    return middle > half_ ? middle - half_ : 0;
  }
  std::size_t last(std::size_t row) const { return std::min(centre(row) + half_, columns_); }
  std::size_t width() const { return std::min(2 * half_ + 1, columns_ + 1); }

 private:
  // Rows step by less than the band is wide, or the ends would not be joined.
  std::size_t centre(std::size_t row) const { return rows_ == 0 ? 0 : row * columns_ / rows_; }

  std::size_t rows_;
  std::size_t columns_;
  std::size_t half_ = 1;
};

class Aligner {
 public:
  Aligner(const std::vector<PageSlot>& source, const std::vector<PageSlot>& target)
      : source_(source), target_(target), band_(source.size(), target.size()) {}

  std::vector<AlignedSlots> run() {
    fill();
    std::vector<AlignedSlots> row;
    std::size_t i = source_.size();
    std::size_t j = target_.size();
    while (i > 0 || j > 0) {
      const Step step = step_at(i, j);
      AlignedSlots slots;
      if (step != Step::target_alone) slots.source = --i;
      if (step != Step::source_alone) slots.target = --j;
      row.push_back(slots);
    }
    std::reverse(row.begin(), row.end());
    doubt(row);
    return row;
  }

 private:
  static constexpr int unreachable = std::numeric_limits<int>::max() / 2;

  void fill() {
    steps_.assign((source_.size() + 1) * band_.width(), Step::pair);
    std::vector<int> above;
    for (std::size_t i = 0; i <= source_.size(); ++i) {
      std::vector<int> costs(band_.width(), unreachable);
      for (std::size_t j = band_.first(i); j <= band_.last(i); ++j) {
        const std::size_t at = j - band_.first(i);
        const auto [cost, step] = best(i, j, above, costs);
        costs[at] = cost;
        steps_[i * band_.width() + at] = step;
      }
      above = std::move(costs);
    }
  }

  struct Choice {
    int cost;
    Step step;
  };

  Choice best(std::size_t i, std::size_t j, const std::vector<int>& above, const std::vector<int>& row) const {
    if (i == 0 && j == 0) return {0, Step::pair};
    Choice choice{unreachable, i == 0 ? Step::target_alone : Step::source_alone};
    const auto consider = [&](int before, int cost, Step step) {
      if (before + cost < choice.cost) choice = {before + cost, step};
    };
    if (i > 0 && j > 0) consider(cost_above(i, j - 1, above), cost_of(source_[i - 1], target_[j - 1]), Step::pair);
    if (i > 0) consider(cost_above(i, j, above), gap, Step::source_alone);
    if (j > band_.first(i)) consider(row[j - 1 - band_.first(i)], gap, Step::target_alone);
    return choice;
  }

  int cost_above(std::size_t i, std::size_t j, const std::vector<int>& above) const {
    const std::size_t first = band_.first(i - 1);
    return j < first || j > band_.last(i - 1) ? unreachable : above[j - first];
  }

  Step step_at(std::size_t i, std::size_t j) const {
    if (i == 0) return Step::target_alone;
    if (j == 0) return Step::source_alone;
    // Outside the band, where rows of very different lengths may lead, the way is back to it.
    if (j > band_.last(i)) return Step::target_alone;
    if (j < band_.first(i)) return Step::source_alone;
    return steps_[i * band_.width() + (j - band_.first(i))];
  }

  int shape_of(const AlignedSlots& slots) const {
    return slots.source ? source_[*slots.source].shape : target_[*slots.target].shape;
  }

  /// Beside a text that stands alone, its neighbours of the same shape may be one off.
  void doubt(std::vector<AlignedSlots>& row) const {
    for (std::size_t at = 0; at < row.size(); ++at) {
      const bool alone = !row[at].source || !row[at].target;
      if (!alone) {
        const PageSlot& source = source_[*row[at].source];
        if (source.shape != target_[*row[at].target].shape) row[at].certain = false;
        continue;
      }
      const int shape = shape_of(row[at]);
      for (std::size_t before = at; before > 0 && doubt(row[before - 1], shape);) --before;
      for (std::size_t after = at + 1; after < row.size() && doubt(row[after], shape);) ++after;
    }
  }

  /// False where the run of texts of that shape is over, or has been doubted already.
  bool doubt(AlignedSlots& slots, int shape) const {
    if (!slots.source || !slots.target || !slots.certain || shape_of(slots) != shape) return false;
    if (source_[*slots.source].kind == PageSlot::Kind::heading) return false;
    slots.certain = false;
    return true;
  }

  const std::vector<PageSlot>& source_;
  const std::vector<PageSlot>& target_;
  const Band band_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<AlignedSlots> align(const std::vector<PageSlot>& source, const std::vector<PageSlot>& target) {
  return Aligner(source, target).run();
}

}  // namespace handbill
