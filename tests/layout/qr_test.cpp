#include "layout/qr.h"

#include "support/catch.h"

using namespace handbill;

TEST_CASE("A QR code is square and has its three finder patterns") {
  const auto code = qr_code("https://example.org/join");
  REQUIRE(code);
  REQUIRE(code->dark.size() == std::size_t{code->side} * code->side);
  const auto dark = [&](std::uint32_t row, std::uint32_t column) { return code->dark[row * code->side + column]; };
  const std::uint32_t far = code->side - 7;
  for (const auto& [row, column] : {std::pair{0U, 0U}, std::pair{0U, far}, std::pair{far, 0U}}) {
    CHECK(dark(row, column));
    CHECK_FALSE(dark(row + 1, column + 1));
    CHECK(dark(row + 3, column + 3));
  }
}

TEST_CASE("An address longer than any QR code is refused") {
  CHECK(qr_code(std::string(2000, 'a')));
  CHECK_FALSE(qr_code(std::string(3000, 'a')));
}
