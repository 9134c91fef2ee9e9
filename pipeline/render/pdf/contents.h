// The content streams of many pages, written and compressed on several threads.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "imposition/sheets.h"
#include "layout/pages.h"
#include "render/pdf/haru.h"
#include "render/pdf/page_writer.h"

namespace handbill::pdf {

/// A page to be written. Borrowed.
struct ContentTask {
  const Page* page = nullptr;
  std::uint32_t number = 0;  ///< its index in its document, which the structure knows it by
  Direction direction = Direction::left_to_right;
  TrimMarks marks = {};
};

/// How to write pages.
struct ContentsJob {
  std::size_t count = 0;
  std::size_t workers = 1;                              ///< as for_each_index() takes them
  std::function<ContentTask(std::size_t)> task;         ///< asked on any thread
  std::function<void(std::size_t, Haru::Packed)> done;  ///< told on any thread, each index once
};

/// Writes the pages. Most of that knows nothing of other pages; CIDs and structure are numbered through page after
/// page, whoever has written some pages waiting for those before them. What the file says does not depend on the number
/// of threads.
void write_contents(const ContentsJob& job, DocumentParts& parts, Haru& haru);

}  // namespace handbill::pdf
