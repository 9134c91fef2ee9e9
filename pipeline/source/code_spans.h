// Where code spans are, before Markdown is read (CommonMark 0.31, 6.1): what starts like a shortcode in one is code,
// and must not reach beyond it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace handbill {

/// Asked from the start of a text to its end, so that it is read once. Offsets are of bytes. Lines of blocks are taken
/// for what they look like: a fence without an empty line in its code is a code span here, which makes no difference.
class CodeSpans {
 public:
  /// `text` must outlive it.
  explicit CodeSpans(std::string_view text) : text_(text) {}

  /// Where the code span ends in which `offset` lies, before its closing backticks. Offsets must not become smaller.
  std::optional<std::size_t> end_around(std::size_t offset);

  /// What lies before `offset` has been read as something else, with its backticks.
  void pass(std::size_t offset);

 private:
  void find_runs();
  std::optional<std::size_t> closing(std::size_t from, std::size_t length);
  std::size_t paragraph_end(std::size_t from);

  std::string_view text_;
  std::size_t read_ = 0;           ///< no code span is open here
  std::size_t paragraph_end_ = 0;  ///< of the paragraph asked for last
  bool runs_found_ = false;
  std::map<std::size_t, std::vector<std::size_t>> runs_;  ///< where runs of backticks start, by their length
};

}  // namespace handbill
