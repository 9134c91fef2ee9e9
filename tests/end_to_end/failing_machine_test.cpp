// A machine that fails in the middle of a build leaves every file as it was or as it was to be.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <sstream>

#include "core/files.h"
#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
using namespace handbill::test;

namespace {

namespace fs = std::filesystem;
using Contents = std::map<std::string, std::string>;
using Names = std::vector<std::string>;

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

  const fs::path& path() const { return folder_.path(); }

  /// Lets everybody read it.
  void open_to_all() const { fs::permissions(folder_.path(), fs::perms(0755)); }

  /// What lies in out/, hidden files and all, but for the manifest: that tells when files were looked at.
  Contents made() const {
    Contents contents;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "out"))
      if (entry.is_regular_file() && entry.path().filename() != ".handbill-manifest")
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

std::ptrdiff_t drafts_in(const Contents& found) {
  return std::count_if(found.begin(), found.end(), [](const auto& file) { return file.first.ends_with(".part"); });
}

/// The beginning of a script: a disk that holds what a build has made and is full, and a copy of that beside it.
const std::string filled_disk =
    "mkdir disk && mount -t tmpfs -o size=600k none disk || exit 1\n"
    "\"$0\" build -o disk >/dev/null && cp -r disk copy || exit 1\n"
    "dd if=/dev/zero of=disk/filler bs=1k 2>/dev/null\n";

/// Whether run_alone() works on this machine.
bool can_mount() {
  return has_program("unshare") &&
         test::run({"unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"}).status == 0;
}

/// Whether a program of this build can start where /proc is empty: AddressSanitizer reads it first.
bool can_do_without_proc() {
#ifdef __has_feature
#if __has_feature(address_sanitizer)
  return false;
#endif
#endif
  return can_mount();
}

Contents made_of(const std::string& word) {
  const Archive archive(word);
  REQUIRE(archive.run({}).status == 0);
  return archive.made();
}

}  // namespace

/// Kills builds at moments that are spread over their time, and looks at what they leave.
void kill_again_and_again(const std::string& hide) {
  const Contents before = made_of("before");
  const Contents after = made_of("after");
  REQUIRE(before.size() >= documents);
  const Archive archive("before");
  REQUIRE(archive.run({}).status == 0);
  archive.say("after");
  int killed = 0;
  for (int i = 0; i < 24; ++i) {
    const std::string seconds = "0.0" + std::to_string(10 + 37 * i % 90);
    // In the foreground timeout does not kill itself as well, so that it waits until the build is gone: it holds on to
    // its drafts until the system has taken its memory apart.
    const std::string kill = "exec timeout --foreground -s KILL " + seconds;
    const Finished finished = archive.run_alone(hide + kill + " \"$0\" build --again");
    if (finished.status > 128) ++killed;
    const Contents made = archive.made();
    CHECK(strangers(made, before, after) == Names{});
    // What the builds before have left is gone, however often that happens.
    CHECK(drafts_in(made) <= documents);
  }
  CHECK(killed > 0);
  CHECK(archive.run({}).status == 0);
  CHECK(strangers(archive.made(), after, after) == Names{});
  CHECK(drafts_in(archive.made()) == 0);
}

TEST_CASE("a build that is killed leaves whole files, and the next one clears up after it") {
  if (!has_program("timeout")) return;
  SECTION("where drafts have no names") {
    kill_again_and_again("");
  }
  SECTION("where they have") {
    if (can_do_without_proc()) kill_again_and_again("mount -t tmpfs none /proc && ");
  }
}

TEST_CASE("Ctrl-C ends a build with status 130 and leaves whole files, and the next one clears up after it") {
  if (!has_program("timeout")) return;
  const Contents before = made_of("before");
  const Contents after = made_of("after");
  const Archive archive("before");
  REQUIRE(archive.run({}).status == 0);
  archive.say("after");
  int interrupted = 0;
  for (const std::string seconds : {"0.001", "0.002", "0.004", "0.008", "0.02", "0.04", "0.1"}) {
    const Finished finished =
        archive.shell("exec timeout --preserve-status -s INT " + seconds + " \"$0\" build --again");
    CHECK((finished.status == 0 || finished.status == 130));
    if (finished.status == 130) ++interrupted;
    CHECK(finished.err == "");
    CHECK(strangers(archive.made(), before, after) == Names{});
  }
  CHECK(interrupted > 0);
  // A draft has a name for the moment between its being whole and its taking the old file's place.
  CHECK(archive.run({}).status == 0);
  CHECK(drafts_in(archive.made()) == 0);
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
    CHECK(strangers(archive.made(), after, after) == Names{});
    CHECK(drafts_in(archive.made()) == 0);
  }
}

TEST_CASE("a disk that fills up is one line, and the files on it stay as they were") {
  if (!can_mount()) return;
  const std::string script = filled_disk +
                             "sed -i s/before/afterwards/g content/*.md\n"
                             "\"$0\" build -o disk >/dev/null; echo $?\n"
                             "rm disk/filler; diff -r disk copy";
  const Archive archive("before");
  const Finished finished = archive.run_alone(script);
  CHECK(finished.out == "1\n");
  CHECK(finished.err.starts_with("handbill: error: cannot write disk/en/page-"));
  CHECK(finished.err.ends_with(": No space left on device\n"));
  CHECK(finished.status == 0);
}

TEST_CASE("a disk that has no room left for what a build remembers has room for what it makes") {
  if (!can_mount()) return;
  // One file is made anew in the room that it has left; what the folder remembers is written last and finds none.
  const std::string script =
      filled_disk +
      "rm disk/en/page-1-text.txt\n"
      "sed -i s/before/behind/g content/page-1.md\n"
      "\"$0\" build -o disk >/dev/null; echo $?; df --output=avail disk | tail -n 1 | tr -d ' '\n"
      "rm disk/filler; diff -r -x page-1-text.txt disk copy; find disk -name '*.part'\n"
      "sed s/behind/before/g disk/en/page-1-text.txt | diff - copy/en/page-1-text.txt\n"
      "\"$0\" build -o disk | grep -c page-1-text; \"$0\" build -o disk | grep -c page-";
  const Archive archive("before");
  const Finished finished = archive.run_alone(script);
  CHECK(finished.err == "");
  CHECK(finished.out == "0\n0\n1\n0\n");
}

TEST_CASE("a disk that is full leaves a locale file as it was, whichever command was to change it") {
  if (!can_mount()) return;
  const std::string script =
      "mkdir disk && mount -t tmpfs -o size=4m none disk && cp -r handbill.yaml content disk && cd disk || exit 1\n"
      "\"$0\" new locale nl >/dev/null 2>&1; \"$0\" sync -l nl >/dev/null || exit 1\n"
      "\"$0\" export page-0 -l nl --to po -o page.po >/dev/null && cp -r locales page.po .. || exit 1\n"
      "sed -i 's/^msgstr \"\"$/msgstr \"x\"/' page.po; echo more >>content/page-0.md\n"
      "dd if=/dev/zero of=filler bs=1k 2>/dev/null; dd if=/dev/zero of=filler2 bs=1 2>/dev/null\n"
      "for command in 'sync -l nl' 'import page.po --document page-0 -l nl' 'export page-0 -l nl --to po -o page.po' "
      "'new locale fr' 'new document other'; do\n"
      "  \"$0\" $command 2>&1 >/dev/null | grep -c 'No space left on device'\n"
      "done\n"
      "diff -r locales/nl ../locales/nl && ls -a . content locales/nl | grep -c part";
  Archive archive("word");
  const Finished finished = archive.run_alone(script);
  CHECK(finished.err == "");
  CHECK(finished.out == "1\n1\n1\n1\n1\n0\n");
}

TEST_CASE("a folder that may only be read is one line, and what is in it stays") {
  if (!can_mount()) return;
  const std::string script =
      "mkdir disk && mount -t tmpfs none disk && \"$0\" build -o disk/out >/dev/null && cp -r disk/out copy && "
      "mount -o remount,ro disk || exit 1\n"
      "\"$0\" build -o disk/out >/dev/null; echo $?; echo more >>content/page-0.md\n"
      "\"$0\" build -o disk/out >/dev/null; echo $?; \"$0\" build -o disk/other >/dev/null; echo $?\n"
      "diff -r disk/out copy";
  const Finished finished = Archive("word").run_alone(script);
  // As long as nothing is to be made, nothing is to be written.
  CHECK(finished.out == "0\n1\n1\n");
  CHECK(finished.err ==
        "handbill: error: cannot write to the folder disk/out: Read-only file system\n"
        "handbill: error: cannot write to the folder disk/other: Read-only file system\n");
}

TEST_CASE("a folder of somebody else's is one line") {
  if (::geteuid() != 0 || !has_program("setpriv")) return;  // only root can become somebody else
  const Archive archive("word");
  archive.open_to_all();
  const Finished finished =
      archive.shell("exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$0\" build >/dev/null");
  if (finished.err.starts_with("setpriv:")) return;
  CHECK(finished.err == "handbill: error: cannot write to the folder out: Permission denied\n");
  CHECK(finished.status == 1);
}

TEST_CASE("a folder that vanishes in the middle of a build is made again or is one line") {
  const Contents after = made_of("word");
  const Archive archive("word");
  const Finished finished = archive.shell(
      "(while [ ! -e done ]; do rm -rf out; done) 2>/dev/null &\n"
      "for i in 1 2 3 4 5; do \"$0\" build >/dev/null 2>err; echo $?; wc -l <err; done; touch done; wait");
  std::istringstream answers(finished.out);
  for (int status = 0, lines = 0; answers >> status >> lines;) {
    CHECK((status == 0 || status == 1));
    CHECK(lines == status);
  }
  CHECK(archive.run({}).status == 0);
  CHECK(strangers(archive.made(), after, after) == Names{});
}

TEST_CASE("a build that cannot say what it has made has made it all the same") {
  const Contents after = made_of("word");
  const Archive archive("word");
  const auto check = [&](const std::string& where, const std::string& said, int status) {
    const Finished finished = archive.shell("rm -rf out; \"$0\" build " + where + "; echo $? >status");
    CHECK(finished.err == said);
    CHECK(finished.out == "");
    CHECK(bytes_of(archive.path() / "status") == std::to_string(status) + "\n");
    CHECK(archive.made() == after);
  };
  const std::string mute = "handbill: error: cannot write to standard output\n";
  SECTION("standard output is full") {
    check(">/dev/full", mute, 1);
  }
  SECTION("standard output is closed") {
    check(">&-", mute, 1);
  }
  SECTION("standard error is full or closed") {
    check(">/dev/null 2>/dev/full", "", 0);
    check(">/dev/null 2>&-", "", 0);
  }
  SECTION("everything is closed") {
    check("<&- >&- 2>&-", "", 1);
  }
  SECTION("the reader is gone") {
    const Finished finished = archive.shell("rm -rf out; \"$0\" build | true");
    CHECK(finished.err == "");
    CHECK(archive.made() == after);
  }
}

TEST_CASE("the machine's settings change nothing") {
  const Contents after = made_of("word");
  const Archive archive("word");
  for (const std::string settings : {"env -i", "env -i LANG=C LC_ALL=C", "env LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8",
                                     "env TMPDIR=/nowhere HOME=/nowhere TZ=Asia/Kathmandu"}) {
    const Finished finished = archive.shell("rm -rf out; exec " + settings + " \"$0\" build");
    CHECK(finished.err == "");
    CHECK(finished.status == 0);
    CHECK(archive.made() == after);
  }
}

TEST_CASE("a build needs no /proc") {
  if (!can_do_without_proc()) return;
  const Contents after = made_of("word");
  const Archive archive("word");
  CHECK(archive.run_alone("mount -t tmpfs none /proc && exec \"$0\" build").status == 0);
  CHECK(archive.made() == after);
}

TEST_CASE("a build that gets no threads does its work on one") {
  // Root itself has no limit.
  if (::geteuid() != 0 || !has_program("setpriv") || !has_program("prlimit")) return;
  const Contents after = made_of("word");
  const Archive archive("word");
  archive.open_to_all();
  // What looks for leaks would want a thread of its own.
  const Finished finished = archive.shell(
      "mkdir out && chmod 777 out && export ASAN_OPTIONS=detect_leaks=0 && "
      "exec setpriv --reuid 65534 --regid 65534 --clear-groups prlimit --nproc=1 \"$0\" build -j 8");
  if (finished.err.starts_with("setpriv:") || finished.err.starts_with("prlimit:")) return;
  CHECK(finished.err == "");
  CHECK(finished.status == 0);
  CHECK(archive.made() == after);
}

TEST_CASE("files that the user has limited are one line, and the old ones stay") {
  const Contents before = made_of("before");
  const Archive archive("before");
  REQUIRE(archive.run({}).status == 0);
  archive.say("afterwards");
  const Finished finished = archive.shell("ulimit -f 1; exec \"$0\" build >/dev/null");
  CHECK(finished.err.starts_with("handbill: error: cannot write out/en/page-"));
  CHECK(finished.err.ends_with(": File too large\n"));
  CHECK(finished.status == 1);
  CHECK(archive.made() == before);
}

TEST_CASE("too little memory is one line, and every file is whole") {
  // Under a sanitiser there is no telling how much memory is too little.
  if (std::getenv("ASAN_OPTIONS") != nullptr) return;
  const Contents after = made_of("word");
  int failed = 0;
  for (int kilobytes = 60'000; kilobytes <= 120'000; kilobytes += 1'000) {
    const Archive archive("word");
    const std::string limited = "ulimit -v " + std::to_string(kilobytes) + "; exec \"$0\" ";
    // The system's loader comes first, and other libraries' beginnings.
    if (archive.shell(limited + "--version").status != 0) continue;
    const Finished finished = archive.shell("mkdir out; " + limited + "build >/dev/null");
    CAPTURE(kilobytes, finished.err);
    CHECK((finished.status == 0 || finished.status == 1));
    CHECK(std::count(finished.err.begin(), finished.err.end(), '\n') == finished.status);
    CHECK(strangers(archive.made(), after, after) == Names{});
    failed += finished.status;
  }
  CHECK(failed > 0);
}
