#include "render/plain/links.h"

namespace handbill::plain {

int LinkList::number_of(std::string_view address, std::string_view title) {
  const int next = static_cast<int>(entries_.size()) + 1;
  const auto [found, added] = numbers_.try_emplace(std::string(address), next);
  if (added) entries_.push_back({std::string(address), {}});
  Entry& entry = entries_[static_cast<std::size_t>(found->second - 1)];
  if (entry.title.empty()) entry.title = title;
  return found->second;
}

}  // namespace handbill::plain
