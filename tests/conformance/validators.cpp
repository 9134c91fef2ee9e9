#include "conformance/validators.h"

#include <stdlib.h>

#include <sstream>
#include <stdexcept>

#include "end_to_end/printed.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace fs = std::filesystem;
namespace {

const fs::path tools = HANDBILL_VALIDATORS;

/// A Java program out of the fetched JARs. A short run gains nothing from the optimising compiler.
Finished java(const std::string& main_class, const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {
      "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", (tools / "jars" / "*").string(), main_class};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(command);
}

std::size_t lines_starting_with(const std::string& text, const std::string& start) {
  std::istringstream lines(text);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) count += line.starts_with(start);
  return count;
}

}  // namespace

std::string verapdf_faults(const std::vector<fs::path>& files, const std::string& standard) {
  std::vector<std::string> arguments = {"--flavour", standard, "--format", "text", "-v"};
  for (const auto& file : files) arguments.push_back(file.string());
  const auto checked = java("org.verapdf.apps.GreenfieldCliWrapper", arguments);
  if (lines_starting_with(checked.out, "PASS ") == files.size()) return "";
  return checked.out + checked.err;
}

std::string epubcheck_faults(const fs::path& file) {
  const auto checked = java("com.adobe.epubcheck.tool.Checker", {file.string()});
  const bool silent = checked.out.find("0 fatals / 0 errors / 0 warnings / 0 infos") != std::string::npos;
  return checked.status == 0 && silent ? "" : checked.out + checked.err;
}

std::string ace_faults(const fs::path& file) {
  const TemporaryFolder report;
  setenv("PUPPETEER_EXECUTABLE_PATH", "/usr/bin/chromium", 0);
  setenv("ACE_TIMEOUT_INITIAL", "60000", 0);  // milliseconds that the browser may take to start
  const auto program = tools / "node_modules/@daisy/ace-cli/bin/ace.js";
  const auto checked =
      run({"node", program.string(), "--exiterror2", "--force", "-o", report.path().string(), file.string()});
  return checked.status == 0 ? "" : checked.out + checked.err + bytes_of(report.path() / "report.json");
}

std::string text_by(const std::string& reader, const fs::path& file) {
  const auto script = fs::path(HANDBILL_TEST_FOLDER) / "tools/read.mjs";
  const auto read = run({"node", script.string(), reader, file.string()}, tools);
  if (read.status != 0) throw std::runtime_error(reader + " cannot read " + file.string() + ":\n" + read.err);
  return read.out;
}

}  // namespace handbill::test
