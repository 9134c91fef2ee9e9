// Visiting a document in reading order, for the stages that care about one kind of node.
#pragma once

#include <functional>

#include "document/document.h"

namespace handbill {

/// Calls `visit` on every passage in reading order: kicker, title, subtitle, description, feature alt text, blocks
/// (depth first; a table row by row), footnotes by number.
void for_each_passage(const Document& document, const std::function<void(const Passage&)>& visit);
void for_each_passage(Document& document, const std::function<void(Passage&)>& visit);

/// Calls `visit` on every inline of `inlines`, a parent before its children.
void for_each_inline(const Inlines& inlines, const std::function<void(const Inline&)>& visit);
void for_each_inline(Inlines& inlines, const std::function<void(Inline&)>& visit);

/// Calls `visit` on every block in reading order, a parent before its children, footnotes last.
void for_each_block(const Document& document, const std::function<void(const Block&)>& visit);
void for_each_block(Document& document, const std::function<void(Block&)>& visit);

}  // namespace handbill
