// Work on several threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace handbill {

/// Calls `work` once for every index below `count`, on at most `workers` threads (0: as many as the machine has
/// processors; this thread is one of them). Returns when all are done. When one throws, no further ones are begun and
/// the exception of the lowest index is thrown on.
void for_each_index(std::size_t count, std::size_t workers, const std::function<void(std::size_t)>& work);

/// Work that other threads begin while this one is still putting more of it down.
class WorkAhead {
 public:
  using Work = std::function<void()>;

  /// On at most `workers` threads (0: as many as the machine has processors), of which this one, which joins in last,
  /// is one. Others are started when `enough` is waiting, or when it is to be finished: earlier they cost more than
  /// they do.
  WorkAhead(std::size_t workers, std::size_t enough);
  /// What has not been begun is left undone.
  ~WorkAhead();
  WorkAhead(const WorkAhead&) = delete;
  WorkAhead& operator=(const WorkAhead&) = delete;

  void put_down(Work work);

  /// Returns when all that was put down is done. When some of it has thrown, what was not begun is left undone and the
  /// exception of the first that was put down is thrown on. More may be put down afterwards.
  void finish();

 private:
  struct Task {
    std::size_t number = 0;
    Work work;
  };

  void start();
  void run_until_over();
  bool do_next(std::unique_lock<std::mutex>& lock);

  std::size_t workers_;
  std::size_t enough_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::condition_variable idle_;
  std::deque<Task> waiting_;
  std::size_t numbered_ = 0;
  std::size_t busy_ = 0;  ///< tasks that are being done
  bool over_ = false;
  std::exception_ptr failure_;
  std::size_t failed_ = 0;
  std::vector<std::jthread> others_;  ///< last, so that they end first
};

}  // namespace handbill
