// Where a command's time went, by stage and by document.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace handbill {

/// Told by several threads. Whoever is timed takes a pointer, and nothing is recorded where it is null.
class Timings {
 public:
  using Clock = std::chrono::steady_clock;

  /// From its beginning to its end, a stage at work on something.
  class Span {
   public:
    Span(Timings* timings, std::string_view stage, std::string about)
        : timings_(timings), stage_(stage), about_(std::move(about)), begin_(Clock::now()) {}
    ~Span() {
      if (timings_ != nullptr) timings_->record(stage_, std::move(about_), begin_);
    }
    Span(const Span&) = delete;
    Span& operator=(const Span&) = delete;

   private:
    Timings* timings_;
    std::string_view stage_;
    std::string about_;
    Clock::time_point begin_;
  };

  /// How long each stage took, all threads together, and the documents that took longest.
  std::string table() const;

  /// The same moment by moment, in the Trace Event Format that chrome://tracing and Perfetto show.
  std::string trace() const;

 private:
  struct Record {
    std::string_view stage;  ///< a literal
    std::string about;       ///< a document or file; may be empty
    std::size_t thread = 0;  ///< in the order in which they were first seen
    Clock::time_point begin;
    Clock::duration time{};
  };
  void record(std::string_view stage, std::string about, Clock::time_point begin);

  mutable std::mutex mutex_;
  std::vector<Record> records_;
  std::vector<std::thread::id> threads_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace handbill
