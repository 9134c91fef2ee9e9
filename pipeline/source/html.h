// Raw HTML, as far as it must be known to be left out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "source/cmark.h"
#include "source/mapped_text.h"
#include "source/tokens.h"

namespace handbill {

struct Tag {
  enum class Kind {
    open,
    close,
    alone,    ///< <br>, <img …>, <x />: has no end
    nothing,  ///< comments, declarations, processing instructions: vanish without a word
  };
  Kind kind = Kind::open;
  std::string name;        ///< lower case
  std::size_t length = 0;  ///< in bytes
  bool is_break() const { return name == "br"; }
  /// Whether words on its two sides are one word: <b> joins, <td> does not.
  bool joins() const;
  /// Whether what stands between this tag and its end is no text at all.
  bool hides_content() const { return kind == Kind::open && (name == "script" || name == "style"); }
};

/// Reads the tag or comment at the start of `text`, which starts with '<'.
std::optional<Tag> read_tag(std::string_view text);

/// Tags that were left out, to be reported.
class TagReport {
 public:
  void add(const Tag& tag, const Place& place);
  /// One `raw-html` warning for each tag, and one for a pair of them.
  Diagnostics finish();

 private:
  struct Seen {
    Tag tag;
    Place place;
  };
  std::vector<Seen> seen_;
};

/// Replaces the tags in `tree`'s HTML blocks by tokens, so that what is between them is Markdown when it is parsed
/// again; lines with nothing but tags become blank. Nothing when the tree has no HTML blocks. Code fences inside them
/// are left as they are unless `in_fences`. Tags are added to `report` with `place` of their offset.
struct HtmlBlockRequest {
  const MappedText& text;
  cmark_node* tree;
  bool in_fences = false;
  const LineIndex& original;
};
std::optional<MappedText> replace_html_blocks(const HtmlBlockRequest& request, Tokens& tokens, TagReport& report);

}  // namespace handbill
