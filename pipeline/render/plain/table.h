// Tables in plain text.
#pragma once

#include "document/document.h"
#include "render/plain/lines.h"
#include "render/plain/phrases.h"
#include "render/plain/wrap.h"

namespace handbill::plain {

/// A table in at most `width` columns of type: aligned columns where they fit, columns of wrapped cells where each
/// stays readable, and otherwise a record per row, "Heading: cell" line by line.
Lines table_lines(const Table& table, std::size_t width, const PhraseContext& context, Wrapper& wrapper);

}  // namespace handbill::plain
