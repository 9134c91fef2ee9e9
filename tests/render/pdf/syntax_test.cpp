#include "render/pdf/syntax.h"

#include "support/catch.h"

using namespace handbill;

TEST_CASE("Numbers are rounded to thousandths and have no trailing zeros") {
  CHECK(pdf::number(0) == "0");
  CHECK(pdf::number(12) == "12");
  CHECK(pdf::number(-12.5) == "-12.5");
  CHECK(pdf::number(0.0004) == "0");
  CHECK(pdf::number(-0.0004) == "0");
  CHECK(pdf::number(0.0126) == "0.013");
  CHECK(pdf::number(-0.25) == "-0.25");
  CHECK(pdf::number(595.276) == "595.276");
  CHECK(pdf::number(1.9999) == "2");
  CHECK(pdf::numbers({0, 0, 419.528, 595.276}) == "[0 0 419.528 595.276]");
}

TEST_CASE("Text strings are literals in ASCII and UTF-16BE otherwise") {
  CHECK(pdf::text_string("What can you do?") == "(What can you do?)");
  CHECK(pdf::text_string("(a) \\ b") == "(\\(a\\) \\\\ b)");
  CHECK(pdf::text_string("é") == "<FEFF00E9>");
  CHECK(pdf::text_string("لا") == "<FEFF06440627>");
  CHECK(pdf::text_string("😀") == "<FEFFD83DDE00>");
  CHECK(pdf::text_string("a\nb") == "<FEFF0061000A0062>");
}

TEST_CASE("Byte strings are literals in ASCII and hex otherwise") {
  CHECK(pdf::byte_string("join(1)") == "(join\\(1\\))");
  CHECK(pdf::byte_string("é") == "<C3A9>");
}

TEST_CASE("What may not stand in a name is escaped") {
  CHECK(pdf::name("NotoSans-Bold") == "/NotoSans-Bold");
  CHECK(pdf::name("a b#(c)/") == "/a#20b#23#28c#29#2F");
}

TEST_CASE("A dictionary keeps its entries in the order they were added") {
  pdf::Dictionary dictionary;
  dictionary.add_name("Type", "Annot").add_number("F", 4).add_flag("Open", false).add("Border", "[0 0 0]");
  CHECK(dictionary.entries() == "/Type /Annot\n/F 4\n/Open false\n/Border [0 0 0]\n");
  CHECK(dictionary.direct() == "<<\n/Type /Annot\n/F 4\n/Open false\n/Border [0 0 0]\n>>");
}
