// A project in memory whose translations are good, and everything that people do to them, one thing at a time.
#include "app/check.h"

#include <map>
#include <string>
#include <vector>

#include "support/catch.h"
#include "translation/interface.h"

using namespace handbill;

namespace {

const std::string page = R"(---
title: Join the union
lang: en
---

**Act now.** In 2026 we were 1,250, and 73.5% of us _spoke up_.

Read [our letter](https://example.org/letter) and ![the plan](plan.png "Plan") today[^1].

Ask {name} for room `blue-214`, or write to info@example.org.

They call it “fair”, ~~later~~ never.

## What we want

- Higher pay for everybody
- Shorter hours for everybody

[^1]: It was written in May.
)";

std::string interface_of(const std::string& locale, const std::string& quotes, const std::string& pages) {
  std::string text = "locale: " + locale + "\nquotes: \"" + quotes + "\"\nmessages:\n";
  for (const InterfaceKey& one : interface_keys())
    text += "  " + std::string(one.key) + ": '" + (one.key == "page-of" ? pages : std::string(one.english)) + "'\n";
  return text;
}

const std::string dutch = R"(document: page
locale: nl
units:
  - id: title
    source: Join the union
    target: Word lid van de bond
  - id: intro/p1
    source: "**Act now.** In 2026 we were 1,250, and 73.5% of us _spoke up_."
    target: "**Kom in actie.** In 2026 waren we met 1.250, en 73,5% _sprak zich uit_."
  - id: intro/p2
    source: "Read [our letter](https://example.org/letter) and ![the plan](plan.png \"Plan\") today[^1]."
    target: "Lees vandaag[^1] [onze brief](https://example.org/letter) en ![het plan](plan.png \"Plan\")."
  - id: intro/p3
    source: Ask {name} for room `blue-214`, or write to <info@example.org>.
    target: Vraag {name} naar zaal `blue-214`, of schrijf naar <info@example.org>.
  - id: intro/p4
    source: They call it “fair”, ~~later~~ never.
    target: Ze noemen het “eerlijk”, ~~later~~ nooit.
  - id: what-we-want
    source: What we want
    target: Wat we willen
  - id: what-we-want/li1
    source: Higher pay for everybody
    target: Meer loon voor iedereen
  - id: what-we-want/li2
    source: Shorter hours for everybody
    target: Kortere dagen voor iedereen
  - id: note-1/p1
    source: It was written in May.
    target: Hij is in mei geschreven.
)";

const std::string arabic = R"(document: page
locale: ar
units:
  - id: title
    source: Join the union
    target: انضموا إلى النقابة
  - id: intro/p1
    source: "**Act now.** In 2026 we were 1,250, and 73.5% of us _spoke up_."
    target: "**تحركوا الآن.** في ٢٠٢٦ كنا ١٬٢٥٠، وتحدث ٧٣٫٥٪ منا _بصوت عالٍ_."
  - id: intro/p2
    source: "Read [our letter](https://example.org/letter) and ![the plan](plan.png \"Plan\") today[^1]."
    target: "اقرؤوا [رسالتنا](https://example.org/letter) و![الخطة](plan.png \"Plan\") اليوم[^1]."
  - id: intro/p3
    source: Ask {name} for room `blue-214`, or write to <info@example.org>.
    target: اسألوا {name} عن القاعة `blue-214`، أو اكتبوا إلى <info@example.org>.
  - id: intro/p4
    source: They call it “fair”, ~~later~~ never.
    target: يسمونها «عادلة»، ~~لاحقًا~~ أبدًا.
  - id: what-we-want
    source: What we want
    target: ما نريده
  - id: what-we-want/li1
    source: Higher pay for everybody
    target: أجور أعلى للجميع
  - id: what-we-want/li2
    source: Shorter hours for everybody
    target: ساعات أقصر للجميع
  - id: note-1/p1
    source: It was written in May.
    target: كُتبت في أيار.
)";

struct Scene {
  MemoryFiles files;

  Scene() {
    files.files["handbill.yaml"] =
        "source: en\nlocales: [nl, ar]\n"
        "editions: {flyer: false, handout: false, book: false, text: {as: text}}\n";
    files.files["content/page.md"] = page;
    files.files["locales/nl/page.yaml"] = dutch;
    files.files["locales/ar/page.yaml"] = arabic;
    files.files["locales/nl/interface.yaml"] =
        interface_of("nl", "“”", "{pages, plural, one{Pagina {page}} other{Pagina {page} van {pages}}}");
    files.files["locales/ar/interface.yaml"] = interface_of("ar", "«»", "صفحة {page} من {pages}");
  }

  Outcome run() const { return check({}, {.files = files, .project = {}, .home = "home"}); }

  /// "locales/nl/page.yaml:6 empty-unit" for each problem.
  std::vector<std::string> problems() const {
    std::vector<std::string> all;
    for (const Diagnostic& one : run().diagnostics) {
      const std::string file = one.place.file == nullptr ? "" : *one.place.file;
      all.push_back(file + ":" + std::to_string(one.place.line) + " " + one.code);
    }
    return all;
  }
};

using Problems = std::vector<std::string>;

struct Fault {
  std::string file;
  std::string from;
  std::string to;
  std::string code;
  std::string other_place = {};  ///< where it is reported when not in the line of what was changed
};

std::string line_of(const std::string& text, const std::string& part) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// Does one thing to one file and expects that this is found, in its line, and nothing else.
void expect(const Fault& fault) {
  Scene scene;
  std::string& text = scene.files.files.at(fault.file);
  CAPTURE(fault.file, fault.from, fault.to);
  const std::string line = line_of(text, fault.from);
  text.replace(text.find(fault.from), fault.from.size(), fault.to);
  const std::string place = fault.other_place.empty() ? fault.file + ":" + line : fault.other_place;
  CHECK(scene.problems() == Problems{place + " " + fault.code});
  CHECK(scene.run().status == 1);
}

constexpr const char* nl = "locales/nl/page.yaml";
constexpr const char* ar = "locales/ar/page.yaml";
constexpr const char* nl_words = "locales/nl/interface.yaml";
constexpr const char* ar_words = "locales/ar/interface.yaml";

}  // namespace

TEST_CASE("good translations have no problems, in either direction") {
  const Scene scene;
  CHECK(scene.problems() == Problems{});
  CHECK(scene.run().status == 0);
  CHECK(scene.run().out == "no problems\n");
}

TEST_CASE("what is wrong with a file's units is found in its line") {
  expect({nl, "    target: Wat we willen\n", "    target: \"\"\n", "empty-unit", "locales/nl/page.yaml:19"});
  expect({ar, "    target: ما نريده\n", "", "empty-unit", "locales/ar/page.yaml:19"});
  expect({nl, "  - id: what-we-want\n    source: What we want\n    target: Wat we willen\n", "", "missing-unit",
          "content/page.md:14"});
  expect({nl, "Wat we willen\n", "Wat we willen\n    stale: What we wanted\n", "stale-unit"});
  expect({ar, "ما نريده\n", "ما نريده\n    stale: What we wanted\n", "stale-unit"});
  expect({nl, "  - id: what-we-want\n", "  - source: Nobody wrote this.\n    target: Niemand.\n  - id: what-we-want\n",
          "unknown-unit"});
  expect({nl, "  - id: what-we-want/li1\n",
          "  - id: what-we-want\n    source: What we want\n    target: Wij willen\n  - id: what-we-want/li1\n",
          "duplicate-unit"});
  expect({nl, "locale: nl", "locale: de", "other-locale"});
  expect({ar, "document: page", "document: other", "other-document"});
  expect({nl, "    target: Wat", "    traget: \"\"\n    target: Wat", "unknown-key"});
  expect({nl, "locale: nl", "locale: nl\nlocale: nl", "yaml-duplicate-key", "locales/nl/page.yaml:3"});
}

TEST_CASE("what a translation may not do is found in its line") {
  expect({nl, "https://example.org/letter) en", "https://example.org/lettre) en", "link-changed"});
  expect({ar, "[رسالتنا](https://example.org/letter)", "رسالتنا", "link-changed"});
  expect({nl, "Wat we willen", "\"[Wat](https://evil.example) we willen\"", "link-changed"});
  expect({nl, "[onze brief](", "[onze brief] (", "link-changed"});
  expect({ar, "![الخطة](plan.png", "![الخطة](other.png", "link-changed"});
  expect({nl, "Lees vandaag[^1]", "Lees vandaag", "link-changed"});
  expect({nl, "Lees vandaag[^1]", "Lees vandaag[^2]", "unknown-footnote"});
  expect({nl, "Wat we willen", "Wat we <b onclick=x>willen</b>", "raw-html"});
  expect({ar, "ما نريده", "ما <i>نريده</i>", "raw-html"});
  expect({nl, "Wat we willen", "Wat we willen {{< figure src=x >}}", "shortcode"});
  expect({nl, "Wat we willen", "Wat we \u202Ewillen", "bidi-control"});
  expect({ar, "ما نريده", "ما \u2067نريده", "bidi-control"});
  expect({nl, "Wat we willen", "Wat we wil\uFEFFlen", "control-character"});
  expect({nl, "    target: Wat we willen", "    target: \"\u200B\"", "empty-target"});
  expect({nl, "Wat we willen", "Wat we willen: ex\u0430mple.org", "yaml"});
  expect({nl, "Wat we willen", "Wat we willen, ex\u0430mple.org", "look-alike"});
  expect({ar, "[رسالتنا](", "[other.org](", "look-alike"});
}

TEST_CASE("what translators get wrong is found in its line") {
  expect({nl, "**Kom in actie.**", "**Kom in actie.*", "markup-balance"});
  expect({ar, "**تحركوا الآن.**", "تحركوا الآن.", "markup-changed"});
  expect({nl, "~~later~~ nooit", "later nooit", "markup-changed"});
  expect({nl, "Wat we willen", "Wat _we_ willen", "markup-changed"});
  expect({ar, "`blue-214`،", "`أزرق-214`،", "code-changed"});
  expect({nl, "{name} naar", "{naam} naar", "placeholder-changed"});
  expect({ar, "اسألوا {name}", "اسألوا", "placeholder-changed"});
  expect({nl, "1.250", "1.205", "number-changed"});
  expect({nl, "73,5%", "7,35%", "number-changed"});
  expect({nl, "1.250", "1,250", "number-changed"});
  expect({ar, "٧٣٫٥", "٧٣٫٦", "number-changed"});
  expect({ar, "٢٠٢٦", "٢٠٢٥", "number-changed"});
  expect({nl, "target: Wat we willen", "target: \"Wat we willen \"", "outer-space"});
  expect({ar, "target: ما نريده", "target: ' ما نريده'", "outer-space"});
  expect({nl, "target: Wat we willen", "target: What we want", "same-as-source"});
  expect({ar, "target: ما نريده", "target: What we want", "same-as-source"});
  expect({nl, "“eerlijk”", "«eerlijk»", "quotation-marks"});
  expect({ar, "«عادلة»", "„عادلة“", "quotation-marks"});
  expect({nl, "target: Wat we willen", "target: ما نريده", "wrong-script"});
  expect({ar, "target: ما نريده", "target: Wat we willen", "wrong-script"});
  expect({nl, "Wat we willen", "W\u0430t we willen", "mixed-script"});
}

TEST_CASE("what is wrong with the program's own words is found in its line") {
  expect({nl_words, "one{Pagina {page}} ", "", "plural-forms"});
  expect({ar_words, "صفحة {page} من {pages}", "{pages, plural, one{{page}} other{{page} {pages}}}", "plural-forms"});
  expect({nl_words, "van {pages}}}", "van {pages}}", "message"});
  expect({ar_words, "صفحة {page} من {pages}", "صفحة {page} من {paegs}", "message"});
  expect({ar_words, "صفحة {page} من {pages}", "", "missing-message"});
  expect({nl_words, "messages:\n", "messages:\n  nobody: Niemand\n", "unknown-key", "locales/nl/interface.yaml:4"});
  expect({nl_words, "messages:", "digits: aarb\nmessages:", "digits"});
}
