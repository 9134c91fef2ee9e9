#include "source/cmark.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <mutex>
#include <utility>

#include "core/limits.h"
#include "source/cmark_memory.h"

namespace handbill::cmark {
namespace {

struct Job {
  std::string_view markdown;
  cmark_node* tree = nullptr;
};

void work(cmark_mem* memory, void* argument) {
  auto* const job = static_cast<Job*>(argument);
  cmark_parser* const parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, memory);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  cmark_parser_feed(parser, job->markdown.data(), job->markdown.size());
  job->tree = cmark_parser_finish(parser);
  cmark_parser_free(parser);
}

// cmark-gfm keeps its extensions and, while it parses, the characters they watch for in variables of its own, so one
// text is parsed at a time. It takes about a hundredth of a build.
std::mutex& turn() {
  static std::mutex mutex;
  return mutex;
}

// Extensions have no numbers that are known when compiling; every node has a name.
constexpr std::pair<std::string_view, Type> types_by_name[] = {
    {"table", Type::table},           {"table_header", Type::table_row}, {"table_row", Type::table_row},
    {"table_cell", Type::table_cell}, {"tasklist", Type::task},          {"strikethrough", Type::strikethrough},
};

constexpr std::pair<cmark_node_type, Type> types[] = {
    {CMARK_NODE_DOCUMENT, Type::document},
    {CMARK_NODE_BLOCK_QUOTE, Type::quote},
    {CMARK_NODE_LIST, Type::list},
    {CMARK_NODE_CODE_BLOCK, Type::code_block},
    {CMARK_NODE_HTML_BLOCK, Type::html_block},
    {CMARK_NODE_PARAGRAPH, Type::paragraph},
    {CMARK_NODE_HEADING, Type::heading},
    {CMARK_NODE_THEMATIC_BREAK, Type::rule},
    {CMARK_NODE_FOOTNOTE_DEFINITION, Type::footnote},
    {CMARK_NODE_TEXT, Type::text},
    {CMARK_NODE_SOFTBREAK, Type::soft_break},
    {CMARK_NODE_LINEBREAK, Type::hard_break},
    {CMARK_NODE_CODE, Type::code},
    {CMARK_NODE_HTML_INLINE, Type::html_inline},
    {CMARK_NODE_EMPH, Type::emphasis},
    {CMARK_NODE_STRONG, Type::strong},
    {CMARK_NODE_LINK, Type::link},
    {CMARK_NODE_IMAGE, Type::image},
    {CMARK_NODE_FOOTNOTE_REFERENCE, Type::reference},
};

}  // namespace

Tree parse(std::string_view markdown) {
  const std::lock_guard lock(turn());
  cmark_gfm_core_extensions_ensure_registered();
  Job job{.markdown = markdown};
  return with_ration(limits::parser_bytes, work, &job) ? Tree(job.tree) : nullptr;
}

Type type_of(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  for (const auto& [theirs, ours] : types)
    if (type == theirs) return ours;
  const std::string_view name = cmark_node_get_type_string(node);
  if (type == CMARK_NODE_ITEM) return name == "tasklist" ? Type::task : Type::item;
  for (const auto& [theirs, ours] : types_by_name)
    if (name == theirs) return ours;
  return Type::unknown;
}

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace handbill::cmark
