#include "core/parallel.h"

#include <atomic>
#include <stdexcept>
#include <vector>

#include "support/catch.h"

using namespace handbill;

TEST_CASE("every index is worked on once, however many workers there are") {
  for (const std::size_t workers : {0, 1, 2, 7, 100}) {
    CAPTURE(workers);
    std::vector<std::atomic<int>> seen(50);
    for_each_index(seen.size(), workers, [&](std::size_t index) { ++seen[index]; });
    for (const auto& count : seen) CHECK(count == 1);
  }
  for_each_index(0, 4, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("the failure of the lowest index is thrown on, and no further work is begun") {
  std::atomic<int> begun = 0;
  try {
    for_each_index(1000, 1, [&](std::size_t index) {
      ++begun;
      if (index >= 3) throw std::runtime_error("at " + std::to_string(index));
    });
    FAIL("nothing was thrown");
  } catch (const std::runtime_error& error) {
    CHECK(std::string(error.what()) == "at 3");
  }
  CHECK(begun == 4);
  CHECK_THROWS_AS(for_each_index(1000, 8, [](std::size_t) { throw std::runtime_error("x"); }), std::runtime_error);
}
