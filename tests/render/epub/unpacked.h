// An e-book taken apart again, with libzip and pugixml as any reading system would.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace handbill::test {

struct Unpacked {
  std::vector<std::string> names;  ///< in the archive's order
  std::map<std::string, std::string> files;
  std::string listing;  ///< a line per entry: name, how it is packed, size, time
};

Unpacked unpack(const std::string& epub);

/// The text of the spine's documents in reading order, as a person sees it: without the numbers that point to notes.
std::string visible_text(const Unpacked& book);

}  // namespace handbill::test
