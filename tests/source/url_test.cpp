#include "source/url.h"

#include "support/catch.h"

using namespace handbill;

TEST_CASE("a reference is joined to a base as RFC 3986 has it") {
  const std::string base = "http://a/b/c/d;p?q";
  const std::pair<const char*, const char*> cases[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
  };
  for (const auto& [reference, expected] : cases) CHECK(url::join(base, reference) == expected);
}

TEST_CASE("a path on a site stays on it") {
  CHECK(url::join("https://example.org/", "/join") == "https://example.org/join");
  CHECK(url::join("https://example.org/", "join") == "https://example.org/join");
  CHECK(url::join("https://example.org/nl/", "join") == "https://example.org/nl/join");
  CHECK(url::join("https://example.org/nl/", "/join") == "https://example.org/join");
  CHECK(url::join("https://example.org/", "//other.org/x") == "https://other.org/x");
  CHECK(url::join("https://example.org", "join") == "https://example.org/join");
}

TEST_CASE("a scheme is what stands before a colon and looks like one") {
  CHECK(url::scheme_of("HTTPS://x") == "https");
  CHECK(url::scheme_of("tel:+31") == "tel");
  CHECK(url::scheme_of("a/b:c").empty());
  CHECK(url::scheme_of("#a:b").empty());
  CHECK(url::scheme_of("1a:b").empty());
  CHECK(url::scheme_of(":b").empty());
}

TEST_CASE("addresses are cleaned and encoded as browsers do") {
  CHECK(url::cleaned(" \tjava\nscript:x\r\n") == "javascript:x");
  CHECK(url::encoded("https://x.org/a b\"<c>") == "https://x.org/a%20b%22%3Cc%3E");
  CHECK(url::encoded("https://x.org/ä%20") == "https://x.org/ä%20");
  CHECK(url::decoded("a%20b%2Fc%zz%4") == "a b/c%zz%4");
}
