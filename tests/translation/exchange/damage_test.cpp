// Files that were damaged on their way: whatever is in them, they are read or refused.
#include <random>
#include <string>

#include "source/parse.h"
#include "support/catch.h"
#include "translation/exchange/import.h"
#include "translation/exchange/page.h"
#include "translation/exchange/po.h"
#include "translation/exchange/xliff.h"

namespace handbill {
namespace {

const Language nl = Language::parse("nl").value();
const std::string page =
    "---\ntitle: Title\n---\n\n# Join\n\nA _so_ [link](/x \"t\") & **b**[^n] https://a.org/.\n\n- one\n- two\n\n"
    "| A | B |\n|---|---|\n| 1 | `x` |\n\nTwo  \nlines.\n\n[^n]: Note.\n";
const std::string units =
    "units:\n  - {source: \"A _so_ [link](/x \\\"t\\\") & **b**[^n] https://a.org/.\", target: \"Een _zo_ [l](/x "
    "\\\"t\\\") "
    "**b**[^n] https://a.org/.\", stale: Before}\n  - {source: one, target: één, note: N}\n";

Document parsed(const std::string& markdown, const Language& language) {
  return parse_document({"page", markdown, Place::in_file("page.md"), language}).value;
}

/// A few bytes changed, taken out, doubled or cut off.
class Damage {
 public:
  std::string operator()(std::string bytes) {
    const std::string marks("\"\\<>&#[]()*_~`|\n\r\t {}-:;/'=\0\xFF\xE2\x80\xAE", 32);
    for (std::size_t times = pick(4) + 1; times > 0 && !bytes.empty(); --times) {
      const std::size_t at = pick(bytes.size());
      const std::size_t length = std::min<std::size_t>(pick(40), bytes.size() - at);
      switch (pick(5)) {
        case 0:
          bytes[at] = marks[pick(marks.size())];
          break;
        case 1:
          bytes.erase(at, length);
          break;
        case 2:
          bytes.insert(at, bytes.substr(at, length));
          break;
        case 3:
          bytes.insert(at, 1, marks[pick(marks.size())]);
          break;
        default:
          if (pick(10) == 0) bytes.resize(at);
      }
    }
    return bytes;
  }

 private:
  std::size_t pick(std::size_t below) { return below == 0 ? 0 : random_() % below; }
  std::mt19937 random_{20261124};  // NOLINT: the same in every run
};

void import(const Document& document, const LocaleFile& file, const Catalogue& incoming) {
  const auto imported = import_translations({document, file, incoming, true});
  const ImportCounts& counts = imported.value.counts;
  CHECK(counts.units ==
        counts.taken + counts.same + counts.kept + counts.refused + counts.untranslated + counts.absent);
  const auto bytes = file.changed(imported.value.plan);
  REQUIRE(bytes.value.has_value());
  // What was taken is what a build takes: nothing of it is refused later.
  const auto again = LocaleFile::parse(*bytes.value, Place::in_file("again.yaml"), "page", nl);
  REQUIRE(again.value.has_value());
  const auto second = import_translations({document, file, again.value->catalogue(), true});
  CHECK(second.value.counts.refused == 0);
}

TEST_CASE("whatever happens to a file on its way, it is read or refused, and its texts are all accounted for") {
  const Document document = parsed(page, Language::parse("en").value());
  const Place place = Place::in_file("page.nl.po");
  const LocaleFile file = LocaleFile::create(place, "page", nl);
  const Exported exported = export_document(document, parse_catalogue(units, place, "page", nl).value);
  const std::string po = to_po(exported);
  const std::string xliff = to_xliff(exported, XliffVersion::v2_0);
  const std::string old_xliff = to_xliff(exported, XliffVersion::v1_2);
  Damage damage;
  for (int time = 0; time < 400; ++time) {
    if (const auto read = read_po(damage(po), place); read.value) import(document, file, *read.value);
    if (const auto read = read_xliff(damage(xliff), place); read.value) import(document, file, *read.value);
    if (const auto read = read_xliff(damage(old_xliff), place); read.value) import(document, file, *read.value);
    const auto read = read_page_translation(document, parsed(damage(page), nl));
    if (read.value) import(document, file, *read.value);
  }
}

}  // namespace
}  // namespace handbill
