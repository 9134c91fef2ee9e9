// Streams as FlateDecode reads them.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::pdf {

/// Compresses in zlib's format. A compressor takes some hundred kilobytes and time to set up, so that those which are
/// not at work are kept for whoever comes next. Threads may share it.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// Throws MachineError when there is no memory. The string takes no more than it needs.
  std::string deflated(std::string_view bytes);

 private:
  struct Machine;
  std::unique_ptr<Machine> take();

  std::mutex mutex_;
  std::vector<std::unique_ptr<Machine>> idle_;
};

}  // namespace handbill::pdf
