// The page's text made ready for cmark: what it must not see, or must not see so much of, replaced by tokens.
#pragma once

#include "core/diagnostic.h"
#include "source/mapped_text.h"
#include "source/tokens.h"

namespace handbill {

/// Replaces shortcodes, forged tokens and footnote marks that run over a line's end (cmark loses their text).
MappedText replace_inline(const MappedText& text, const LineIndex& original, Tokens& tokens);

/// Replaces what would make cmark slow out of proportion: quotes and lists nested too deep on one line, tables of
/// more cells than limits::table_cells, thousands of images in one paragraph. Reports each kind once.
MappedText tame(const MappedText& text, const LineIndex& original, Tokens& tokens, Diagnostics& diagnostics);

/// The same for text that has neither quotes, lists nor tables. There is nothing to report.
MappedText tame_line(const MappedText& text, const LineIndex& original, Tokens& tokens);

}  // namespace handbill
