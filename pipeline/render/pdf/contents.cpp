#include "render/pdf/contents.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "core/parallel.h"

namespace handbill::pdf {
namespace {

/// Whose turn it is: one index after the other.
class Turns {
 public:
  void wait_for(std::size_t index) {
    std::unique_lock lock(mutex_);
    passed_on_.wait(lock, [&] { return next_ == index; });
  }
  void pass_on() {
    {
      const std::lock_guard lock(mutex_);
      ++next_;
    }
    passed_on_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable passed_on_;
  std::size_t next_ = 0;
};

/// One index's turn. It is passed on whatever happens, so that nobody waits in vain; those before are at work already,
/// because indices are handed out in ascending order.
class Turn {
 public:
  Turn(Turns& turns, std::size_t index) : turns_(turns), index_(index) {}
  ~Turn() {
    if (!over_) take([] {});
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  /// Does `work` when all before have had their turn.
  template <class Work>
  void take(const Work& work) {
    turns_.wait_for(index_);
    over_ = true;
    struct PassOn {
      Turns& turns;
      ~PassOn() { turns.pass_on(); }
    } const pass_on{turns_};
    work();
  }

 private:
  Turns& turns_;
  std::size_t index_;
  bool over_ = false;
};

/// What pages are written into, one after the other: memory that is asked for and given back page by page ends up in
/// pieces.
class Rooms {
 public:
  PageContent take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return {};
    PageContent room = std::move(free_.back());
    free_.pop_back();
    return room;
  }
  void give_back(PageContent room) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(room));
  }

 private:
  std::mutex mutex_;
  std::vector<PageContent> free_;
};

/// A page that is written and not compressed yet.
struct Written {
  std::uint32_t number = 0;  ///< as in ContentTask
  PageContent content;
  std::vector<CidNumbers> cids;
};

/// How many pages are written before a turn is waited for: to fall asleep and to be woken takes as long as a page. No
/// more than leave some for every thread.
std::size_t batch_size(const ContentsJob& job) {
  constexpr std::size_t most = 16;
  constexpr std::size_t batches_of_a_thread = 4;
  const std::size_t threads = job.workers == 0 ? std::max(1U, std::thread::hardware_concurrency()) : job.workers;
  return std::clamp<std::size_t>(job.count / (threads * batches_of_a_thread), 1, most);
}

}  // namespace

void write_contents(const ContentsJob& job, DocumentParts& parts, Haru& haru) {
  for (std::size_t i = 0; i < job.count; ++i) number_resources(*job.task(i).page, parts);
  Turns turns;
  Rooms rooms;
  const std::size_t batch = batch_size(job);
  for_each_index((job.count + batch - 1) / batch, job.workers, [&](std::size_t index) {
    Turn turn(turns, index);
    const std::size_t first = index * batch;
    std::vector<Written> pages(std::min(batch, job.count - first));
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const ContentTask task = job.task(first + i);
      pages[i].number = task.number;
      pages[i].content = PageWriter(*task.page, task.direction, parts, rooms.take()).write(task.marks);
    }
    turn.take([&] {
      for (Written& page : pages) {
        page.cids = parts.fonts.number(page.content.cids);
        parts.structure.add_page(page.number, std::move(page.content.structure));
      }
    });
    for (std::size_t i = 0; i < pages.size(); ++i) {
      PageContent& content = pages[i].content;
      renumber(content.bytes, content.ranges, pages[i].cids);
      job.done(first + i, haru.pack(content.bytes));
      rooms.give_back(std::move(content));
    }
  });
}

}  // namespace handbill::pdf
