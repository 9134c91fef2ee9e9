#include "core/draft_pile.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <exception>
#include <system_error>

#include "core/draft.h"
#include "core/files.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

// Each holds a file open, of which a process may have a thousand.
constexpr std::size_t high = 64;

void make_folder_for(const fs::path& path) {
  std::error_code error;
  const fs::path folder = path.parent_path();
  if (folder.empty() || fs::is_directory(folder, error)) return;
  fs::create_directories(folder, error);
  if (error) throw MachineError(fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
}

// So that the new names survive a power cut. Some file systems cannot; the files themselves are safe then all the same.
void flush_folder(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

DraftPile::DraftPile() = default;
DraftPile::~DraftPile() = default;

void DraftPile::add(const fs::path& path, std::string_view bytes) {
  make_folder_for(path);
  auto draft = std::make_unique<Draft>(path);
  draft->write(bytes);
  draft->start_flushing();
  Drafts full;
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(draft));
    if (waiting_.size() >= high) full.swap(waiting_);
  }
  put_in_place(full);
}

void DraftPile::put_in_place() {
  Drafts all;
  {
    const std::lock_guard lock(mutex_);
    all.swap(waiting_);
  }
  put_in_place(all);
}

void DraftPile::put_in_place(const Drafts& drafts) {
  std::exception_ptr failure;
  const auto attempt = [&](Draft& draft, void (Draft::*step)()) {
    try {
      (draft.*step)();
      return true;
    } catch (const MachineError&) {
      if (!failure) failure = std::current_exception();
      const std::lock_guard lock(mutex_);
      failed_.insert(draft.path());
      return false;
    }
  };
  std::vector<Draft*> flushed;
  for (const auto& draft : drafts)
    if (attempt(*draft, &Draft::flush)) flushed.push_back(draft.get());
  std::set<fs::path> folders;
  for (Draft* draft : flushed)
    if (attempt(*draft, &Draft::move_into_place)) folders.insert(draft->folder());
  for (const fs::path& folder : folders) flush_folder(folder);
  if (failure) std::rethrow_exception(failure);
}

}  // namespace handbill
