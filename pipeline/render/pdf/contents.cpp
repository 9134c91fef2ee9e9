#include "render/pdf/contents.h"

#include <condition_variable>
#include <mutex>

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

}  // namespace

void write_contents(const ContentsJob& job, DocumentParts& parts, Haru& haru) {
  for (std::size_t i = 0; i < job.count; ++i) number_resources(*job.task(i).page, parts);
  Turns turns;
  Rooms rooms;
  for_each_index(job.count, job.workers, [&](std::size_t index) {
    Turn turn(turns, index);
    const ContentTask task = job.task(index);
    PageContent content = PageWriter(*task.page, task.direction, parts, rooms.take()).write(task.marks);
    std::vector<CidNumbers> numbers;
    turn.take([&] {
      numbers = parts.fonts.number(content.cids);
      parts.structure.add_page(task.number, std::move(content.structure));
    });
    renumber(content.bytes, content.ranges, numbers);
    job.done(index, haru.pack(content.bytes));
    rooms.give_back(std::move(content));
  });
}

}  // namespace handbill::pdf
