#include "layout/opening.h"

namespace handbill {
namespace {

const Passage* pointer_to(const std::optional<Passage>& passage) {
  return passage ? &*passage : nullptr;
}

const Heading* first_title(const Blocks& blocks) {
  if (blocks.empty()) return nullptr;
  const auto* heading = std::get_if<Heading>(&blocks.front().node);
  return heading != nullptr && heading->level == 1 ? heading : nullptr;
}

}  // namespace

Opening opening_of(const LayoutInput& input) {
  const FrontMatter& front = input.document.front;
  Opening opening{.kicker = pointer_to(front.kicker),
                  .title = pointer_to(front.title),
                  .subtitle = pointer_to(front.subtitle),
                  .lead = pointer_to(front.description),
                  .feature_alt = pointer_to(front.feature_alt),
                  .body = input.document.blocks};
  if (const Heading* heading = first_title(input.document.blocks)) {
    const bool repeats =
        opening.title == nullptr || plain_text(opening.title->inlines) == plain_text(heading->text.inlines);
    if (repeats) {
      opening.title = &heading->text;
      opening.title_id = heading->id;
      opening.body = opening.body.subspan(1);
    }
  }
  if (opening.subtitle == nullptr && !front.date.empty()) opening.date = input.words.date(front.date);
  if (const auto found = input.images.find(front.feature); found != input.images.end()) opening.feature = found->second;
  return opening;
}

}  // namespace handbill
