// The numbered list of addresses at the end of a text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::plain {

/// Numbers addresses from 1 in order of first mention; the same address has the same number.
class LinkList {
 public:
  struct Entry {
    std::string address;
    std::string title;  ///< of the first link that has one
  };

  int number_of(std::string_view address, std::string_view title);
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
  std::map<std::string, int, std::less<>> numbers_;
};

}  // namespace handbill::plain
