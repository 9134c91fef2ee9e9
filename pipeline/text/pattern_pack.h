// Hyphenation patterns as bytes: those that are installed when the program is built are read then, not each time it
// starts.
#pragma once

#include <hyphen.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbill {

/// libhyphen's patterns, as hnj_hyphen_load() has read them from a file. In this machine's byte order: the same bytes
/// for the same file.
std::string pack(const HyphenDict& patterns);

/// The patterns that pack() was given, for libhyphen to hyphenate with; not for hnj_hyphen_free(). `packed` is borrowed
/// as long as they live, and stands at a multiple of eight.
std::shared_ptr<HyphenDict> unpack_patterns(std::string_view packed);

/// A file of patterns as it was when the program was built.
struct KnownPatterns {
  std::string_view text;
  std::string_view packed;
};

namespace embedded {

/// What cmake/embed.cmake has packed into the program.
std::vector<KnownPatterns> patterns();

}  // namespace embedded

}  // namespace handbill
