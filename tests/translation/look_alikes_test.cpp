#include "translation/look_alikes.h"

#include "source/parse.h"
#include "support/catch.h"

namespace handbill {
namespace {

std::string found_in(const std::string& source, const std::string& target) {
  const Place place = Place::in_file("nl.yaml").at(3, 5);
  const auto found =
      find_look_alike(parse_inlines(source, place).value, parse_inlines(target, place).value, "the text", place);
  return found ? to_string(*found) : "";
}

TEST_CASE("a word with a dot and a domain's ending reads as an address") {
  for (const char* address : {"example.org", "www.example.org/join", "https://x.example/a?b", "info@example.org",
                              "пример.рф", "EXAMPLE.ORG:80"})
    CHECK(looks_like_address(address));
  for (const char* word : {"e.g", "2.14", "17.30", "word", "...", "a b.org", ".org", "z.B"})
    CHECK_FALSE(looks_like_address(word));
}

TEST_CASE("an address whose letters only look right is an error") {
  const std::string found = found_in("Write to info@example.org.", "Schrijf naar info@ex\u0430mple.org.");
  CHECK(found.find("mixes letters that do not belong together") != std::string::npos);
  CHECK(found.find("nl.yaml:3:5: error: ") == 0);
  CHECK(found.find("[look-alike]") != std::string::npos);
  // All Cyrillic, and so no mixture: c, o, p, e.
  CHECK(found_in("See scope.org now.", "Zie \u0455\u0441\u043E\u0440\u0435.org").find("[look-alike]") !=
        std::string::npos);
  CHECK(found_in("See scope.org.", "\u0627\u0646\u0638\u0631 \u0455\u0441\u043E\u0440\u0435.org").find("look-alike") !=
        std::string::npos);
  // Latin letters alone can deceive as well: rn for m.
  CHECK(found_in("See [mail.org](https://mail.org).", "Zie mai1.org en [mail.org](https://mail.org).")
            .find("looks like \"") != std::string::npos);
}

TEST_CASE("a link must not say that it leads elsewhere") {
  const std::string source = "[Join us](https://example.org/join)";
  CHECK(found_in(source, "[www.other.org](https://example.org/join)").find("but leads to") != std::string::npos);
  CHECK(found_in(source, "[example.org](https://example.org/join)") == "");
  CHECK(found_in(source, "[Doe mee](https://example.org/join)") == "");
  CHECK(found_in("[shop.example](/shop)", "[shop.example](/shop)") == "");
}

TEST_CASE("addresses that the source has, and honest ones of any language, are left alone") {
  CHECK(found_in("See example.org.", "\u0627\u0646\u0638\u0631 example.org \u0627\u0644\u0622\u0646") == "");
  CHECK(found_in("Our site",
                 "\u043D\u0430\u0448 \u0441\u0430\u0439\u0442 \u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444") ==
        "");
  CHECK(found_in("Come.", "Kom.Daar zijn we.") == "");
}

}  // namespace
}  // namespace handbill
