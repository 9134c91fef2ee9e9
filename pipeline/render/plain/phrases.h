// Inlines to a flow: emphasis, links, notes and images in the marks that plain text has for them.
#pragma once

#include <string_view>

#include "design/edition.h"
#include "document/document.h"
#include "render/plain/flow.h"
#include "render/plain/links.h"
#include "translation/interface.h"

namespace handbill::plain {

/// What phrases need besides their own inlines. `links` grows as links are met.
struct PhraseContext {
  const Interface& words;
  const Language& document_language;
  LinkList& links;
  TextFormat format = TextFormat::fixed;
};

/// A passage in its own language or the document's. Emphasis is _so_, strong *so*, struck out ~so~ and code `so`, as
/// mail and chat programs know them; a link's number follows its text in brackets.
Flow flow_of(const Passage& passage, const PhraseContext& context);

/// One of the program's own words, in the language it is available in.
Flow word_flow(std::string_view key, const Interface& words);

/// "Label: value", as the reader's language puts it.
Flow labelled(const Flow& label, const Flow& value, const PhraseContext& context);

/// "[Image: what it shows]"; nothing for an image without a description.
Flow image_flow(const Flow& description, std::string_view title, const PhraseContext& context);

}  // namespace handbill::plain
