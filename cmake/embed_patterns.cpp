// embed_patterns OUT FILE...
//
// Writes the C++ file OUT, in which `std::vector<handbill::KnownPatterns> handbill::embedded::patterns()` has the files
// of hyphenation patterns as they are and as libhyphen has read them. One that it cannot read is left out: the program
// would not use it either.
#include <cstdio>
#include <exception>
#include <memory>
#include <stdexcept>

#include "core/files.h"
#include "core/limits.h"
#include "embedded_code.h"
#include "text/pattern_pack.h"

int main(int count, char** words) {
  using namespace handbill;
  try {
    if (count < 2) throw std::runtime_error("usage: embed_patterns OUT FILE...");
    std::vector<Embedded> files;
    for (int i = 2; i < count; ++i) {
      ReadResult read = DiskFiles().read(words[i], limits::source_bytes);
      const std::unique_ptr<HyphenDict, decltype(&hnj_hyphen_free)> patterns(hnj_hyphen_load(words[i]),
                                                                             &hnj_hyphen_free);
      if (read.ok() && patterns != nullptr) files.push_back({std::move(read.bytes), pack(*patterns)});
    }
    write_atomically(words[1], code({"text/pattern_pack.h", "KnownPatterns", "patterns"}, files));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
