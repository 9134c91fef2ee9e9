#include "core/parallel.h"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "support/catch.h"

using namespace handbill;

namespace {

/// For threads to go on in the meantime.
void wait_a_moment() {
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

/// Not for ever.
void wait_until(const std::atomic<bool>& happened) {
  for (int i = 0; i < 5000 && !happened; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace

TEST_CASE("every index is worked on once, however many workers there are") {
  for (const std::size_t workers : {0, 1, 2, 7, 100}) {
    CAPTURE(workers);
    std::vector<std::atomic<int>> seen(50);
    for_each_index(seen.size(), workers, [&](std::size_t index) { ++seen[index]; });
    for (const auto& count : seen) CHECK(count == 1);
  }
  for_each_index(0, 4, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("Work ahead is done once, all of it when it is finished, however many workers there are") {
  for (const std::size_t workers : {0, 1, 2, 7}) {
    for (const std::size_t enough : {1, 10, 1000}) {
      CAPTURE(workers, enough);
      std::vector<std::atomic<int>> seen(120);
      WorkAhead ahead(workers, enough);
      for (std::size_t i = 0; i < 100; ++i) ahead.put_down([&seen, i] { ++seen[i]; });
      ahead.finish();
      for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == (i < 100 ? 1 : 0));
      for (std::size_t i = 100; i < seen.size(); ++i) ahead.put_down([&seen, i] { ++seen[i]; });
      ahead.finish();
      ahead.finish();
      for (const auto& count : seen) CHECK(count == 1);
    }
  }
}

TEST_CASE("Work that another thread has begun is waited for") {
  WorkAhead ahead(2, 1);
  std::atomic<bool> begun = false;
  std::atomic<bool> done = false;
  ahead.put_down([&] {
    begun = true;
    wait_a_moment();
    done = true;
  });
  wait_until(begun);
  CHECK(begun);
  ahead.finish();
  CHECK(done);
}

TEST_CASE("The failure of what was put down first is thrown on, whichever comes first") {
  for (const bool in_order : {true, false}) {
    CAPTURE(in_order);
    WorkAhead ahead(3, 1);
    std::atomic<bool> one = false;
    std::atomic<bool> two = false;
    const auto task = [&](const char* name, std::atomic<bool>& own, std::atomic<bool>& other, bool waits) {
      return [&, name, waits] {
        own = true;
        wait_until(other);
        if (waits) wait_a_moment();
        throw std::runtime_error(name);
      };
    };
    ahead.put_down(task("first", one, two, !in_order));
    ahead.put_down(task("second", two, one, in_order));
    wait_until(one);
    wait_until(two);
    CHECK_THROWS_WITH(ahead.finish(), "first");
    // It is told once, and what is put down afterwards is done.
    bool done = false;
    ahead.put_down([&] { done = true; });
    CHECK_NOTHROW(ahead.finish());
    CHECK(done);
  }
}

TEST_CASE("After a failure nothing more is begun, and what nobody finishes is left undone") {
  int begun = 0;
  {
    WorkAhead ahead(1, 1);
    for (int i = 0; i < 10; ++i)
      ahead.put_down([&begun] {
        if (++begun == 3) throw std::runtime_error("x");
      });
    CHECK_THROWS_WITH(ahead.finish(), "x");
    ahead.put_down([&begun] { ++begun; });
  }
  CHECK(begun == 3);
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
