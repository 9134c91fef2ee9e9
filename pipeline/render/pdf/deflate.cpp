#include "render/pdf/deflate.h"

#include <libdeflate.h>

#include "core/files.h"

namespace handbill::pdf {
namespace {

constexpr int level = 5;  // of 12; the next takes a quarter longer for a hundredth of the size

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

}  // namespace

struct Deflater::Machine {
  std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor{libdeflate_alloc_compressor(level)};
  std::string room;
};

Deflater::Deflater() = default;
Deflater::~Deflater() = default;

std::unique_ptr<Deflater::Machine> Deflater::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::make_unique<Machine>();
  auto machine = std::move(idle_.back());
  idle_.pop_back();
  return machine;
}

std::string Deflater::deflated(std::string_view bytes) {
  auto machine = take();
  libdeflate_compressor* compressor = machine->compressor.get();
  if (compressor == nullptr) throw MachineError("There is not enough memory to write a PDF file.");
  std::string& room = machine->room;
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.size());
  if (room.size() < bound) room.resize(bound);
  const std::size_t size = libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), room.data(), room.size());
  std::string out(room, 0, size);
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(machine));
  return out;
}

}  // namespace handbill::pdf
