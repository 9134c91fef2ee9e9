// A page that somebody translated as a whole, brought into a locale file: source, page and locale file.
#include "fuzz/fuzz.h"
#include "translation/exchange/import.h"
#include "translation/exchange/page.h"
#include "translation/sync.h"

namespace {

using namespace handbill;

std::optional<LocaleFile> file_of(std::string bytes) {
  return fuzz::take(LocaleFile::parse(std::move(bytes), fuzz::place("page.yaml"), "page", fuzz::language("ar")));
}

std::size_t sum(const ImportCounts& counts) {
  return counts.taken + counts.same + counts.kept + counts.refused + counts.untranslated + counts.absent;
}

}  // namespace

void handbill::fuzz::targets::translated_page(std::string_view input) {
  const auto all = parts(input, 3);
  const Document source = parsed(all[0], "en");
  const auto incoming = take(read_page_translation(source, parsed(all[1], "ar")));
  const auto before = file_of(all[2]);
  if (!incoming || !before) return;
  const auto synced = take(handbill::sync({.document = source, .file = *before}));
  if (!synced) return;
  const auto file = file_of(synced->bytes);
  promise(file.has_value(), "what sync wrote cannot be read");
  const Imported imported = take(import_translations({.document = source, .file = *file, .incoming = *incoming}));
  promise(sum(imported.counts) == imported.counts.units, "units are counted wrongly");
  const auto bytes = take(file->changed(imported.plan));
  promise(bytes.has_value(), "a plan of import cannot be carried out");
  const auto after = file_of(*bytes);
  promise(after.has_value(), "what import wrote cannot be read");
  const Imported again = take(import_translations({.document = source, .file = *after, .incoming = *incoming}));
  const auto same = take(after->changed(again.plan));
  promise(again.counts.taken == 0 && same == bytes, "a second import changes something");
}
