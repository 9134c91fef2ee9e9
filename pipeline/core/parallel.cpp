#include "core/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <utility>

namespace handbill {

void for_each_index(std::size_t count, std::size_t workers, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  std::size_t failed_at = count;
  const auto run = [&] {
    for (std::size_t index = next++; index < count; index = next++) {
      try {
        work(index);
      } catch (...) {
        const std::lock_guard lock(mutex);
        next = count;
        if (index < failed_at) {
          failed_at = index;
          failure = std::current_exception();
        }
      }
    }
  };
  if (workers == 0) workers = std::max(1U, std::thread::hardware_concurrency());
  {
    std::vector<std::jthread> others;
    try {
      for (std::size_t i = 1; i < std::min(workers, count); ++i) others.emplace_back(run);
    } catch (const std::system_error&) {
      // The machine has no more threads to give: those that are there do the work.
    }
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

WorkAhead::WorkAhead(std::size_t workers, std::size_t enough)
    : workers_(workers == 0 ? std::max(1U, std::thread::hardware_concurrency()) : workers), enough_(enough) {}

WorkAhead::~WorkAhead() {
  const std::lock_guard lock(mutex_);
  over_ = true;
  waiting_.clear();
  more_.notify_all();
}

void WorkAhead::put_down(Work work) {
  std::size_t waiting = 0;
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({numbered_++, std::move(work)});
    waiting = waiting_.size();
  }
  // To wake a thread costs as much as a small task.
  if (waiting < enough_) return;
  if (others_.empty()) start();
  more_.notify_one();
}

void WorkAhead::start() {
  try {
    for (std::size_t i = 1; i < workers_; ++i) others_.emplace_back([this] { run_until_over(); });
  } catch (const std::system_error&) {
    // The machine has no more threads to give: finish() does the work.
    workers_ = others_.size() + 1;
  }
}

void WorkAhead::run_until_over() {
  std::unique_lock lock(mutex_);
  while (!over_)
    if (!do_next(lock)) more_.wait(lock);
}

/// Whether there was a task. The lock is given back while it is done.
bool WorkAhead::do_next(std::unique_lock<std::mutex>& lock) {
  if (waiting_.empty()) return false;
  Task task = std::move(waiting_.front());
  waiting_.pop_front();
  ++busy_;
  lock.unlock();
  std::exception_ptr failure;
  try {
    task.work();
  } catch (...) {
    failure = std::current_exception();
  }
  task.work = nullptr;
  lock.lock();
  if (failure && (!failure_ || task.number < failed_)) {
    failure_ = failure;
    failed_ = task.number;
  }
  if (failure) waiting_.clear();
  if (--busy_ == 0) idle_.notify_all();
  return true;
}

void WorkAhead::finish() {
  std::unique_lock lock(mutex_);
  if (others_.empty() && waiting_.size() > 1) start();
  more_.notify_all();
  while (do_next(lock)) continue;
  idle_.wait(lock, [this] { return busy_ == 0; });
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

}  // namespace handbill
