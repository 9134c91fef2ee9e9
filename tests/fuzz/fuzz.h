// What all fuzz targets have in common.
//
// A target is a program that is fed bytes without end and must neither crash, nor leak, nor hang, nor break a promise
// that it checks. Each is one file here, which says what is done with one input: check().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "document/document.h"
#include "text/font_library.h"

namespace handbill::fuzz {

/// Does with one input what the target is about.
void check(std::string_view input);

/// Stops the run, so that the input is kept. For what a header promises.
void promise(bool kept, const char* what);

/// Writes every diagnostic as people see it: a place or text that is broken shows there.
void read(const Diagnostics& diagnostics);

/// The value, its diagnostics read.
template <class T>
T take(Result<T>&& result) {
  read(result.diagnostics);
  return std::move(result.value);
}

/// The input's parts between lines of "%%"; as many as asked for, the last ones empty where there are fewer.
std::vector<std::string> parts(std::string_view input, std::size_t count);

/// The input as text that clean_text() has passed: what the stages after it are given.
std::string clean(std::string_view input);

Language language(std::string_view tag);
Place place(std::string_view file);
Document parsed(std::string_view markdown, std::string_view tag);

/// The project's own fonts.
const FontLibrary& fonts();

}  // namespace handbill::fuzz
