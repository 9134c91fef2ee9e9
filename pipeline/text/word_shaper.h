// Shaping by words: most words of a text have been shaped before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "text/shaping.h"
#include "text/shared_cache.h"

namespace handbill {

/// The glyphs of a word and the space behind it, clusters counted from its start.
struct ShapedWord {
  std::vector<ShapedGlyph> glyphs;
  bool complete = true;  ///< as Shaper::shape() answers
};

/// The words that were shaped with a library's faces. Threads may share it.
class WordCache {
 public:
  explicit WordCache(std::size_t bytes) : words_(bytes) {}

  /// Whether words can be shaped one by one with a run's face, script, language and features, which are `way`: where no
  /// rule of these looks across a space, neither at it nor past it. Found out once for each, from the rules' own
  /// glyphs, as browsers do.
  bool spaces_stand_alone(const std::string& way, const ShapeRequest& run);

  std::shared_ptr<const ShapedWord> find(const std::string& key) { return words_.find(key); }
  void keep(const std::string& key, std::shared_ptr<const ShapedWord> word);

 private:
  bool find_out(const ShapeRequest& run);
  bool has_space(const ShapeRequest& run, hb_tag_t table, unsigned lookup, hb_codepoint_t space);

  SharedCache<ShapedWord> words_;
  std::mutex mutex_;
  std::map<std::string, bool> stands_alone_;
  std::map<std::tuple<const Face*, hb_tag_t, unsigned>, bool> has_space_;  ///< by face, table and lookup
};

/// Shapes runs; one thread at a time.
class WordShaper {
 public:
  /// `words` may be null: then every run is shaped as a whole.
  explicit WordShaper(WordCache* words) : words_(words) {}

  /// As Shaper::shape(), and with the same glyphs.
  bool shape(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs);

 private:
  bool shape_word(const ShapeRequest& word, std::vector<ShapedGlyph>& glyphs);

  WordCache* words_;
  Shaper shaper_;
  std::vector<std::uint32_t> ends_;
  std::string key_;
  std::size_t key_start_ = 0;
};

}  // namespace handbill
