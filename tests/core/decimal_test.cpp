#include "core/decimal.h"

#include "support/catch.h"

using namespace handbill;

TEST_CASE("Numbers have no more digits than they need") {
  CHECK(decimal(12.5, 3) == "12.5");
  CHECK(decimal(12.0, 3) == "12");
  CHECK(decimal(0.001, 3) == "0.001");
  CHECK(decimal(-0.25, 2) == "-0.25");
  CHECK(decimal(100.05, 2) == "100.05");
  CHECK(decimal(7.6, 0) == "8");
}

TEST_CASE("Numbers are rounded, and nothing is never negative") {
  CHECK(decimal(0.9996, 3) == "1");
  CHECK(decimal(-0.0004, 3) == "0");
  CHECK(decimal(1.23456789, 6) == "1.234568");
}
