// What a translation may not do, one fault at a time.
#include <algorithm>
#include <string>

#include "source/parse.h"
#include "support/catch.h"
#include "translation/localise.h"
#include "translation/messages.h"

namespace handbill {
namespace {

using test::text_of;

/// What localise() says to a document of one paragraph with one translation; the translation's first character is at
/// line 3, column 7. A refused one must leave the paragraph as it was.
std::string faults(const std::string& source, const std::string& target, std::string_view locale = "nl") {
  const auto spoken = Language::parse(locale).value();
  const std::string notes = "\n\n[^a]: Aa\n\n[^b]: Bee\n";
  const bool has_notes = source.find("[^") != std::string::npos;
  const auto document =
      parse_document({"page", source + (has_notes ? notes : "\n"), Place::in_file("page.md"), *Language::parse("en")})
          .value;
  std::string yaml = "units:\n  - target: |-\n      " + target + "\n    source: |-\n      " + source + "\n";
  if (has_notes) yaml += "  - {source: Aa, target: A}\n  - {source: Bee, target: B}\n";
  auto read = parse_catalogue(yaml, Place::in_file("page.yaml"), "page", spoken);
  CHECK(text_of(read.diagnostics).empty());
  const auto result = localise(document, spoken, {read.value});
  const auto& passage = std::get<Paragraph>(result.value.document.blocks.at(0).node).text;
  CHECK(has_errors(result.diagnostics) == passage.language.has_value());
  CHECK(result.value.coverage.missing() == (has_errors(result.diagnostics) ? 1 : 0));
  return text_of(result.diagnostics);
}

TEST_CASE("links may be reordered and their texts translated") {
  CHECK(faults("See [one](https://a.example/) and [two](/two \"Two\").",
               "Zie [twee](/two \"Twee\") en [één](https://a.example/).")
            .empty());
  CHECK(
      faults("See [one](https://a.example/) and [two](/two).", "انظر [اثنين](/two) و[واحدًا](https://a.example/).", "ar")
          .empty());
  CHECK(faults("Write to <https://a.example/x>.", "Schrijf naar [ons](https://a.example/x).").empty());
  CHECK(faults("Look ![one](a.png) here[^a] and[^b].", "Kijk[^b] hier[^a] ![een](a.png).").empty());
}

TEST_CASE("a changed address is an error that names the right one") {
  CHECK(faults("See [us](https://good.example/join) or [them](/them).",
               "Zie [ons](https://goed.example/join) of [hen](/them).") ==
        "page.yaml:3:11: error: the link to \"https://goed.example/join\" in unit \"intro/p1\" is not in the source "
        "[link-changed]\n"
        "  hint: the source has \"https://good.example/join\": write [text](https://good.example/join)\n");
  CHECK(faults("See [us](https://good.example/).", "انظر [إلينا](https://evil.example/).", "ar") ==
        "page.yaml:3:12: error: the link to \"https://evil.example/\" in unit \"intro/p1\" is not in the source "
        "[link-changed]\n"
        "  hint: the source has \"https://good.example/\": write [text](https://good.example/)\n");
}

TEST_CASE("a link is not meant where the source has an image") {
  const auto text =
      faults("Look ![cat](https://a.example/cat) [here](/here).", "Kijk [kat](https://a.example/cot) ![hier](/hier).");
  CHECK(text.find("hint: the source has \"/here\": write [text](/here)\n") != std::string::npos);
  CHECK(text.find("hint: the source has \"https://a.example/cat\": write ![text](https://a.example/cat)\n") !=
        std::string::npos);
}

TEST_CASE("an added link is an error, however it is written") {
  const std::string expected =
      "error: the link to \"https://evil.example/\" in unit \"intro/p1\" is not in the source [link-changed]\n"
      "  hint: take the link to \"https://evil.example/\" away: a translation adds none\n";
  CHECK(faults("Join us.", "Doe [mee](https://evil.example/).") == "page.yaml:3:11: " + expected);
  CHECK(faults("Join us.", "Doe mee <https://evil.example/>.") == "page.yaml:3:15: " + expected);
  CHECK(faults("Join us.", "Doe mee: https://evil.example/ nu.").find("[link-changed]") != std::string::npos);
  CHECK(faults("Join us.", "Doe mee: www.evil.example nu.").find("[link-changed]") != std::string::npos);
  CHECK(faults("Join us.", "Schrijf naar eve@evil.example.").find("[link-changed]") != std::string::npos);
  CHECK(faults("Join us.", "Doe [mee](https&#58;//evil.example/).").find("https://evil.example/") != std::string::npos);
  CHECK(faults("Join us.", "Doe [mee](javascript:alert%281%29).").find("[link-changed]") != std::string::npos);
  CHECK(faults("Join us.", "Doe ![mee](https://evil.example/x.png).").find("the image") != std::string::npos);
  CHECK(faults("[A](/a).", "[A](/a) en nog eens [A](/a).").find("a translation adds none") != std::string::npos);
}

TEST_CASE("a link that is lost is an error that says how to write it") {
  CHECK(faults("Read [this](/this).", "Lees dit.") ==
        "page.yaml:3:7: error: the link to \"/this\" of the source is missing in unit \"intro/p1\" [link-changed]\n"
        "  hint: write [text](/this) where it belongs\n");
  CHECK(faults("Look ![cat](cat.png).", "Kijk een kat.") ==
        "page.yaml:3:7: error: the image \"cat.png\" of the source is missing in unit \"intro/p1\" [link-changed]\n"
        "  hint: write ![text](cat.png) where it belongs\n");
  CHECK(faults("One[^a] two[^b].", "Eén[^a] twee.") ==
        "page.yaml:3:7: error: the footnote mark [^b] of the source is missing in unit \"intro/p1\" [link-changed]\n"
        "  hint: write [^b] where it belongs\n");
}

TEST_CASE("a link that is meant but not written as one gets a hint of its own") {
  const auto hint = [](const std::string& target) {
    const auto text = faults("Read [this](https://a.example/x) now.", target);
    CHECK(text.find("[link-changed]") != std::string::npos);
    const auto start = text.find("hint: ");
    return text.substr(start, text.find('\n', start) - start);
  };
  CHECK(hint("Lees [dit] (https://a.example/x) nu.") == "hint: write [text](address) without a space between ] and (");
  CHECK(hint("Lees [dit] ( <https://a.example/x>) nu.") ==
        "hint: write [text](address) without a space between ] and (");
  CHECK(hint("Lees (dit)[https://a.example/x] nu.") == "hint: swap the brackets: [text](address)");
  CHECK(hint("Lees [dit]（https://a.example/x） nu.") == "hint: use the plain brackets ( ) around the address");
  CHECK(hint("Lees \\[dit\\](https://a.example/x) nu.") == "hint: take the backslash before ] away");
  CHECK(hint("Lees [dit]\\(https://a.example/x) nu.") == "hint: take the backslash before ( away");
}

TEST_CASE("a relative address behind a space gets the same hint") {
  CHECK(faults("Read [this](/this).", "اقرأ [هذا] (/this).", "ar") ==
        "page.yaml:3:7: error: the link to \"/this\" of the source is missing in unit \"intro/p1\" [link-changed]\n"
        "  hint: write [text](address) without a space between ] and (\n");
}

TEST_CASE("raw HTML is an error in a translation") {
  for (const std::string target : {"Doe <b>mee</b>.", "Doe mee.<script>alert(1)</script>", "<img src=\"x.png\"> mee"}) {
    INFO(target);
    const auto text = faults("Join us.", target);
    CHECK(text.find(": error: ") != std::string::npos);
    CHECK(text.find("[raw-html]") != std::string::npos);
    CHECK(text.find("warning") == std::string::npos);
  }
  CHECK(faults("Join<br>us.", "Doe<br>mee.").empty());
  CHECK(faults("Join us.", "Doe <!-- nobody reads this --> mee.").empty());
}

TEST_CASE("a footnote mark that the document does not have is an error") {
  const auto text = faults("One[^a] two[^b].", "Eén[^a] twee[^b] drie[^c].");
  INFO(text);
  CHECK(text.find("page.yaml:3:") == 0);
  CHECK(text.find("error") != std::string::npos);
}

TEST_CASE("hidden characters that reorder text are errors, and those that languages need are not") {
  const auto expected = [](const std::string& character, const std::string& why) {
    return "page.yaml:3:7: error: the translation of \"intro/p1\" has the invisible character " + character + ", " +
           why + " [bidi-control]\n  hint: delete the invisible character, or type the text anew\n";
  };
  const std::string reorders = "which changes the order in which the text is read";
  CHECK(faults("Join us.", "Doe \u202Eeem.") == expected("U+202E", reorders));
  CHECK(faults("Join us.", "انضم \u202Dإلينا\u202C.", "ar") == expected("U+202D", reorders));
  CHECK(faults("Join us.", "Doe &#x202E;eem.") == expected("U+202E", reorders));
  CHECK(faults("Join us.", "Doe \u2067mee.") == expected("U+2067", "which is never closed"));
  CHECK(faults("Join us.", "Doe \u202Bmee.") == expected("U+202B", "which is never closed"));
  CHECK(faults("Join us.", "Doe mee\u2069.") == expected("U+2069", "which closes nothing"));
  CHECK(faults("Join us.", "Doe \u2067mee\u202C.") == expected("U+202C", "which closes nothing"));
  CHECK(faults("Join [us](/us \"Us\").", "Doe [mee](/us \"\u202Ee\").") == expected("U+202E", reorders));
  CHECK(faults("Join us.", "Doe `\u202Eeem`.") == expected("U+202E", reorders));
  CHECK(
      faults("Join us.", "انضم \u2068HTML\u2069 \u202Aab\u202C إلى\u200Cنا\u200D \u200Eab\u200F\u061C.", "ar").empty());
}

TEST_CASE("characters that nothing can print are errors") {
  CHECK(faults("Join us.", "Doe\u0085mee.").find("U+0085, which cannot be printed [control-character]") !=
        std::string::npos);
  CHECK(faults("Join us.", "Doe \uFEFFmee.").find("[control-character]") != std::string::npos);
  CHECK(faults("Join us.", "Doe \U000E0041mee.").find("[control-character]") != std::string::npos);
  CHECK(faults("Join us.", "Doe\u00ADmee 👩\u200D🔧 ❤\uFE0F.").empty());
}

TEST_CASE("a translation that prints nothing is an error") {
  for (const std::string target : {"<!-- gone -->", "&nbsp;", "\u200B\u00AD", "<br>"}) {
    INFO(target);
    CHECK(faults("Join us.", target) ==
          "page.yaml:3:7: error: the translation of \"intro/p1\" prints nothing [empty-target]\n"
          "  hint: leave the target empty, or translate\n");
  }
  CHECK(faults("Yes", "✓").empty());
}

TEST_CASE("hundreds of added links are one error with a few hints") {
  std::string target = "Doe mee";
  for (int link = 0; link < 200; ++link) target += " [x](https://evil.example/" + std::to_string(link) + ")";
  const auto text = faults("Join [us](https://good.example/).", target);
  CHECK(std::count(text.begin(), text.end(), '\n') == 6);
}

TEST_CASE("the slip hints do not see links where the source has none") {
  CHECK(faults("Use a] (b) c.", "Gebruik a] (b) c.").empty());
  CHECK(faults("See [x](/x), not [that] (really).", "Zie [x](/x), niet [dat] (echt).").empty());
}

}  // namespace
}  // namespace handbill
