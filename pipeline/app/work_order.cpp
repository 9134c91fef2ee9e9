#include "app/work_order.h"

#include <algorithm>
#include <numeric>

namespace handbill {
namespace {

/// How long a file takes beside others of the same document, as measured: fitted type is tried in several sizes, an
/// e-book has a cover that is set, and a text needs no font.
std::size_t weight(const Edition& edition) {
  switch (edition.medium) {
    case Medium::pdf:
      return edition.layout == LayoutKind::handout ? 6 : 9;
    case Medium::epub:
      return 4;
    case Medium::text:
      return 1;
  }
  internal_error("a medium without a weight");
}

std::size_t cost(const PlannedFile& file, const Plan& plan, const std::vector<SourcePage>& pages) {
  const SourcePage& page = pages[plan.renditions[file.rendition].page];
  return weight(file.edition) * (1 + file.beside.size()) * page.bytes;
}

}  // namespace

std::vector<std::size_t> work_order(const Plan& plan, const std::vector<SourcePage>& pages) {
  std::vector<std::size_t> order(plan.files.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto last = static_cast<std::ptrdiff_t>(std::min(order.size(), sorted_files));
  std::stable_sort(order.end() - last, order.end(), [&](std::size_t a, std::size_t b) {
    return cost(plan.files[a], plan, pages) > cost(plan.files[b], plan, pages);
  });
  return order;
}

}  // namespace handbill
