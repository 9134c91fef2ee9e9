#include "render/epub/accessibility.h"

#include <string>

#include "document/walk.h"
#include "render/epub/properties.h"

namespace handbill::epub {
namespace {

/// Levels that Handbill's pages reach by how they are made: headings, languages, roles, the reader's own colours and
/// type size, and no image without a description.
constexpr const char* conformance = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA";

bool shows_undescribed(const Block& block, const Plan& plan) {
  const auto* figure = std::get_if<Figure>(&block.node);
  return figure != nullptr && figure->alt.inlines.empty() && plan.image(figure->address) != nullptr;
}

bool shows_undescribed(const Inline& item, const Plan& plan) {
  const auto* image = std::get_if<InlineImage>(&item.node);
  return image != nullptr && image->alt.empty() && plan.image(image->address) != nullptr;
}

void add_summary(pugi::xml_node metadata, const PageInput& input, bool images) {
  std::string summary = input.words.message("accessibility-summary");
  const Language& language = input.words.language_of("accessibility-summary");
  if (images && input.words.language_of("accessibility-images") == language)
    summary += " " + input.words.message("accessibility-images");
  add_property(metadata, "schema:accessibilitySummary", summary);
  if (language != input.document.language) set_statement_language(metadata.last_child(), language);
}

}  // namespace

bool images_described(const PageInput& input) {
  const Document& document = input.document;
  bool described = document.front.feature_alt || input.plan.image(document.front.feature) == nullptr;
  for_each_block(document, [&](const Block& block) { described = described && !shows_undescribed(block, input.plan); });
  for_each_passage(document, [&](const Passage& passage) {
    for_each_inline(passage.inlines,
                    [&](const Inline& item) { described = described && !shows_undescribed(item, input.plan); });
  });
  return described;
}

void add_accessibility(pugi::xml_node metadata, const PageInput& input) {
  const bool images = input.cover == CoverKind::picture || !input.plan.images.empty();
  const bool described = images_described(input);
  const auto add = [&](const char* property, const char* value) { add_property(metadata, property, value); };
  add("schema:accessMode", "textual");
  if (images) add("schema:accessMode", "visual");
  if (described) add("schema:accessModeSufficient", "textual");
  if (images) add("schema:accessModeSufficient", "textual,visual");
  for (const char* feature :
       {"ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"})
    add("schema:accessibilityFeature", feature);
  if (images && described) add("schema:accessibilityFeature", "alternativeText");
  add("schema:accessibilityHazard", "none");
  add_summary(metadata, input, images && described);
  if (!described) return;
  add("dcterms:conformsTo", conformance);
  add("a11y:certifiedBy", "Handbill");
}

}  // namespace handbill::epub
