// One file of a build: a document in one language and edition.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/options/build_options.h"
#include "core/diagnostic.h"
#include "design/edition.h"
#include "design/theme_file.h"
#include "document/document.h"
#include "document/images.h"
#include "imposition/sheets.h"
#include "layout/pages.h"
#include "project/timings.h"
#include "render/pdf/press.h"
#include "text/font_library.h"
#include "translation/interface.h"

namespace handbill {

/// Borrowed for the call.
struct OutputInput {
  const Document& document;  ///< localised, links resolved, all of its sections
  const Document& source;    ///< the page it was localised from
  const Images& images;
  const Edition& edition;
  const Interface& words;
  const ThemeFile* theme = nullptr;    ///< not null for Medium::pdf
  const FontLibrary* fonts = nullptr;  ///< likewise
  const std::string& site;
  const pdf::PressProfile* press = nullptr;  ///< not null for Inks::cmyk
  std::vector<OutputInput> beside = {};      ///< Impose::languages: the other languages on the same sheets
  Timings* timings = nullptr;                ///< may be null
  std::string name = {};                     ///< what it is timed as
  std::size_t workers = 1;                   ///< threads for this file, as for_each_index() takes them
};

struct OutputBytes {
  std::string bytes;
  std::optional<std::size_t> pages;  ///< where the medium has pages
  std::vector<Pages> set;            ///< those pages; of several languages where one file has them
  std::optional<Sheets> sheets;      ///< what they lie on, where they are imposed
};

/// Makes the file's bytes. The value is absent when the edition's sections are not the document's.
Result<std::optional<OutputBytes>> make_output(const OutputInput& input);

/// What a stage hands on for this output, as text; empty where the edition's medium has no such stage.
Result<std::string> dump_output(const OutputInput& input, Dump stage);

}  // namespace handbill
