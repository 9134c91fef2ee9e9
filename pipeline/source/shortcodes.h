// What shortcodes mean: buttons become calls to action and links, others leave their text.
#pragma once

#include <vector>

#include "core/diagnostic.h"
#include "document/document.h"
#include "source/tokens.h"

namespace handbill {

/// Takes every shortcode token out of `document`. A button that fills a paragraph, or several paragraphs, is a
/// CallToAction; one in running text is a Link. Reports `shortcode`. `stray` are tokens that stood in addresses.
Diagnostics resolve_shortcodes(Document& document, const Tokens& tokens, const std::vector<std::size_t>& stray);

/// The same for one text on its own, where every shortcode is out of place: it goes, with a warning.
Diagnostics drop_shortcodes(Inlines& inlines, const Tokens& tokens, const std::vector<std::size_t>& stray);

}  // namespace handbill
