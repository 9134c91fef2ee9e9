// The target HANDBILL_FUZZ_TARGET as libFuzzer calls it.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace handbill::fuzz::targets {
void HANDBILL_FUZZ_TARGET(std::string_view input);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  handbill::fuzz::targets::HANDBILL_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
