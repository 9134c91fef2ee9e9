// A locale file that is brought up to date with a page. Doing it twice changes nothing more.
#include "translation/sync.h"
#include "fuzz/fuzz.h"

void handbill::fuzz::targets::sync(std::string_view input) {
  const auto both = parts(input, 2);
  const Document document = parsed(both[0], "en");
  const auto file = take(LocaleFile::parse(both[1], place("page.yaml"), "page", language("nl")));
  if (!file) return;
  const auto synced = take(handbill::sync({.document = document, .file = *file}));
  if (!synced) return;
  const auto again = take(LocaleFile::parse(synced->bytes, place("page.yaml"), "page", language("nl")));
  promise(again.has_value(), "what sync wrote cannot be read");
  const auto twice = take(handbill::sync({.document = document, .file = *again}));
  promise(twice.has_value(), "what sync wrote cannot be changed");
  promise(!twice->changes.any() && twice->bytes == synced->bytes, "a second sync changes something");
}
