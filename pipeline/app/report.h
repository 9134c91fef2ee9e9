// What people see of a build.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "app/build.h"
#include "core/diagnostic.h"

namespace handbill {

/// A diagnostic's lines as to_string() has them, with terminal colours when `colour`.
std::string show(const Diagnostic& diagnostic, bool colour);

/// "38.1 kB"
std::string size_text(std::size_t bytes);

/// What a build says at its end on standard output: the table of what was made, and how many files are up to date; with
/// `list`, these are in the table, too, where their time is "kept". Empty when there is neither.
std::string summary(const BuildReport& report, bool list, std::chrono::microseconds total);

/// The files that were made, aligned by display width, with their sum below. Where a text was fitted to its sides, the
/// scale of its type and how much of the last side it fills:
///   file                    pages  scale  fill     size    time
///   out/nl/page-flyer.pdf       2   105%   97%  38.1 kB   12 ms
/// Where texts are not translated, or from an earlier original, columns say how many of the file's: "3 of 81".
std::string table(const std::vector<MadeFile>& made, std::chrono::microseconds total);

}  // namespace handbill
