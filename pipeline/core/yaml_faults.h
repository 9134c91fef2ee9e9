// What went wrong in a YAML file, in the words of somebody who has never heard of YAML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::yaml {

struct Fault {
  std::size_t offset = 0;  ///< where in the text; moved to what is to blame when that is known
  std::string code;
  std::string message;
  std::vector<std::string> hints;
};

/// Explains why a YAML library stopped at `offset` of `text` with `reason`, its own message.
Fault explain(std::string_view text, std::size_t offset, std::string_view reason);

}  // namespace handbill::yaml
