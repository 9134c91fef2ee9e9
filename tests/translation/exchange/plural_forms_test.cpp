#include "translation/exchange/plural_forms.h"

#include "support/catch.h"

namespace handbill {
namespace {

std::string forms(const char* tag) {
  return plural_forms(Language::parse(tag).value()).value_or("unknown");
}

TEST_CASE("plural rules are what CLDR has, as gettext writes them") {
  CHECK(forms("nl") == "nplurals=2; plural=(n==1 ? 0 : 1);");
  CHECK(forms("nl-BE") == forms("nl"));
  CHECK(forms("tr") == "nplurals=2; plural=(n==1 ? 0 : 1);");
  CHECK(forms("zh") == "nplurals=1; plural=(0);");
  CHECK(forms("fa") == "nplurals=2; plural=(n==0 || n==1 ? 0 : 1);");
  CHECK(forms("ar") ==
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : (n%100>=3 && n%100<=10) ? 3 : "
        "(n%100>=11 && n%100<=99) ? 4 : 5);");
}

TEST_CASE("what rules say about fractions is settled for whole numbers") {
  CHECK(forms("lv") == "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);");
}

TEST_CASE("numbers in a list are told apart, with or without spaces between them") {
  CHECK(forms("fr") == "nplurals=3; plural=((n==0 || n==1) ? 0 : n!=0 && n%1000000==0 ? 1 : 2);");
  CHECK(forms("gd") ==
        "nplurals=4; plural=((n==1 || n==11) ? 0 : (n==2 || n==12) ? 1 : ((n>=3 && n<=10) || (n>=13 && n<=19)) ? 2 : "
        "3);");
}

TEST_CASE("a form that only fractions take is none of gettext's") {
  CHECK(forms("pl") == "nplurals=3; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : 2);");
  CHECK(plural_categories(Language::parse("pl").value()) == std::vector<std::string>{"one", "few", "many"});
}

TEST_CASE("a language that CLDR has no rules for has none here") {
  CHECK(forms("ban-Bali") != "");
  CHECK(forms("akk") == "unknown");
  CHECK(plural_categories(Language::parse("akk").value()).empty());
}

}  // namespace
}  // namespace handbill
