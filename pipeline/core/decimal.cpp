#include "core/decimal.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "core/diagnostic.h"

namespace handbill {
namespace {

constexpr double largest = 1e9;
constexpr std::array<std::int64_t, 7> powers{1, 10, 100, 1000, 10'000, 100'000, 1'000'000};

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer{};
  out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

}  // namespace

void append_decimal(std::string& out, double value, int places) {
  if (!(std::abs(value) < largest)) internal_error("a number to be written is out of range");
  const std::int64_t unit = powers.at(static_cast<std::size_t>(places));
  std::int64_t scaled = std::llround(value * double(unit));
  if (scaled < 0) {
    out += '-';
    scaled = -scaled;
  }
  append_integer(out, scaled / unit);
  std::int64_t rest = scaled % unit;
  if (rest == 0) return;
  out += '.';
  for (std::int64_t digit = unit / 10; rest != 0; digit /= 10) {
    out += static_cast<char>('0' + rest / digit);
    rest %= digit;
  }
}

std::string decimal(double value, int places) {
  std::string out;
  append_decimal(out, value, places);
  return out;
}

}  // namespace handbill
