// What all fuzz targets have in common.
//
// A target is fed bytes without end and must neither crash, nor leak, nor hang, nor break a promise that it checks.
// Each is one file in targets/, with a function of the file's name in the namespace targets that says what is done with
// one input. libFuzzer calls it (./test --fuzz), and so does an ordinary test, with seeds and what was found before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "document/document.h"
#include "text/font_library.h"

namespace handbill::fuzz {

namespace targets {
void build(std::string_view input);
void font(std::string_view input);
void font_list(std::string_view input);
void front_matter(std::string_view input);
void image(std::string_view input);
void imposition(std::string_view input);
void inlines(std::string_view input);
void interface(std::string_view input);
void lines(std::string_view input);
void locale(std::string_view input);
void media(std::string_view input);
void po(std::string_view input);
void project(std::string_view input);
void shortcode(std::string_view input);
void source(std::string_view input);
void sync(std::string_view input);
void theme(std::string_view input);
void translated_page(std::string_view input);
void xliff(std::string_view input);
}  // namespace targets

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
