// Whatever people have written, in whatever style: a sync loses none of it, and a second one changes nothing.
#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "source/parse.h"
#include "support/catch.h"
#include "translation/folded_text.h"
#include "translation/messages.h"
#include "translation/sync.h"

namespace handbill {
namespace {

using test::text_of;

constexpr std::array words{"tea",   "union", "we",      "meet:", "on",    "\"Monday\"", "don't", "#tag", "**bold**",
                           "- and", "café",  "[x](/y)", "عمّال",  "100 %", "{curly}",    "& so",  "pay.", "a: b"};

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}

  /// From 0 to `below` - 1; the same everywhere, unlike the library's distributions.
  std::size_t below(std::size_t below) { return engine_() % below; }
  bool one_in(std::size_t times) { return below(times) == 0; }

  std::string sentence() {
    std::string text = "Say";
    for (std::size_t count = 1 + below(9); count > 0; --count) text += std::string(" ") + words.at(below(words.size()));
    return text;
  }

 private:
  std::mt19937 engine_;
};

std::string single(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\\\"") : std::string(1, c);
  return out + "\"";
}

/// A scalar in one of the styles there are, and what a person may put behind it.
std::string scalar(Chance& chance, const std::string& text, const std::string& indent) {
  switch (chance.below(6)) {
    case 0:
      return single(text) + (chance.one_in(3) ? "  # remark\n" : "\n");
    case 1:
      return ">-\n" + indent + "  " + text + "\n" + (chance.one_in(3) ? "\n" : "");
    case 2:
      return "|\n" + indent + " " + text + "\n";
    case 3: {
      const auto space = text.find(' ');
      return quoted(text.substr(0, space)).substr(0, space + 1) + "\n" + indent + "     " +
             quoted(text.substr(space + 1)).substr(1) + "\n";
    }
    default:
      return quoted(text) + (chance.one_in(4) ? " # mark\n" : "\n");
  }
}

struct Written {
  std::string file;
  std::vector<std::string> targets;
};

void write_unit(Chance& chance, Written& written, const std::string& source, const std::string& dash) {
  const std::string indent = std::string(dash.size(), ' ') + "  ";
  if (chance.one_in(4)) written.file += dash + "# about the next one\n";
  written.file += dash + "- id: intro/p" + std::to_string(chance.below(9)) + "\n";
  written.file += indent + "source: " + scalar(chance, source, indent);
  if (chance.one_in(6)) written.file += indent + "# inside\n";
  const std::string target =
      chance.one_in(4) ? "" : "Zeg " + chance.sentence() + " " + std::to_string(written.targets.size());
  written.file += indent + "target: " + (target.empty() ? "\n" : scalar(chance, target, indent));
  if (!target.empty()) written.targets.push_back(target);
  if (!target.empty() && chance.one_in(5)) written.file += indent + "stale: " + quoted(chance.sentence()) + "\n";
  if (chance.one_in(3)) written.file += "\n";
}

Written random_file(Chance& chance, const std::vector<std::string>& sources) {
  Written written;
  const std::string dash = chance.one_in(2) ? "  " : "";
  written.file = "# top\ndocument: page\nlocale: nl\nunits:\n";
  for (const std::string& source : sources) write_unit(chance, written, source, dash);
  written.file += "obsolete:\n";
  const std::string other = chance.one_in(2) ? "  " : "";
  for (std::size_t count = chance.below(4); count > 0; --count)
    write_unit(chance, written, "Old " + chance.sentence(), other);
  written.file += "# bottom\n";
  return written;
}

std::vector<std::string> random_sources(Chance& chance) {
  std::set<std::string> sources;
  for (std::size_t count = 1 + chance.below(9); count > 0; --count) sources.insert(chance.sentence());
  std::vector<std::string> order(sources.begin(), sources.end());
  for (std::size_t index = order.size(); index > 1; --index) std::swap(order[index - 1], order[chance.below(index)]);
  return order;
}

/// What an author does to a page: words change, paragraphs come, go and move.
std::string edited_page(Chance& chance, std::vector<std::string> sources) {
  std::string page;
  for (std::string& source : sources) {
    if (chance.one_in(6)) continue;
    if (chance.one_in(4)) source += " too";
    if (chance.one_in(5))
      page = source + "\n\n" + page;
    else
      page += source + "\n\n";
    if (chance.one_in(6)) page += "New " + chance.sentence() + "\n\n";
  }
  return page;
}

std::multiset<std::string> targets_in(const Catalogue& catalogue) {
  std::multiset<std::string> targets;
  for (const auto* entries : {&catalogue.entries, &catalogue.obsolete})
    for (const CatalogueEntry& entry : *entries)
      if (!entry.target.empty()) targets.insert(fold_text(entry.target));
  return targets;
}

std::optional<LocaleFile> read(const std::string& bytes) {
  auto file = LocaleFile::parse(bytes, Place::in_file("nl/page.yaml"), "page", Language::parse("nl").value());
  CAPTURE(text_of(file.diagnostics));
  return std::move(file.value);
}

TEST_CASE("a sync loses nothing that a person wrote, and a second one changes nothing") {
  std::size_t changed = 0;
  for (unsigned seed = 1; seed <= 1500; ++seed) {
    CAPTURE(seed);
    Chance chance(seed);
    const auto sources = random_sources(chance);
    const Written written = random_file(chance, sources);
    const auto before = read(written.file);
    if (!before) continue;  // the same id and source twice
    const Document document =
        parse_document({"page", edited_page(chance, sources), Place::in_file("page.md"), Language::parse("en").value()})
            .value;
    const auto once = sync({document, *before});
    INFO(written.file);
    INFO(text_of(once.diagnostics));
    REQUIRE(once.value);
    const auto after = read(once.value->bytes);
    REQUIRE(after);
    INFO(once.value->bytes);
    CHECK(targets_in(after->catalogue()) == targets_in(before->catalogue()));
    CHECK(once.value->bytes.starts_with("# top\n"));
    CHECK(once.value->bytes.ends_with("# bottom\n"));
    for (const char* remark : {"# remark\n", "# mark\n", "# inside\n", "# about the next one\n"}) {
      const auto count = [&](const std::string& text) {
        std::size_t found = 0;
        for (auto at = text.find(remark); at != std::string::npos; at = text.find(remark, at + 1)) ++found;
        return found;
      };
      CHECK(count(once.value->bytes) == count(written.file));
    }
    const auto twice = sync({document, *after});
    REQUIRE(twice.value);
    CHECK(twice.value->bytes == once.value->bytes);
    changed += once.value->changes.changed + once.value->changes.removed + once.value->changes.moved;
  }
  CHECK(changed > 1000);
}

}  // namespace
}  // namespace handbill
