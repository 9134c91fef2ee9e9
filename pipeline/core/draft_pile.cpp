#include "core/draft_pile.h"

#include <exception>
#include <map>
#include <utility>

#include "core/draft.h"
#include "core/files.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

// Each holds a file and its folder open, and a process may have a thousand open.
constexpr std::size_t high = 64;

}  // namespace

DraftPile::DraftPile() = default;
DraftPile::DraftPile(fs::path root) : root_(std::move(root)) {}
DraftPile::~DraftPile() = default;

void DraftPile::add(const fs::path& path, std::string_view bytes) {
  auto draft = root_ ? std::make_unique<Draft>(*root_, path) : std::make_unique<Draft>(path);
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
  std::map<fs::path, const Draft*> folders;
  for (Draft* draft : flushed)
    if (attempt(*draft, &Draft::move_into_place)) folders[draft->folder()] = draft;
  for (const auto& [folder, draft] : folders) draft->flush_folder();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace handbill
