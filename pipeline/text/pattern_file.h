// Hyphenation patterns without the wait: libhyphen builds an automaton of a language's whole file, which takes longer
// than setting ten pages, before it answers for the first word.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/files.h"

namespace handbill {

/// A file of F. M. Liang's patterns (libhyphen's format, hyph_*.dic), found by their first letters and compared with
/// words as they stand in the file. Gives libhyphen's answers: of the patterns that end at a letter only the one counts
/// that libhyphen's automaton would be at, which is why the files that are installed name every pattern's parts.
/// Immutable; threads may share it.
class PatternFile {
 public:
  /// Null for a file that has what only libhyphen understands: spellings that change, more than one level, letters
  /// that keep hyphens away, lines longer than it reads. Throws MachineError when the file cannot be read.
  static std::unique_ptr<const PatternFile> open(const std::filesystem::path& path);

  const std::string& character_set() const { return character_set_; }

  struct Least {
    int before = 0;
    int after = 0;
  };

  /// For every byte of a word, in small letters and the file's character set, whether the word may be broken behind it,
  /// with at least so many letters before the break and after it, or as many as the file asks for.
  std::vector<bool> breaks(std::string_view word, Least least) const;

  /// Whether it answers for the word: libhyphen takes words apart at hyphens and apostrophes, and counts Latin ligatures
  /// as the letters they stand for.
  static bool understands(std::string_view word);

 private:
  static constexpr std::size_t buckets = 8192;
  static constexpr std::size_t longest_line = 90;  // bytes

  /// A line of the file with a pattern, and the next whose letters start alike.
  struct Pattern {
    std::uint32_t offset = 0;
    std::uint32_t next = 0;
  };

  /// By how many of its bytes a pattern matches a text, and whether these are all it has.
  struct Match {
    std::size_t bytes = 0;
    bool whole = false;
  };

  explicit PatternFile(std::unique_ptr<MappedFile> file) : file_(std::move(file)) {}
  bool read();
  bool read_line(std::size_t begin, std::size_t end);
  void add(std::size_t offset);
  static std::size_t bucket(std::string_view start);
  Match match(std::uint32_t offset, std::string_view text) const;
  std::size_t find_at(std::string_view rest, std::vector<std::uint32_t>& whole) const;
  void apply(std::uint32_t offset, char* values) const;
  std::string values(std::string_view word) const;
  std::string_view text() const {
    return {reinterpret_cast<const char*>(file_->bytes().data()), file_->bytes().size()};
  }

  std::unique_ptr<MappedFile> file_;
  std::string character_set_;
  Least least_;
  std::vector<Pattern> patterns_{1};  ///< from 1 on
  std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(buckets);
  std::vector<bool> starts_ = std::vector<bool>(65536 + 256);  ///< which one and two bytes a pattern starts with
};

}  // namespace handbill
