#include "app/watch.h"

#include <csignal>
#include <ctime>
#include <set>
#include <string>

#include "app/watched_files.h"
#include "project/sources.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

constexpr int wrong_usage = 2;
constexpr long tick_nanoseconds = 25'000'000;

/// Takes the signals that end a program, so that a file that is being made is finished first.
class Interruption {
 public:
  Interruption() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~Interruption() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// Waits for a moment. Returns whether it is time to end.
  bool came() const {
    const timespec moment{0, tick_nanoseconds};
    return ::sigtimedwait(&signals_, nullptr, &moment) > 0;
  }

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

/// The document that a page or a locale file is of; nothing for what concerns several.
std::string document_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  const fs::path folder = path.parent_path();
  if (folder.filename() == "content" && (extension == ".md" || extension == ".markdown"))
    return split_file_name(path).name;
  const bool locale_file = folder.parent_path().filename() == "locales" && extension == ".yaml";
  return locale_file && path.stem() != "interface" ? path.stem().string() : std::string();
}

}  // namespace

BuildOptions touched_by(const std::vector<fs::path>& changed, const BuildOptions& options) {
  BuildOptions touched = options;
  if (!options.documents.empty()) return touched;
  std::set<std::string> documents;
  for (const fs::path& path : changed) {
    const std::string document = document_of(path);
    if (document.empty()) return touched;
    documents.insert(document);
  }
  touched.documents.assign(documents.begin(), documents.end());
  return touched;
}

int watch(const Watch& watch) {
  const Interruption interruption;
  WatchedFiles files;
  const WatchedBuild first = watch.build(watch.options);
  if (first.status == wrong_usage) return first.status;
  files.watch(first.stood_on);
  BuildOptions options = watch.options;
  options.again = false;
  std::vector<fs::path> changed;
  while (!interruption.came()) {
    const std::vector<fs::path> more = files.take_changed();
    changed.insert(changed.end(), more.begin(), more.end());
    // Programs save in several steps: wait until nothing more comes.
    if (changed.empty() || !more.empty()) continue;
    watch.saved(changed);
    files.watch(watch.build(touched_by(changed, options)).stood_on);
    changed.clear();
  }
  return 0;
}

}  // namespace handbill
