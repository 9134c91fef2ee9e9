#include "source/cmark_memory.h"

#include <csetjmp>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#include "core/diagnostic.h"

namespace handbill::cmark {
namespace {

constexpr int ration_used_up = 1;
constexpr int machine_has_none = 2;

/// Stands before every piece of memory, so that all of them can be found.
struct alignas(std::max_align_t) Header {
  Header* newer = nullptr;
  Header* older = nullptr;
  std::size_t size = 0;
};

struct Ration {
  std::size_t left = 0;
  bool limited = false;
  Header* newest = nullptr;
  std::jmp_buf too_little = {};
};

// cmark's allocator functions are given nothing to know whose they are by.
thread_local Ration ration;

void* after(Header* header) {
  return header + 1;
}

Header* header_of(void* memory) {
  return static_cast<Header*>(memory) - 1;
}

void link(Header* header, std::size_t size) {
  *header = {nullptr, ration.newest, size};
  if (ration.newest != nullptr) ration.newest->newer = header;
  ration.newest = header;
}

void unlink(Header* header) {
  (header->newer != nullptr ? header->newer->older : ration.newest) = header->older;
  if (header->older != nullptr) header->older->newer = header->newer;
}

/// Counts what is asked for; does not return when that is too much.
void ask_for(std::size_t size) {
  if (!ration.limited) return;
  if (size > ration.left) std::longjmp(ration.too_little, ration_used_up);
  ration.left -= size;
}

// Only reading a finished tree comes here, which needs next to nothing; cmark has no way to be told.
[[noreturn]] void fail() {
  internal_error("there is no memory to read a parsed text");
}

void* allocate(std::size_t count, std::size_t size) {
  if (size != 0 && count > (SIZE_MAX - sizeof(Header)) / size) fail();
  ask_for(count * size + sizeof(Header));
  auto* header = static_cast<Header*>(std::calloc(1, sizeof(Header) + count * size));
  if (header == nullptr && ration.limited) std::longjmp(ration.too_little, machine_has_none);
  if (header == nullptr) fail();
  link(header, count * size);
  return after(header);
}

void release(void* memory) {
  if (memory == nullptr) return;
  Header* const header = header_of(memory);
  if (ration.limited) ration.left += header->size + sizeof(Header);
  unlink(header);
  std::free(header);
}

void* reallocate(void* memory, std::size_t size) {
  void* const larger = allocate(1, size);
  if (memory == nullptr) return larger;
  const std::size_t before = header_of(memory)->size;
  std::memcpy(larger, memory, before < size ? before : size);
  release(memory);
  return larger;
}

cmark_mem allocator = {allocate, reallocate, release};

void free_down_to(const Header* last) {
  while (ration.newest != last) {
    Header* const header = ration.newest;
    unlink(header);  // NOLINT(clang-analyzer-unix.Malloc): nothing newer points to it, so the next is another
    std::free(header);
  }
}

}  // namespace

bool with_ration(std::size_t bytes, void (*work)(cmark_mem* memory, void* argument), void* argument) {
  Header* const before = ration.newest;
  ration.left = bytes;
  ration.limited = true;
  const int left = setjmp(ration.too_little);
  if (left == 0) work(&allocator, argument);
  ration.limited = false;
  if (left != 0) free_down_to(before);
  if (left == machine_has_none) throw std::bad_alloc();
  return left == 0;
}

}  // namespace handbill::cmark
