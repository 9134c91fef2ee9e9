#include <algorithm>

#include "text/elongated_line.h"
#include "text/first_fit.h"
#include "text/line_setter.h"
#include "text/shaped_text.h"
#include "text/total_fit.h"

namespace handbill {
namespace {

/// A line worse than these, and the paragraph is tried again with hyphens, with long addresses cut, and then with
/// anything. They are Knuth's.
constexpr double tolerance_without_hyphens = 100;
constexpr double tolerance_with_hyphens = 200;
constexpr double ragged_tolerance = 800;
constexpr double loose_tolerance = 1000;

class LineBreaker {
 public:
  LineBreaker(const ShapedParagraph& paragraph, const LineOptions& options)
      : paragraph_(paragraph),
        options_(options),
        justify_(options.alignment == TextAlignment::justify),
        narrowest_(std::min(options.measure, options.measure - options.first_indent)) {
    if (justify_ && options.elongate) longer_ = with_elongations(paragraph_);
  }

  std::vector<Line> break_lines() {
    const bool all_words_fit = all_fit(whole_pieces(), narrowest_);
    if (!all_words_fit) cut_further();
    LineSetter setter(paragraph_, options_);
    if (options_.strategy == LineStrategy::first_fit) return first_fit(pieces(), setter);
    const std::vector<std::size_t> counts = choose(all_words_fit);
    std::vector<Line> lines = set(counts, setter);
    // Inside a word, glyphs that are shaped again at the break may be wider than those that were measured.
    if (has_overfull_line(lines, counts)) return first_fit(pieces(), setter);
    return lines;
  }

 private:
  const std::vector<Piece>& whole_pieces() const { return longer_.empty() ? paragraph_.pieces : longer_; }
  const std::vector<Piece>& pieces() const { return cut_.empty() ? whole_pieces() : cut_; }

  void cut_further() {
    if (options_.hyphenate) cut_ = cut_at_hyphens(paragraph_, whole_pieces());
    cut_ = cut_to_measure(paragraph_, pieces(), narrowest_);
  }

  using Counts = std::vector<std::size_t>;

  /// Without hyphens if that can be done well, else with them, else with long addresses cut, else as well as it
  /// goes.
  Counts choose(bool hyphens_to_be_tried) {
    auto counts = fit(justify_ ? tolerance_without_hyphens : ragged_tolerance, 0);
    if (!counts) {
      if (options_.hyphenate && hyphens_to_be_tried) cut_ = cut_at_hyphens(paragraph_, whole_pieces());
      counts = fit(justify_ ? tolerance_with_hyphens : ragged_tolerance, 0);
    }
    if (!counts && justify_) {
      cut_ = cut_addresses(paragraph_, pieces(), narrowest_);
      counts = fit(tolerance_with_hyphens, 0);
    }
    if (!counts) counts = fit(std::nullopt, 0);
    return options_.looseness == 0 ? *counts : loosened(*counts);
  }

  /// With as many lines more or fewer as was asked for, or as near to it as no line gets worse than `loose_tolerance`.
  Counts loosened(Counts best) const {
    const auto wanted = static_cast<std::ptrdiff_t>(best.size()) + options_.looseness;
    const auto off = [&](const Counts& counts) {
      return std::abs(static_cast<std::ptrdiff_t>(counts.size()) - wanted);
    };
    for (const double tolerance : {tolerance_without_hyphens, tolerance_with_hyphens, loose_tolerance})
      if (const auto counts = fit(tolerance, options_.looseness); counts && off(*counts) < off(best)) best = *counts;
    return best;
  }

  std::optional<Counts> fit(std::optional<double> tolerance, int looseness) const {
    TotalFitRequest request{.pieces = pieces()};
    request.first_room = options_.measure - options_.first_indent;
    request.room = options_.measure;
    request.em = paragraph_.styled->spans.front().style.size;
    request.justify = justify_;
    request.balanced = options_.balanced;
    request.hanging = justify_ && options_.optical_margins;
    request.looseness = looseness;
    request.tolerance = tolerance;
    return total_fit(request);
  }

  std::vector<Line> set(const std::vector<std::size_t>& counts, LineSetter& setter) const {
    std::vector<Line> lines;
    lines.reserve(counts.size());
    std::size_t first = 0;
    for (const std::size_t count : counts) {
      const LineSpan span = span_of(pieces(), first, count);
      lines.push_back(setter.gather(span));
      setter.place(span, lines.back());
      first += count;
    }
    return lines;
  }

  bool has_overfull_line(const std::vector<Line>& lines, const std::vector<std::size_t>& counts) const {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Length room = i == 0 ? options_.measure - options_.first_indent : options_.measure;
      if (counts[i] > 1 && !fits(lines[i].width, room)) return true;
    }
    return false;
  }

  const ShapedParagraph& paragraph_;
  const LineOptions& options_;
  bool justify_;
  Length narrowest_;
  std::vector<Piece> longer_;  ///< the paragraph's pieces with what elongation gives
  std::vector<Piece> cut_;     ///< when whole pieces do not do
};

}  // namespace

std::vector<Line> break_lines(const ShapedTextPtr& text, const LineOptions& options) {
  const auto& paragraph = dynamic_cast<const ShapedParagraph&>(*text);
  if (paragraph.pieces.empty()) return {};
  return LineBreaker(paragraph, options).break_lines();
}

}  // namespace handbill
