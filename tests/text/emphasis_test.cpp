#include "setting.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

TEST_CASE("Emphasis is italics in Latin, Greek and Cyrillic and a bold weight in scripts that have none") {
  const FontRequest emphasis{.role = "sans", .weight = 400, .italic = true};
  for (const char* script : {"Latn", "Grek", "Cyrl"}) {
    CHECK(fonts().faces(emphasis, script).front()->italic());
    CHECK(fonts().faces(emphasis, script).front()->weight() == 400);
  }
  for (const char* script : {"Arab", "Hebr", "Deva"}) {
    CHECK_FALSE(fonts().faces(emphasis, script).front()->italic());
    CHECK(fonts().faces(emphasis, script).front()->weight() == 700);
  }
}

TEST_CASE("Emphasis of a bold text is no bolder in a script without italics") {
  CHECK(fonts().faces({.role = "sans", .weight = 700, .italic = true}, "Arab").front()->weight() == 700);
}
