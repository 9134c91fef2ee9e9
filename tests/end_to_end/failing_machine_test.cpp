// A machine that fails in the middle of a build leaves every file as it was or as it was to be.
#include <algorithm>
#include <map>

#include "core/files.h"
#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
using namespace handbill::test;

namespace {

namespace fs = std::filesystem;
using Contents = std::map<std::string, std::string>;

constexpr int documents = 30;

/// A project of many short texts.
class Archive {
 public:
  explicit Archive(const std::string& word) {
    write("handbill.yaml", "source: en\neditions: {flyer: false, handout: false, book: false, text: {as: text}}\n");
    say(word);
  }

  void write(const std::string& name, const std::string& bytes) const { write_atomically(folder_ / name, bytes); }

  /// Fills every page with a word.
  void say(const std::string& word) const {
    std::string page;
    for (int i = 0; i < 2000; ++i) page += word + " ";
    for (int i = 0; i < documents; ++i) write("content/page-" + std::to_string(i) + ".md", page + "\n");
  }

  Finished run(std::vector<std::string> before) const {
    before.insert(before.end(), {HANDBILL_PROGRAM, "build"});
    return test::run(before, folder_.path());
  }

  /// Runs a script, in which the program is $0.
  Finished shell(const std::string& script) const {
    return test::run({"sh", "-c", script, HANDBILL_PROGRAM}, folder_.path());
  }

  /// The same where file systems can be mounted and nobody else sees them.
  Finished run_alone(const std::string& script) const {
    return test::run({"unshare", "--map-root-user", "--mount", "sh", "-c", script, HANDBILL_PROGRAM}, folder_.path());
  }

  /// What lies in out/, hidden files and all.
  Contents made() const {
    Contents contents;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "out"))
      if (entry.is_regular_file())
        contents[entry.path().lexically_relative(folder_.path()).string()] = bytes_of(entry.path());
    return contents;
  }

 private:
  TemporaryFolder folder_;
};

/// Texts that are in neither set as they are.
std::vector<std::string> strangers(const Contents& found, const Contents& before, const Contents& after) {
  std::vector<std::string> names;
  for (const auto& file : found) {
    const auto is_in = [&](const Contents& set) {
      const auto at = set.find(file.first);
      return at != set.end() && at->second == file.second;
    };
    if (file.first.ends_with(".txt") && !is_in(before) && !is_in(after)) names.push_back(file.first);
  }
  return names;
}

bool has_drafts(const Contents& found) {
  return std::any_of(found.begin(), found.end(), [](const auto& file) { return file.first.ends_with(".part"); });
}

Contents made_of(const std::string& word) {
  const Archive archive(word);
  REQUIRE(archive.run({}).status == 0);
  return archive.made();
}

}  // namespace

TEST_CASE("a build that is killed leaves whole files, and the next one clears up after it") {
  if (!has_program("timeout")) return;
  const Contents before = made_of("before");
  const Contents after = made_of("after");
  REQUIRE(before.size() >= documents);
  const Archive archive("before");
  REQUIRE(archive.run({}).status == 0);
  archive.say("after");
  int killed = 0;
  for (const std::string seconds : {"0.005", "0.01", "0.02", "0.03", "0.04", "0.06", "0.08", "0.1"}) {
    if (archive.run({"timeout", "-s", "KILL", seconds}).status > 128) ++killed;
    CHECK(strangers(archive.made(), before, after) == std::vector<std::string>{});
  }
  CHECK(killed > 0);
  CHECK(archive.run({}).status == 0);
  CHECK(strangers(archive.made(), after, after) == std::vector<std::string>{});
  CHECK_FALSE(has_drafts(archive.made()));
}

TEST_CASE("two builds at once both succeed, and their files are whole") {
  const Contents after = made_of("after");
  const Archive archive("after");
  for (int i = 0; i < 3; ++i) {
    const Finished both = archive.shell(
        "\"$0\" build >/dev/null & one=$!; \"$0\" build >/dev/null & two=$!; wait $one; a=$?; wait $two; "
        "echo $a $?");
    CHECK(both.err == "");
    CHECK(both.out == "0 0\n");
    CHECK(strangers(archive.made(), after, after) == std::vector<std::string>{});
    CHECK_FALSE(has_drafts(archive.made()));
  }
}

TEST_CASE("a disk that fills up is one line, and the files on it stay as they were") {
  if (!has_program("unshare")) return;
  const std::string script =
      "mkdir disk && mount -t tmpfs -o size=600k none disk || exit 77\n"
      "\"$0\" build -o disk >/dev/null && cp -r disk copy || exit 1\n"
      "dd if=/dev/zero of=disk/filler bs=1k 2>/dev/null\n"
      "sed -i s/before/afterwards/g content/*.md\n"
      "\"$0\" build -o disk >/dev/null; echo $?\n"
      "rm disk/filler; diff -r disk copy";
  const Archive archive("before");
  // A disk of our own, as far as the machine lets us have one.
  const Finished finished = archive.run_alone(script);
  if (finished.err.starts_with("unshare:") || finished.status == 77) return;
  CHECK(finished.out == "1\n");
  CHECK(finished.err.starts_with("handbill: error: cannot write disk/en/page-"));
  CHECK(finished.err.ends_with(": No space left on device\n"));
  CHECK(finished.status == 0);
}
