#include "document/address.h"

#include "support/catch.h"

using handbill::says_address;
using handbill::shown_address;

TEST_CASE("an address is shown as people write it") {
  CHECK(shown_address("https://example.org/join") == "https://example.org/join");
  CHECK(shown_address("mailto:sara@example.org") == "sara@example.org");
  CHECK(shown_address("tel:+31200123456") == "+31200123456");
  CHECK(shown_address("#next-steps").empty());
  CHECK(shown_address("").empty());
}

TEST_CASE("a link whose text is its address needs no other") {
  CHECK(says_address("https://example.org/", "https://example.org/"));
  CHECK(says_address("example.org", "https://www.example.org/"));
  CHECK(says_address("www.example.org/Join", "http://www.example.org/join"));
  CHECK(says_address("sara@example.org", "mailto:sara@example.org"));
  CHECK(says_address("+31 20 012-34 56", "tel:+31200123456"));
}

TEST_CASE("a link whose text names something else keeps its address") {
  CHECK_FALSE(says_address("Join us", "https://example.org/join"));
  CHECK_FALSE(says_address("example.com", "https://example.org"));
  CHECK_FALSE(says_address("Ring Noor at +31200123456", "tel:+31200123456"));
  CHECK_FALSE(says_address("+31 20 000 00 00", "tel:+31200123456"));
  CHECK_FALSE(says_address("", "https://example.org"));
  CHECK_FALSE(says_address("example", ""));
}
