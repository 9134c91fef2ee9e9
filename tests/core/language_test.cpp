#include "core/language.h"

#include "support/catch.h"

using namespace handbill;

namespace {

std::string tag_of(std::string_view tag) {
  const auto language = Language::parse(tag);
  return language ? language->tag() : "none";
}

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

}  // namespace

TEST_CASE("a tag is made canonical") {
  CHECK(tag_of("en") == "en");
  CHECK(tag_of("EN-us") == "en-US");
  CHECK(tag_of("nl_BE") == "nl-BE");
  CHECK(tag_of("zh-hant") == "zh-Hant");
  CHECK(tag_of("iw") == "he");
  CHECK(tag_of("zh-yue") == "yue");
  CHECK(tag_of("de-DE-1996") == "de-DE-1996");
  CHECK(tag_of("und") == "und");
}

TEST_CASE("what is no language is none") {
  for (const char* tag : {"", "page", "english", "draft", "en-", "-en", "e", "x-private", "12", "en/../x", "en us",
                          "en.utf8", "nl-BE-", "١"}) {
    CAPTURE(tag);
    CHECK(tag_of(tag) == "none");
  }
  CHECK(tag_of(std::string(100'000, 'a')) == "none");
  CHECK(tag_of(std::string("en\0", 3)) == "none");
}

TEST_CASE("script and direction are CLDR's, for any language it knows") {
  struct Case {
    const char* tag;
    const char* script;
    bool right_to_left;
  };
  for (const Case& one :
       {Case{"en", "Latn", false}, Case{"ar", "Arab", true}, Case{"he", "Hebr", true}, Case{"fa-AF", "Arab", true},
        Case{"dv", "Thaa", true}, Case{"ja", "Jpan", false}, Case{"az-Arab", "Arab", true},
        Case{"ff-Adlm", "Adlm", true}, Case{"ru", "Cyrl", false}, Case{"und", "Zyyy", false}}) {
    CAPTURE(one.tag);
    CHECK(language(one.tag).script() == one.script);
    CHECK(language(one.tag).right_to_left() == one.right_to_left);
  }
  CHECK(Language().tag() == "und");
  CHECK(Language().direction() == Direction::left_to_right);
}

TEST_CASE("a language falls back to a wider one in the same script") {
  const auto parent = [](std::string_view tag) {
    const auto wider = language(tag).parent();
    return wider ? wider->tag() : "none";
  };
  CHECK(parent("nl-BE") == "nl");
  CHECK(parent("nl") == "none");
  CHECK(parent("ar-EG") == "ar");
  CHECK(parent("de-DE-1996") == "de-DE");
  CHECK(parent("en-US-u-nu-latn") == "en-US");
  CHECK(parent("zh-Hant") == "none");
  CHECK(parent("zh-Hant-HK") == "zh-Hant");
}

TEST_CASE("a language names itself, as a title") {
  CHECK(language("nl").own_name() == "Nederlands");
  CHECK(language("ar").own_name() == "العربية");
  CHECK(language("fr").own_name() == "Français");
  CHECK(language("he").own_name() == "עברית");
}

TEST_CASE("languages compare by tag") {
  CHECK(language("nl_BE") == language("nl-BE"));
  CHECK(language("ar") < language("nl"));
}
