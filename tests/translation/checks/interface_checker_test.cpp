#include "translation/checks/interface_checker.h"

#include <string>

#include "support/catch.h"
#include "translation/interface.h"

namespace handbill {
namespace {

/// A file with every message, those given in `other` put in their place.
std::string file_with(const std::string& locale, const std::string& key, const std::string& message) {
  std::string text = "locale: " + locale + "\nmessages:\n";
  for (const InterfaceKey& one : interface_keys())
    text += "  " + std::string(one.key) + ": '" + (one.key == key ? message : std::string(one.english)) + "'\n";
  return text;
}

std::string problems(const std::string& locale, const std::string& text, bool complete = true) {
  std::string found;
  for (const Diagnostic& one :
       check_interface({text, Place::in_file("interface.yaml"), Language::parse(locale).value(), complete}))
    found += to_string(one);
  return found;
}

const std::string key = "page";

TEST_CASE("a message that is missing or empty is named with the English one") {
  CHECK(problems("nl", file_with("nl", "", "")) == "");
  CHECK(problems("nl", file_with("nl", key, ""))
            .find("warning: the message \"page\" is not translated into \"nl\" [missing-message]\n  hint: in English "
                  "it is ") != std::string::npos);
  std::string without = file_with("ar", "", "");
  const auto line = without.find("  page: ");
  without.erase(line, without.find('\n', line) + 1 - line);
  CHECK(problems("ar", without).starts_with("interface.yaml: warning: the message \"page\" is not translated"));
  CHECK(problems("ar-EG", "locale: ar-EG\n", false) == "");
}

TEST_CASE("a plural has every form that its language needs") {
  CHECK(problems("nl", file_with("nl", key, "{page, plural, one{# blad} other{# bladen}}")) == "");
  CHECK(problems("nl", file_with("nl", key, "{page, plural, =1{een blad} other{# bladen}}")) == "");
  CHECK(problems("nl", file_with("nl", key, "{page, plural, other{# bladen}}"))
            .find("the message \"page\" lacks the plural form one [plural-forms]") != std::string::npos);
  CHECK(problems("pl", file_with("pl", key, "{page, plural, one{# a} other{# b}}"))
            .find("lacks the plural forms few, many [plural-forms]") != std::string::npos);
  CHECK(problems("ar", file_with("ar", key, "{page, plural, one{#} two{#} few{#} other{#}}"))
            .find("lacks the plural forms many, zero [plural-forms]") != std::string::npos);
  CHECK(problems("ar", file_with("ar", key, "{page, plural, zero{#} one{#} two{#} few{#} many{#} other{#}}")) == "");
  CHECK(problems("fr", file_with("fr", key, "{page, plural, one{# a} other{# b}}")) == "");
}

TEST_CASE("a message that is no message is reported once") {
  const std::string found = problems("nl", file_with("nl", key, "{page"));
  CHECK(found.find("[message]") != std::string::npos);
  CHECK(found.find("[missing-message]") == std::string::npos);
}

}  // namespace
}  // namespace handbill
