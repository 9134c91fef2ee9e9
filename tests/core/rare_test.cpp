#include "core/rare.h"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.h"

using namespace handbill;

TEST_CASE("What nobody has edited is as it is made, and takes a pointer's room") {
  const Rare<std::vector<int>> rare;
  CHECK(rare->empty());
  static_assert(sizeof rare == sizeof(void*));
}

TEST_CASE("Copies of a rare value have values of their own") {
  Rare<std::string> first;
  first.edit() = "first";
  Rare<std::string> second = first;
  second.edit() += " and second";
  CHECK(*first == "first");
  CHECK(*second == "first and second");
  first = second;
  CHECK(*first == "first and second");
  const Rare<std::string> moved = std::move(second);
  CHECK(*moved == "first and second");
  first = Rare<std::string>();
  CHECK(first->empty());
}
