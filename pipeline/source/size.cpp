#include "source/size.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "document/walk.h"

namespace handbill {
namespace {

/// Counts the parts of a document, and notes where there come to be too many.
class PartCount {
 public:
  void add(const Place& place) {
    if (++parts_ == limits::document_parts + 1) too_many_ = place;
  }

  Diagnostics diagnostics() const {
    if (parts_ <= limits::document_parts) return {};
    return {{Severity::error,
             too_many_,
             "document-size",
             fmt::format("the document has {} paragraphs, cells, links and other parts; {} are the limit", parts_,
                         limits::document_parts),
             {"divide it into several documents"}}};
  }

 private:
  std::size_t parts_ = 0;
  Place too_many_;
};

Diagnostic too_long(const Place& place, std::size_t bytes) {
  return {Severity::error,
          place,
          "text-size",
          fmt::format("this text is {} bytes long; {} are the limit of one paragraph", bytes, limits::text_bytes),
          {"divide it into paragraphs"}};
}

Diagnostic heading_too_long(const Place& place, std::size_t bytes) {
  return {Severity::error,
          place,
          "text-size",
          fmt::format("this heading is {} bytes long; {} are the limit", bytes, limits::heading_bytes),
          {"make it shorter, or a paragraph"}};
}

/// Of one inline, without what is in it.
std::size_t bytes_of(const Inline& item) {
  if (const auto* text = std::get_if<Text>(&item.node)) return text->text.size();
  if (const auto* code = std::get_if<Code>(&item.node)) return code->text.size();
  return 0;
}

/// Where a text begins, which is in a locale file when it is translated.
const Place& start_of(const Passage& passage) {
  return passage.inlines.empty() ? passage.place : passage.inlines.front().place;
}

std::size_t bytes_of(const Passage& passage) {
  std::size_t bytes = 0;
  for_each_inline(passage.inlines, [&](const Inline& item) { bytes += bytes_of(item); });
  return bytes;
}

void check_headings(const Document& document, Diagnostics& found) {
  const auto check = [&](const Passage& passage) {
    if (const std::size_t bytes = bytes_of(passage); bytes > limits::heading_bytes)
      found.push_back(heading_too_long(start_of(passage), bytes));
  };
  for (const auto* passage : {&document.front.title, &document.front.subtitle, &document.front.kicker})
    if (*passage) check(**passage);
  for_each_block(document, [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.node)) check(heading->text);
  });
}

}  // namespace

Diagnostics oversized(const Document& document) {
  PartCount parts;
  Diagnostics found;
  for_each_block(document, [&](const Block& block) {
    parts.add(block.place);
    const auto* code = std::get_if<CodeBlock>(&block.node);
    if (code == nullptr) return;
    for (std::size_t line = 0; line < code->text.size();) {
      const std::size_t end = std::min(code->text.find('\n', line), code->text.size());
      parts.add(block.place);
      if (end - line > limits::text_bytes) found.push_back(too_long(block.place, end - line));
      line = end + 1;
    }
  });
  for_each_passage(document, [&](const Passage& passage) {
    parts.add(passage.place);
    for_each_inline(passage.inlines, [&](const Inline& item) { parts.add(item.place); });
    if (const std::size_t bytes = bytes_of(passage); bytes > limits::text_bytes)
      found.push_back(too_long(start_of(passage), bytes));
  });
  check_headings(document, found);
  append(found, parts.diagnostics());
  return found;
}

Diagnostic too_complicated(const Place& place, std::string_view what) {
  return {Severity::error,
          place,
          "document-size",
          fmt::format("reading this {} would take more than {} MB of memory", what, limits::parser_bytes / 1024 / 1024),
          {"divide it; are very many addresses, brackets or empty lines in it?"}};
}

}  // namespace handbill
