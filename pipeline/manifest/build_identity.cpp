#include "manifest/build_identity.h"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "manifest/stamp.h"

namespace handbill {
namespace {

constexpr std::string_view gnu = {"GNU\0", 4};

std::size_t padded(std::size_t size) {
  return (size + 3) / 4 * 4;
}

/// The build-id among an object's notes; empty where there is none.
std::string build_id(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes.data(), sizeof note);
    const std::size_t text = sizeof note + padded(note.n_namesz);
    const std::size_t end = text + padded(note.n_descsz);
    if (end > notes.size()) break;
    const bool wanted = note.n_type == NT_GNU_BUILD_ID && notes.substr(sizeof note, note.n_namesz) == gnu;
    if (wanted) return std::string(notes.substr(text, note.n_descsz));
    notes.remove_prefix(end);
  }
  return {};
}

std::string identity_of(const dl_phdr_info& object) {
  for (int i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object.dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    // The loader says where it has put things as numbers.
    const auto* notes =
        reinterpret_cast<const char*>(object.dlpi_addr + part.p_vaddr);  // NOLINT(performance-no-int-to-ptr)
    if (std::string id = build_id({notes, part.p_memsz}); !id.empty()) return id;
  }
  const std::string_view name = object.dlpi_name;
  const Stamp stamp = stamp_of(name.empty() ? "/proc/self/exe" : std::string(name));
  return fmt::format("{} {} {} {}", name, stamp.size, stamp.modified, stamp.inode);
}

int add_identity(dl_phdr_info* object, std::size_t, void* list) {
  const std::string_view name = object->dlpi_name;
  // What is no file is the kernel's own.
  const bool counts = name.empty() || name.find('/') != std::string_view::npos;
  if (counts) static_cast<std::vector<std::string>*>(list)->push_back(identity_of(*object));
  return 0;
}

}  // namespace

Digest build_identity(std::vector<std::string> more) {
  std::vector<std::string> objects;
  ::dl_iterate_phdr(add_identity, &objects);
  std::sort(objects.begin(), objects.end());
  more.insert(more.end(), objects.begin(), objects.end());
  more.push_back(fmt::format("{}", ::geteuid()));
  return digest_of(more);
}

}  // namespace handbill
