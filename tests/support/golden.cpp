#include "support/golden.h"

#include <cstdlib>
#include <sstream>
#include <vector>

#include "core/files.h"
#include "support/catch.h"

namespace handbill::test {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string first_difference(const std::string& expected, const std::string& actual) {
  const auto want = lines_of(expected);
  const auto got = lines_of(actual);
  std::size_t line = 0;
  while (line < want.size() && line < got.size() && want[line] == got[line]) ++line;
  std::ostringstream out;
  out << "line " << line + 1 << "\n  golden: " << (line < want.size() ? want[line] : "(end)")
      << "\n  actual: " << (line < got.size() ? got[line] : "(end)") << "\n";
  return out.str();
}

}  // namespace

void expect_golden(const std::string& folder, const std::string& name, const std::string& actual) {
  const std::string path = folder + "/golden/" + name;
  const auto read = DiskFiles().read(path, 64 * 1024 * 1024);
  if (read.ok() && read.bytes == actual) {
    SUCCEED(name);
    return;
  }
  if (std::getenv("HANDBILL_UPDATE_GOLDEN") != nullptr) {
    write_atomically(path, actual);
    WARN("golden file written: " << path);
    return;
  }
  if (!read.ok()) FAIL("no golden file " << path << "; ./test --update writes it. Actual:\n" << actual);
  FAIL(path << " differs at " << first_difference(read.bytes, actual));
}

}  // namespace handbill::test
