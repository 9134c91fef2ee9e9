#include "project/timings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/diagnostic.h"
#include "core/json.h"
#include "core/unicode.h"

namespace handbill {
namespace {

constexpr std::size_t slowest_shown = 10;

std::uint64_t microseconds(Timings::Clock::duration time) {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(time).count());
}

struct Sum {
  std::string name;
  std::size_t count = 0;
  Timings::Clock::duration time{};
};

/// Adds up under a name; names keep the order in which they came.
class Sums {
 public:
  void add(const std::string& name, Timings::Clock::duration time) {
    const auto [at, is_new] = places_.try_emplace(name, sums_.size());
    if (is_new) sums_.push_back({name});
    Sum& sum = sums_[at->second];
    ++sum.count;
    sum.time += time;
  }
  std::vector<Sum> slowest_first() const {
    std::vector<Sum> sorted = sums_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Sum& a, const Sum& b) { return a.time > b.time; });
    return sorted;
  }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<Sum> sums_;
};

void append_rows(std::string& out, const std::vector<Sum>& sums, std::string_view title) {
  std::size_t width = display_width(title);
  for (const Sum& sum : sums) width = std::max(width, display_width(sum.name));
  const auto padded = [&](std::string_view text) {
    return std::string(text) + std::string(width - display_width(text), ' ');
  };
  out += fmt::format("{}  {:>6}  {:>10}\n", padded(title), "times", "ms");
  for (const Sum& sum : sums)
    out += fmt::format("{}  {:>6}  {:>10.2f}\n", padded(sum.name), sum.count, double(microseconds(sum.time)) / 1000);
}

}  // namespace

void Timings::record(std::string_view stage, std::string about, Clock::time_point begin) {
  const auto time = Clock::now() - begin;
  const auto thread = std::this_thread::get_id();
  const std::lock_guard lock(mutex_);
  const auto known = std::find(threads_.begin(), threads_.end(), thread);
  const auto number = static_cast<std::size_t>(known - threads_.begin());
  if (known == threads_.end()) threads_.push_back(thread);
  records_.push_back({stage, std::move(about), number, begin, time});
}

std::string Timings::table() const {
  const std::lock_guard lock(mutex_);
  Sums stages;
  Sums documents;
  for (const Record& one : records_) {
    stages.add(std::string(one.stage), one.time);
    if (!one.about.empty()) documents.add(printable(one.about), one.time);
  }
  std::string text;
  append_rows(text, stages.slowest_first(), "stage");
  std::vector<Sum> slowest = documents.slowest_first();
  const std::size_t all = slowest.size();
  slowest.resize(std::min(all, slowest_shown));
  append_rows(text += '\n', slowest, all > slowest_shown ? fmt::format("slowest of {}", all) : "of this");
  return text;
}

std::string Timings::trace() const {
  const std::lock_guard lock(mutex_);
  JsonWriter json;
  json.begin_object().key("traceEvents").begin_array();
  for (const Record& one : records_) {
    json.begin_object();
    json.key("name").text(one.about.empty() ? std::string(one.stage) : fmt::format("{} {}", one.stage, one.about));
    json.key("cat").text(one.stage);
    json.key("ph").text("X");
    json.key("ts").number(microseconds(one.begin - start_));
    json.key("dur").number(microseconds(one.time));
    json.key("pid").number(1);
    json.key("tid").number(one.thread + 1);
    json.end_object();
  }
  json.end_array().end_object();
  return json.written();
}

}  // namespace handbill
