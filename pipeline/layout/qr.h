// QR codes (ISO/IEC 18004) by libqrencode.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace handbill {

/// A QR code's modules, row by row from the top left, quiet zone not included.
struct QrCode {
  std::uint32_t side = 0;  ///< modules a side
  std::vector<bool> dark;
};

/// Modules of quiet zone that a reader needs on every side.
inline constexpr int qr_quiet_zone = 4;

/// Encodes an address at error correction level M (15% of the code may be lost); nothing when it is too long for any
/// version.
std::optional<QrCode> qr_code(const std::string& address);

}  // namespace handbill
