#include "translation/exchange/page.h"

#include "source/parse.h"
#include "support/catch.h"
#include "translation/exchange/alignment.h"
#include "translation/messages.h"

namespace handbill {
namespace {

Document page(const std::string& markdown, const std::string& tag = "en") {
  const std::string file = tag == "en" ? "content/page.md" : "page." + tag + ".md";
  return parse_document({"page", markdown, Place::in_file(file), Language::parse(tag).value()}).value;
}

/// "id = target" a line, with a question mark after what is to be looked at again, and then what was said.
std::string aligned(const std::string& source, const std::string& translation, const std::string& tag = "nl") {
  const auto result = read_page_translation(page(source), page(translation, tag));
  std::string text;
  if (result.value)
    for (const CatalogueEntry& entry : result.value->entries)
      text += entry.id + (entry.stale ? "?" : "") + " = " + entry.target + "\n";
  return text + test::text_of(result.diagnostics);
}

const std::string source =
    "---\ntitle: Title\nkicker: Kicker\ndescription: Lead\nfeature: a.png\nfeatureAlt: Cat\n---\n\n"
    "# Join\n\nOne[^a] [link](/x).\n\n- first\n- second\n\n  more\n\n> said\n\n| A | B |\n|---|---|\n| 1 | two |\n\n"
    "![dog](b.png)\n\n{{< button href=\"join\" >}}Join{{< /button >}}\n\n```\ncode\n```\n\n---\n\n## Last\n\nEnd "
    "73.5%.\n\n"
    "[^a]: Note.\n";

TEST_CASE("a page of the same structure is taken text by text") {
  CHECK(
      aligned(
          source,
          "---\ntitle: Titel\nkicker: Aanhef\ndescription: Inleiding\nfeature: a.png\nfeatureAlt: Kat\n---\n\n"
          "# Doe mee\n\nEen *[koppeling](/x)*[^a].\n\n- eerste\n- tweede\n\n  meer\n\n> gezegd\n\n"
          "| Aa | Bee |\n|---|---|\n| 1 | twee |\n\n![hond](b.png)\n\n"
          "{{< button href=\"join\" >}}Meedoen{{< /button >}}\n\n```\ncode\n```\n\n---\n\n## Laatste\n\nEind 73,5%.\n\n"
          "[^a]: Noot.\n") ==
      "kicker = Aanhef\ntitle = Titel\n"
      "description = Inleiding\nfeatureAlt = Kat\n"
      "join = Doe mee\njoin/p1 = Een _[koppeling](/x)_[^a].\njoin/li1 = eerste\njoin/li2 = tweede\njoin/li3 = meer\n"
      "join/q1 = gezegd\njoin/t1r1c1 = Aa\njoin/t1r1c2 = Bee\njoin/t1r2c1 = 1\njoin/t1r2c2 = twee\njoin/img1 = hond\n"
      "join/cta1 = Meedoen\nlast = Laatste\nlast/p1 = Eind 73,5%.\nnote-a/p1 = Noot.\n");
}

TEST_CASE("an Arabic page is taken likewise") {
  CHECK(aligned("# Join\n\nOn 12 May.\n\n- yes\n- no\n", "# انضم\n\nفي ١٢ أيار.\n\n- نعم\n- لا\n", "ar") ==
        "join = انضم\njoin/p1 = في ١٢ أيار.\njoin/li1 = نعم\njoin/li2 = لا\n");
}

TEST_CASE("a heading that is missing costs its own text only") {
  CHECK(aligned("# A\n\nOne.\n\n## B\n\nTwo.\n\n# C\n\nThree.\n", "# Aa\n\nEen.\n\nTwee.\n\n# Cc\n\nDrie.\n") ==
        "a = Aa\na/p1 = Een.\nb/p1 = Twee.\nc = Cc\nc/p1 = Drie.\n"
        "page.nl.md:3:1: warning: after this, nothing stands for \"b\" at content/page.md:5 [page-differs]\n");
}

TEST_CASE("where structures part, numbers and links say what belongs together, and what is doubtful is stale") {
  CHECK(aligned("# A\n\nOne has 20 words in it.\n\nTwo is [here](/x).\n\nThree is simple.\n\n- item\n\n# C\n\nEnd.\n",
                "# Aa\n\nTwee staat [hier](/x).\n\nDrie is simpel.\n\n- punt\n\n# Cc\n\nEind.\n\nDank aan Noor.\n") ==
        "a = Aa\na/p2? = Twee staat [hier](/x).\na/p3? = Drie is simpel.\na/li1 = punt\nc = Cc\nc/p1? = Eind.\n"
        "page.nl.md:1:3: warning: after this, nothing stands for \"a/p1\" at content/page.md:3 [page-differs]\n"
        "page.nl.md:13:1: warning: nothing in the source is translated here; it would follow content/page.md:13 "
        "[page-differs]\n");
}

TEST_CASE("addresses alone say which of two alike texts is missing") {
  CHECK(
      aligned("# A\n\nSee [us](/x).\n\nSee [me](/y).\n", "# Aa\n\nZie [mij](/y).\n").find("a/p2? = Zie [mij](/y).\n") !=
      std::string::npos);
  CHECK(
      aligned("# A\n\nSee [us](/x).\n\nSee [me](/y).\n", "# Aa\n\nZie [ons](/x).\n").find("a/p1? = Zie [ons](/x).\n") !=
      std::string::npos);
}

TEST_CASE("another page is refused as a whole") {
  CHECK(aligned("# A\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n", "- a\n- b\n- c\n- d\n- e\n- f\n") ==
        "page.nl.md: error: this is no translation of content/page.md:1: of 6 texts, 0 have the same place in both "
        "[other-page]\n"
        "  hint: say which document it translates with --document\n");
}

TEST_CASE("long pages of different lengths cost bounded time") {
  std::string many;
  for (int i = 0; i < 30000; ++i) many += "Text " + std::to_string(i) + ".\n\n";
  std::string more = many + many;
  const auto result = read_page_translation(page(many), page(more, "nl"));
  REQUIRE(result.value.has_value());
  const auto same = read_page_translation(page(many), page(many, "nl"));
  REQUIRE(same.value.has_value());
  CHECK(same.value->entries.size() == 30000);
  CHECK(same.diagnostics.empty());
  CHECK(same.value->entries[29999].target == "Text 29999.");
}

}  // namespace
}  // namespace handbill
