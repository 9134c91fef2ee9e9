// cmark-gfm, with the extensions that Handbill's Markdown has.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace handbill::cmark {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

/// Parses CommonMark with tables, strikethrough, autolinks, task lists and footnotes. Threads may call it: they take
/// turns. Nothing when that would take more than limits::parser_bytes.
Tree parse(std::string_view markdown);

enum class Type {
  document,
  quote,
  list,
  item,
  task,
  code_block,
  html_block,
  paragraph,
  heading,
  rule,
  footnote,
  table,
  table_row,
  table_cell,
  text,
  soft_break,
  hard_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  reference,
  unknown,
};
Type type_of(cmark_node* node);

/// The node's text; empty when it has none.
std::string_view literal(cmark_node* node);

}  // namespace handbill::cmark
