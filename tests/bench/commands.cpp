// Whole commands, Handbill's and other programs', side by side in one run: docs/performance.md and its chart.
//
//   bench_commands HANDBILL STAGES FOLDER [--quick]
//
// HANDBILL is the program, STAGES the benchmark of stages, FOLDER where the results go. --quick leaves out what takes
// minutes. Exit status: 0 when everything of Handbill's was measured; other programs need not be there.
#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "bench/chart.h"
#include "bench/corpus.h"
#include "bench/run.h"

namespace {

using namespace handbill::bench;
namespace fs = std::filesystem;

struct Arguments {
  std::string handbill;
  std::string stages;
  fs::path folder;
  bool quick = false;
};

/// Handbill's own programs must run: a table with holes is not a result.
Measured needed(const std::optional<Measured>& one, const std::string& what) {
  if (!one) throw std::runtime_error(what + " failed");
  return *one;
}

void say(const std::string& what) {
  fmt::print(stderr, "measuring {}\n", what);
}

std::string cell(const std::optional<Measured>& one) {
  if (!one) return "–";
  if (one->seconds < 0.1) return fmt::format("{:.1f} ms", one->seconds * 1000);
  return fmt::format("{:.2f} s", one->seconds);
}

std::string memory(const std::optional<Measured>& one) {
  return one ? fmt::format("{:.0f} MB", one->megabytes) : "–";
}

/// One document in every program's language, in one folder.
class Document {
 public:
  Document(const fs::path& folder, int parts, const Arguments& arguments) : folder_(folder), arguments_(arguments) {
    write(folder / "page.md", markdown(parts, "en"));
    write(folder / "page.typ", typst(parts, "en"));
    write(folder / "page.html", html(parts, "en"));
    write(folder / "handbill.yaml",
          "source: en\neditions: {flyer: false, book: false, text: false, handout: {as: pdf, layout: handout, paper: "
          "A5}}\n");
  }

  Measured handbill(int times) const {
    // The first run finds nothing, and nothing is left for the next.
    std::optional<Measured> best;
    for (int i = 0; i < times; ++i) {
      fs::remove_all(folder_ / "out");
      const Measured one = needed(run({arguments_.handbill, "build", "page.md"}, folder_), "handbill build page.md");
      if (!best || one.seconds < best->seconds) best = one;
    }
    return needed(best, "handbill build page.md");
  }
  std::optional<Measured> typst_program(int times) const {
    return fastest(times, {"typst", "compile", "page.typ", "typst.pdf"}, folder_);
  }
  std::optional<Measured> pandoc(int times) const {
    return fastest(times,
                   {"pandoc", "page.md", "-o", "pandoc.pdf", "--pdf-engine=xelatex", "-V", "papersize=a5", "-V",
                    "mainfont=Noto Serif"},
                   folder_);
  }
  std::optional<Measured> weasyprint(int times) const {
    return fastest(times, {"weasyprint", "page.html", "weasyprint.pdf"}, folder_);
  }

  int pages() const {
    const std::string command = fmt::format("pdfinfo '{}' 2>/dev/null", (folder_ / "out/en/page-handout.pdf").string());
    int count = 0;
    if (FILE* out = popen(command.c_str(), "r")) {
      char line[256];
      while (std::fgets(line, sizeof line, out) != nullptr) std::sscanf(line, "Pages: %d", &count);
      pclose(out);
    }
    return count;
  }

 private:
  fs::path folder_;
  const Arguments& arguments_;
};

/// What follows a key in one of the kernel's tables; nothing where it has none.
std::string told(const char* table, std::string_view key) {
  std::ifstream file(table);
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(key)) return line.substr(std::min(line.find_first_not_of(" \t:", key.size()), line.size()));
  return "";
}

std::string machine() {
  const std::string processor = told("/proc/cpuinfo", "model name");
  const double kilobytes = std::atof(told("/proc/meminfo", "MemTotal").c_str());
  struct utsname system = {};
  uname(&system);
  double load = 0;
  getloadavg(&load, 1);
  return fmt::format("{} ({}), {} threads, {:.0f} GB of memory, {} {}, compiler {}; a load of {:.1f} before",
                     system.machine, processor.empty() ? "unknown" : processor, std::thread::hardware_concurrency(),
                     kilobytes / 1e6, system.sysname, system.release, __VERSION__, load);
}

/// The first line that a program says of its version; "none" where it is not installed.
std::string version_of(const std::string& command) {
  std::string said;
  if (FILE* out = popen((command + " --version 2>/dev/null").c_str(), "r")) {
    char line[256];
    if (std::fgets(line, sizeof line, out) != nullptr) said = line;
    pclose(out);
  }
  said.resize(std::min(said.find('\n'), said.size()));
  return said.empty() ? "none" : said;
}

std::string others() {
  std::string text;
  for (const std::string program : {"typst", "pandoc", "xelatex", "weasyprint"})
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", program, version_of(program));
  return text;
}

/// What a page costs without what every start costs: the last document against the shortest.
std::string further_page(const Series& own) {
  const auto& [first_pages, first_seconds] = own.points.front();
  const auto& [pages, seconds] = own.points.back();
  return pages > first_pages ? fmt::format("{:.2f} ms", (seconds - first_seconds) * 1000 / (pages - first_pages)) : "–";
}

/// Documents of growing length in all programs; their times as a table, and as series for the chart.
std::string documents(const fs::path& folder, const Arguments& arguments, std::vector<Series>& series) {
  series = {{"Handbill", "#0f5c3f", {}},
            {"Typst", "#1f6fb2", {}},
            {"pandoc, XeLaTeX", "#b26a1f", {}},
            {"WeasyPrint", "#a3171b", {}}};
  std::string table =
      "| pages | Handbill | a page | a further page | memory | Typst | pandoc, XeLaTeX | WeasyPrint |\n"
      "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";
  // About six, ten, a hundred, 325, a thousand and five thousand pages.
  std::vector<int> lengths{5, 8, 85, 275};
  if (!arguments.quick) lengths.insert(lengths.end(), {850, 4250});
  for (const int parts : lengths) {
    const Document document(folder / fmt::format("parts-{}", parts), parts, arguments);
    // What takes seconds varies little.
    const int times = parts < 100 ? 5 : parts < 500 ? 2 : 1;
    say(fmt::format("a document of {} parts", parts));
    const Measured own = document.handbill(times);
    const int pages = document.pages();
    if (pages == 0) throw std::runtime_error("pdfinfo finds no pages in what handbill made");
    const bool others = parts < 1000;
    const std::vector<std::optional<Measured>> all{own, others ? document.typst_program(times) : std::nullopt,
                                                   others ? document.pandoc(1) : std::nullopt,
                                                   others ? document.weasyprint(1) : std::nullopt};
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i]) series[i].points.emplace_back(pages, all[i]->seconds);
    const std::string page = fmt::format("{:.2f} ms", own.seconds * 1000 / pages);
    table += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", pages, cell(own), page,
                         further_page(series.front()), memory(own), cell(all[1]), cell(all[2]), cell(all[3]));
  }
  return table;
}

/// A project built into a new folder, and built again.
class Project {
 public:
  Project(fs::path folder, fs::path out, const Arguments& arguments)
      : folder_(std::move(folder)), out_(std::move(out)), build_{arguments.handbill, "build", "-o", out_.string()} {}

  std::string row(const std::string& name, int times) const {
    say(name);
    std::optional<Measured> cold;
    for (int i = 0; i < times; ++i) {
      fs::remove_all(out_);
      const Measured one = needed(run(build_, folder_), "handbill build for " + name);
      if (!cold || one.seconds < cold->seconds) cold = one;
    }
    const auto again = fastest(times, build_, folder_);
    return fmt::format("| {} | {} | {} | {} |\n", name, cell(cold), cell(again), memory(cold));
  }

 private:
  fs::path folder_;
  fs::path out_;
  std::vector<std::string> build_;
};

std::string projects(const fs::path& folder, const Arguments& arguments) {
  std::string table = "| project | first build | again, nothing changed | memory |\n| --- | ---: | ---: | ---: |\n";
  table +=
      Project(HANDBILL_ROOT, folder / "out", arguments).row("this project's content, all languages and editions", 5);
  write_flyer(folder / "flyer");
  table += Project(folder / "flyer", folder / "flyer/out", arguments).row("a flyer, 3 languages, 4 editions", 5);
  for (const int count : arguments.quick ? std::vector{10, 50} : std::vector{100, 1000}) {
    const fs::path archive = folder / fmt::format("archive-{}", count);
    write_archive(archive, count);
    table += Project(archive, archive / "out", arguments)
                 .row(fmt::format("{} documents, 3 languages, PDF", count), count < 1000 ? 2 : 1);
  }
  return table;
}

std::string stages(const Arguments& arguments, const fs::path& folder) {
  const fs::path results = folder / "stages.csv";
  say("the stages");
  const std::string least = fmt::format("--benchmark_min_time={}", arguments.quick ? 0.05 : 0.5);
  needed(run({arguments.stages, "--benchmark_out=" + results.string(), "--benchmark_out_format=csv", least}, folder),
         "bench_stages");
  std::string table = "| stage | English | Arabic |\n| --- | ---: | ---: |\n";
  std::ifstream file(results);
  std::string english;
  for (std::string line; std::getline(file, line);) {
    // "name/0",iterations,real_time,cpu_time,time_unit,…
    std::istringstream fields(line);
    std::vector<std::string> values;
    for (std::string value; std::getline(fields, value, ',');) values.push_back(value);
    if (values.size() < 5 || values[0].find('/') == std::string::npos) continue;
    const std::string name = values[0].substr(1, values[0].find('/') - 1);
    const std::string time = fmt::format("{:.2f} {}", std::stod(values[2]), values[4]);
    if (values[0].find("/0") != std::string::npos) english = time;
    if (values[0].find("/1") != std::string::npos) table += fmt::format("| {} | {} | {} |\n", name, english, time);
  }
  return table;
}

void measure(const Arguments& arguments) {
  const fs::path work = fs::temp_directory_path() / fmt::format("handbill-bench-{}", getpid());
  fs::create_directories(work);
  fs::create_directories(arguments.folder);
  std::vector<Series> series;
  std::string text = fmt::format(
      "# Performance\n\nMade by `./test --bench{}`, which makes the documents itself and runs the other programs where "
      "they are\ninstalled. Times are of the clock on the wall, the fastest of several runs where one takes less than "
      "seconds.\nA further page is what a document takes longer than the shortest one, by the pages that it has "
      "more.\n\nMeasured on: {}.\n\nBeside: {}.\n\n",
      arguments.quick ? "=quick" : "", machine(), others());
  text += "## One document, A5\n\n" + documents(work, arguments, series);
  text += "\n![Seconds for documents of so many pages](performance.svg)\n\n## Projects\n\n" + projects(work, arguments);
  text += "\n## Stages, for six pages; shaping and breaking for one paragraph\n\n" + stages(arguments, work);
  write(arguments.folder / "performance.md", text);
  write(arguments.folder / "performance.svg", chart(series));
  fs::remove_all(work);
  fmt::print(stderr, "written: {}\n", (arguments.folder / "performance.md").string());
}

}  // namespace

int main(int count, char** values) {
  if (count < 4) {
    std::fputs("usage: bench_commands HANDBILL STAGES FOLDER [--quick]\n", stderr);
    return 2;
  }
  try {
    measure({fs::absolute(values[1]).string(), fs::absolute(values[2]).string(), fs::absolute(values[3]),
             count > 4 && std::string(values[4]) == "--quick"});
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_commands: {}\n", error.what());
    return 1;
  }
}
