#include "layout/number_cells.h"

#include "core/unicode.h"
#include "support/catch.h"

using namespace handbill;

namespace {

std::optional<std::size_t> decimals(const char* cell, const char* language) {
  return decimals_at(to_utf16(cell), Language::parse(language).value());
}

}  // namespace

TEST_CASE("A number's decimals begin at its language's decimal separator") {
  CHECK(decimals("1,250.50", "en") == 5U);
  CHECK(decimals("1.250,50", "nl") == 5U);
  CHECK(decimals("٧٣٫٥", "ar") == 2U);
  CHECK(decimals("73.5", "en") == 2U);
}

TEST_CASE("A number without decimals ends where its decimals would begin") {
  CHECK(decimals("1,250", "en") == 5U);
  CHECK(decimals("53%", "en") == 2U);
  CHECK(decimals("٥٣٪", "ar") == 2U);
  CHECK(decimals("€ 12", "nl") == 4U);
}

TEST_CASE("Signs, currencies and spaces belong to a number, letters do not") {
  CHECK(decimals("−12.5", "en") == 3U);
  CHECK(decimals("12,50 €", "nl") == 2U);
  CHECK_FALSE(decimals("5 Jan", "en"));
  CHECK_FALSE(decimals("12 kg", "en"));
  CHECK_FALSE(decimals("", "en"));
  CHECK_FALSE(decimals("–", "en"));
}
