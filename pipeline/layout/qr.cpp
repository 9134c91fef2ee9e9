#include "layout/qr.h"

#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <new>

namespace handbill {

std::optional<QrCode> qr_code(const std::string& address) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(address.size()), reinterpret_cast<const unsigned char*>(address.data()), 0,
                        QR_ECLEVEL_M),
      &QRcode_free);
  if (!code) {
    if (errno == ENOMEM) throw std::bad_alloc();
    return std::nullopt;
  }
  QrCode result;
  result.side = static_cast<std::uint32_t>(code->width);
  const std::size_t modules = std::size_t{result.side} * result.side;
  result.dark.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) result.dark.push_back((code->data[i] & 1U) != 0);
  return result;
}

}  // namespace handbill
