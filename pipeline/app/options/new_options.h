// What the command line says about a new document or locale.
#pragma once

#include <cstdint>
#include <string>

namespace handbill {

struct NewOptions {
  enum class Kind : std::uint8_t { document, locale };
  Kind kind = Kind::document;
  std::string name;
};

}  // namespace handbill
