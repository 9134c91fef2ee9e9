#include "text/total_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace handbill {
namespace {

constexpr double line_penalty = 10;           // for each line, so that fewer are better
constexpr double ragged_line_penalty = 1e10;  // more than anything else: ragged text takes no line more than it must
constexpr double worst_badness = 1e6;
constexpr double badness_of_full_scaling = 50;
constexpr double hyphen_penalty = 50;
constexpr double ragged_hyphen_penalty = 200;
constexpr double separator_penalty = 100;
constexpr double emergency_penalty = 3000;
constexpr double consecutive_hyphens = 10000;
constexpr double hyphen_before_last_line = 5000;
constexpr double rest_of_word_as_last_line = 1e6;
constexpr double tight_beside_loose = 10000;
constexpr double short_last_line = 30000;
constexpr double em_of_shortest_last_line = 2;
constexpr double ragged_zone = 0.15;  // of the measure: what a ragged line may lack without looking odd
constexpr std::size_t no_break = std::numeric_limits<std::size_t>::max();

/// How a line looks beside the next; the paper's fitness classes.
enum class Fitness : std::uint8_t { tight, decent, loose, very_loose };

/// A way to break the paragraph up to here: the best one for its line number and fitness.
struct Node {
  std::size_t piece = 0;  ///< the next line's first
  std::size_t before = no_break;
  std::uint32_t line = 0;
  Fitness fitness = Fitness::decent;
  bool hyphen = false;
  double demerits = 0;
  Length width;  ///< of all pieces before `piece`, and what they give
  Give give;
};

struct LineLook {
  double ratio = 0;
  double badness = 0;
  bool overfull = false;
};

class Fitter {
 public:
  explicit Fitter(const TotalFitRequest& request) : request_(request) {
    nodes_.push_back({});
    active_.push_back(0);
  }

  std::optional<std::vector<std::size_t>> fit() {
    for (std::size_t i = 0; i < request_.pieces.size(); ++i) {
      try_break(i);
      if (active_.empty()) return std::nullopt;
      pass(i);
    }
    return lines_to(choose());
  }

  double demerits_of_lines(const std::vector<std::size_t>& counts) {
    std::size_t index = 0;
    for (const std::size_t count : counts) {
      for (std::size_t i = 1; i < count; ++i) pass(index++);
      const Piece& piece = request_.pieces[index];
      const LineLook look = look_of(nodes_.back(), piece);
      if (look.overfull || !tolerable(look) || breaks_badly(nodes_.back(), index))
        return std::numeric_limits<double>::infinity();
      candidates_.clear();
      consider(nodes_.size() - 1, piece, look);
      add_nodes(index);
      pass(index++);
    }
    return nodes_.back().demerits;
  }

 private:
  /// Tries to end a line behind a piece, from wherever it may have begun.
  void try_break(std::size_t index) {
    const Piece& piece = request_.pieces[index];
    candidates_.clear();
    std::size_t kept = 0;
    std::size_t rescue = no_break;
    for (const std::size_t from : active_) {
      const LineLook look = look_of(nodes_[from], piece);
      if (!look.overfull && tolerable(look) && !breaks_badly(nodes_[from], index)) consider(from, piece, look);
      if (is_hopeless(nodes_[from], piece))
        rescue = from;
      else if (piece.kind != BreakKind::forced)
        active_[kept++] = from;
    }
    active_.resize(kept);
    if (candidates_.empty() && kept == 0 && !request_.tolerance && rescue != no_break)
      consider(rescue, piece, {0, worst_badness, true});
    add_nodes(index);
  }

  void add_nodes(std::size_t index) {
    for (Node& node : candidates_) {
      node.piece = index + 1;
      node.width = width_ + request_.pieces[index].width;
      node.give = give_ + request_.pieces[index].give;
      active_.push_back(nodes_.size());
      nodes_.push_back(node);
    }
  }

  void pass(std::size_t index) {
    width_ += request_.pieces[index].width;
    give_ += request_.pieces[index].give;
  }

  Length room(const Node& from) const { return from.piece == 0 ? request_.first_room : request_.room; }

  Length hang_start(const Node& from) const { return request_.pieces[from.piece].hang_start; }

  LineLook look_of(const Node& from, const Piece& piece) const {
    const Length hanging = request_.hanging ? hang_start(from) + piece.hang_end : Length();
    const Length natural = width_ - from.width + piece.visible + piece.added - hanging;
    const Give give = give_ - from.give + piece.visible_give;
    const Length missing = room(from) - natural;
    LineLook look;
    if (piece.kind == BreakKind::forced && !request_.balanced && fits(natural, room(from))) return look;
    const bool fitting = fits(natural, room(from));
    if (request_.justify) return look_of_adjusted(missing, fitting ? give.stretch : give.shrink, give.scaling);
    look.overfull = !fitting;
    look.ratio = std::max(0.0, missing / (request_.room * ragged_zone));
    look.badness = badness_of(look.ratio);
    return look;
  }

  /// As justification will have it: spaces up to their limit, then letters, then spaces past their limit.
  static LineLook look_of_adjusted(Length missing, Length limit, Length scaling) {
    const double sign = missing < Length() ? -1 : 1;
    const Length amount = missing * sign;
    LineLook look;
    // A damaged font's letters may be narrower than nothing, and so what scaling gives.
    const Length scaled = std::max(Length(), std::min(amount - limit, scaling));
    const double ratio = limit > Length() ? (amount - scaled) / limit : amount > scaled ? worst_badness : 0;
    look.ratio = ratio * sign;
    look.badness = badness_of(ratio);
    if (scaled > Length()) look.badness += badness_of_full_scaling * (scaled / scaling);
    look.overfull = sign < 0 && !fits(amount, limit + scaling);
    return look;
  }

  static double badness_of(double ratio) { return std::min(worst_badness, 100 * ratio * ratio * ratio); }

  bool tolerable(const LineLook& look) const { return !request_.tolerance || look.badness <= *request_.tolerance; }

  bool breaks_badly(const Node& from, std::size_t index) const {
    if (request_.tolerance && is_rest_of_word(from, request_.pieces[index])) return true;
    return breaks_too_early(from, index);
  }

  /// In the midst of what is too long for a line, a line is to be as full as it goes: anything else only leaves room
  /// unused, and there are too many places to try.
  bool breaks_too_early(const Node& from, std::size_t index) const {
    if (request_.pieces[index].kind != BreakKind::emergency) return false;
    const Length with_next = width_ - from.width + request_.pieces[index].width + request_.pieces[index + 1].visible;
    return fits(with_next, room(from));
  }

  /// Whether the line can hold nothing that comes behind the piece.
  bool is_hopeless(const Node& from, const Piece& piece) const {
    const Length hanging = request_.hanging ? hang_start(from) : Length();
    const Length natural = width_ - from.width + piece.visible - hanging;
    const Give give = give_ - from.give + piece.visible_give;
    return !fits(natural - (request_.justify ? give.shrink + give.scaling : Length()), room(from));
  }

  void consider(std::size_t from, const Piece& piece, const LineLook& look) {
    Node node;
    node.before = from;
    node.line = nodes_[from].line + 1;
    node.fitness = fitness_of(look);
    node.hyphen = piece.kind == BreakKind::hyphen || piece.dashed;
    node.demerits = nodes_[from].demerits + demerits_at(nodes_[from], node, piece, look);
    for (Node& other : candidates_) {
      if (other.fitness != node.fitness || (request_.looseness != 0 && other.line != node.line)) continue;
      if (node.demerits < other.demerits) other = node;
      return;
    }
    candidates_.push_back(node);
  }

  Fitness fitness_of(const LineLook& look) const {
    if (!request_.justify) return Fitness::decent;
    if (look.ratio < -0.5) return Fitness::tight;
    if (look.ratio <= 0.5) return Fitness::decent;
    return look.ratio <= 1 ? Fitness::loose : Fitness::very_loose;
  }

  double demerits_at(const Node& from, const Node& node, const Piece& piece, const LineLook& look) const {
    const double penalty = penalty_of(piece);
    double demerits = std::pow(line_penalty + look.badness, 2) + penalty * penalty;
    if (!request_.justify) demerits += ragged_line_penalty;
    const bool last = piece.kind == BreakKind::forced;
    if (from.hyphen && node.hyphen) demerits += consecutive_hyphens;
    if (from.hyphen && last)
      demerits += is_rest_of_word(from, piece) ? rest_of_word_as_last_line : hyphen_before_last_line;
    const int step = static_cast<int>(node.fitness) - static_cast<int>(from.fitness);
    if (std::abs(step) > 1 && from.before != no_break) demerits += tight_beside_loose;
    const Length natural = width_ - from.width + piece.visible;
    if (last && from.before != no_break && natural < request_.em * em_of_shortest_last_line) demerits += short_last_line;
    return demerits;
  }

  /// Whether the line that ends the paragraph, or what the author broke, is nothing but the rest of a broken word.
  bool is_rest_of_word(const Node& from, const Piece& last) const {
    if (last.kind != BreakKind::forced || !from.hyphen) return false;
    const Piece* piece = &request_.pieces[from.piece];
    while (piece != &last && piece->kind == BreakKind::hyphen) ++piece;
    return piece == &last;
  }

  double penalty_of(const Piece& piece) const {
    switch (piece.kind) {
      case BreakKind::allowed:
        return piece.dashed ? hyphen_penalty : 0;
      case BreakKind::forced:
        return 0;
      case BreakKind::hyphen:
        return request_.justify ? hyphen_penalty : ragged_hyphen_penalty;
      case BreakKind::separator:
        return separator_penalty;
      case BreakKind::emergency:
        return emergency_penalty;
    }
    return 0;
  }

  /// The best end, or the one whose number of lines comes nearest to what looseness asks for.
  std::size_t choose() const {
    const auto better = [&](std::size_t a, std::size_t b) { return nodes_[a].demerits < nodes_[b].demerits; };
    const std::size_t best = *std::min_element(active_.begin(), active_.end(), better);
    const auto off = [&](std::size_t node) {
      return std::abs(static_cast<int>(nodes_[node].line) - static_cast<int>(nodes_[best].line) - request_.looseness);
    };
    return *std::min_element(active_.begin(), active_.end(), [&](std::size_t a, std::size_t b) {
      return off(a) != off(b) ? off(a) < off(b) : better(a, b);
    });
  }

  std::vector<std::size_t> lines_to(std::size_t end) const {
    std::vector<std::size_t> counts;
    for (std::size_t node = end; nodes_[node].before != no_break; node = nodes_[node].before)
      counts.push_back(nodes_[node].piece - nodes_[nodes_[node].before].piece);
    std::reverse(counts.begin(), counts.end());
    return counts;
  }

  const TotalFitRequest& request_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> active_;  ///< nodes that a line may still begin at
  std::vector<Node> candidates_;     ///< for the break that is tried
  Length width_;                     ///< of the pieces before it
  Give give_;
};

}  // namespace

std::optional<std::vector<std::size_t>> total_fit(const TotalFitRequest& request) {
  return Fitter(request).fit();
}

double demerits_of(const TotalFitRequest& request, const std::vector<std::size_t>& counts) {
  return Fitter(request).demerits_of_lines(counts);
}

}  // namespace handbill
