// The real program keeps what it has made, on machines as they are.
#include <fstream>

#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

/// A project of two short texts.
class Project {
 public:
  Project() {
    write("handbill.yaml", "source: en\neditions: {flyer: false, handout: false, book: false, text: {as: text}}\n");
    write("content/page.md", "# Page\n\n{{< odd >}}Text.{{< /odd >}}\n");
    write("content/other.md", "# Other\n");
  }

  fs::path operator/(const std::string& name) const { return folder_ / name; }

  void write(const fs::path& name, std::string_view bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  Finished run(const std::vector<std::string>& arguments = {"build"}) const {
    return handbill(arguments, folder_.path());
  }

  /// Runs a script, in which the program is $0.
  Finished shell(const std::string& script, const std::string& program = HANDBILL_PROGRAM) const {
    return test::run({"sh", "-c", script, program}, folder_.path());
  }

 private:
  TemporaryFolder folder_;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a build says what it has made and how much is up to date, and every problem") {
  const Project project;
  const Finished first = project.run();
  CHECK(contains(first.out, "out/en/page-text.txt"));
  CHECK(contains(first.out, "2 files "));
  CHECK(contains(first.err, "content/page.md:3:1: warning: unknown shortcode"));
  const Finished second = project.run();
  CHECK(second.out == "2 files are up to date\n");
  CHECK(second.err == first.err);
  CHECK(second.status == first.status);
  project.write("content/other.md", "# Other\n\nMore.\n");
  const Finished third = project.run();
  CHECK(contains(third.out, "out/en/other-text.txt"));
  CHECK_FALSE(contains(third.out, "out/en/page-text.txt"));
  CHECK(third.out.ends_with("1 file is up to date\n"));
  CHECK(third.err == first.err);
}

TEST_CASE("files that are up to date are listed, or made, for whoever asks") {
  const Project project;
  (void)project.run();
  const Finished listed = project.run({"build", "--list"});
  CHECK(contains(listed.out, "out/en/page-text.txt"));
  CHECK(contains(listed.out, "kept"));
  CHECK(listed.out.ends_with("2 files are up to date\n"));
  const Finished again = project.run({"build", "--again"});
  CHECK(contains(again.out, "out/en/page-text.txt"));
  CHECK_FALSE(contains(again.out, "up to date"));
  CHECK(project.run().out == "2 files are up to date\n");
}

TEST_CASE("another program makes everything again") {
  const Project project;
  (void)project.run();
  std::string program = bytes_of(HANDBILL_PROGRAM);
  // The note that holds the build-id: sizes of name and number, kind, name.
  const std::string note("\4\0\0\0\x14\0\0\0\3\0\0\0GNU\0", 16);
  const std::size_t at = program.find(note);
  if (at == std::string::npos) return;
  const fs::path copy = project / "copy";
  const auto build_with_copy = [&] {
    std::ofstream(copy, std::ios::binary) << program;
    fs::permissions(copy, fs::perms::owner_all);
    return project.shell("\"$0\" build", copy.string());
  };
  CHECK(build_with_copy().out == "2 files are up to date\n");
  program[at + note.size()] = static_cast<char>(program[at + note.size()] ^ 1);
  CHECK_FALSE(contains(build_with_copy().out, "up to date"));
  CHECK(build_with_copy().out == "2 files are up to date\n");
}

TEST_CASE("what is up to date needs no folder that can be written to") {
  if (!has_program("setpriv")) return;
  const Project project;
  const std::string script =
      "chmod -R a+rwX . && as='setpriv --reuid=65534 --clear-groups'\n"
      "$as \"$0\" build >/dev/null 2>&1 || exit 77\n"
      "chmod a-w out && $as \"$0\" build 2>/dev/null; echo $?\n"
      "echo more >>content/page.md; chmod a-w out/en; $as \"$0\" build 2>/dev/null; echo $?\n"
      "chmod a+w out out/en; $as \"$0\" build 2>/dev/null | grep -c 'page-text'";
  const Finished finished = project.shell(script);
  if (finished.status == 77) return;
  CHECK(finished.out == "2 files are up to date\n0\n1 file is up to date\n1\n1\n");
}

TEST_CASE("a manifest of any kind costs a build, never more") {
  const Project project;
  (void)project.run();
  const fs::path manifest = project / "out/.handbill-manifest";
  const std::string script_for = "rm -rf out/.handbill-manifest; ";
  for (const std::string harm : {"mkfifo out/.handbill-manifest", "ln -s /dev/zero out/.handbill-manifest",
                                 "truncate -s 10G out/.handbill-manifest", "echo >out/.handbill-manifest",
                                 "ln -s nowhere out/.handbill-manifest"}) {
    INFO(harm);
    const Finished finished = project.shell(script_for + harm + " && \"$0\" build && \"$0\" build | tail -n 1");
    CHECK(finished.status == 0);
    CHECK(contains(finished.out, "out/en/page-text.txt"));
    CHECK(finished.out.ends_with("2 files are up to date\n"));
    CHECK(fs::is_regular_file(fs::symlink_status(manifest)));
  }
}

TEST_CASE("after builds at once, the next one knows what lies there") {
  const Project project;
  const Finished finished = project.shell(
      "for i in 1 2 3 4 5 6 7 8; do echo more >>content/page.md; \"$0\" build >/dev/null 2>&1 & "
      "echo more >>content/other.md; \"$0\" build --strict >/dev/null 2>&1 & wait; done; \"$0\" build 2>&1 >/dev/null; "
      "\"$0\" build -o clean 2>/dev/null >/dev/null; \"$0\" build 2>/dev/null; diff -r -x '.*' out clean");
  CHECK(contains(finished.err + finished.out, "unknown shortcode"));
  CHECK(finished.out.ends_with("2 files are up to date\n"));
  CHECK(finished.status == 0);
}

TEST_CASE("nothing is kept where nothing is written: a dump looks at the sources") {
  const Project project;
  (void)project.run();
  project.write("content/page.md", "# Anew\n");
  CHECK(contains(project.run({"build", "--dump", "document"}).out, "Anew"));
  CHECK(contains(project.run().out, "page-text.txt"));
}

}  // namespace handbill::test
