#include "app/work_order.h"

#include <algorithm>
#include <numeric>

#include "support/catch.h"

using namespace handbill;

namespace {

/// So many pages of those lengths, each as a handout and a text.
struct Planned {
  Plan plan;
  std::vector<SourcePage> pages;

  explicit Planned(const std::vector<std::size_t>& lengths) {
    for (const std::size_t bytes : lengths) {
      const std::size_t rendition = plan.renditions.size();
      pages.push_back({.bytes = bytes});
      plan.renditions.push_back({.page = pages.size() - 1});
      plan.files.push_back({.rendition = rendition, .edition = {.medium = Medium::text}});
      plan.files.push_back({.rendition = rendition, .edition = {.medium = Medium::pdf}});
    }
  }
};

}  // namespace

TEST_CASE("the longest files are begun first") {
  const Planned few({100, 1000, 10});
  CHECK(work_order(few.plan, few.pages) == std::vector<std::size_t>{3, 2, 1, 0, 5, 4});
}

TEST_CASE("a file in several languages is longer than in one") {
  Planned few({100, 100});
  few.plan.files[3].beside = {0};
  CHECK(work_order(few.plan, few.pages).front() == 3);
}

TEST_CASE("files of an archive are begun in the plan's order until the last") {
  std::vector<std::size_t> lengths(500);
  std::iota(lengths.begin(), lengths.end(), std::size_t{1});
  const Planned archive(lengths);
  const std::vector<std::size_t> order = work_order(archive.plan, archive.pages);
  REQUIRE(order.size() == 1000);
  const auto sorted = static_cast<std::ptrdiff_t>(sorted_files);
  CHECK(std::is_sorted(order.begin(), order.end() - sorted));
  CHECK(*(order.end() - sorted) == 999);
  std::vector<std::size_t> all(1000);
  std::iota(all.begin(), all.end(), std::size_t{0});
  CHECK(std::is_permutation(order.begin(), order.end(), all.begin()));
}
