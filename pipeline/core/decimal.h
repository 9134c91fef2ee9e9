// Numbers in files that other programs read: always with a point, never with more digits than they need.
#pragma once

#include <string>

namespace handbill {

/// Appends `value` rounded to `places` (0 to 6) digits after the point, without zeros at the end: "12.5", "-0.25",
/// "0", never "-0". The value must be below a thousand million.
void append_decimal(std::string& out, double value, int places);

std::string decimal(double value, int places);

}  // namespace handbill
