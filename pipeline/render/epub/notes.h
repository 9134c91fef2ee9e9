// Footnotes, as they are mentioned.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"

namespace handbill::epub {

/// Puts every footnote into the file that mentions it first, so that a reading system can show it beside its mark.
/// Asked in reading order.
class NoteBook {
 public:
  explicit NoteBook(const Document& document);

  struct Mark {
    std::string id;    ///< of the mark itself
    std::string href;  ///< of the note
  };
  Mark mention(int number, const std::string& file);

  /// The notes mentioned since the last call, by first mention; printing them may mention more.
  std::vector<const Footnote*> take_mentioned();

  /// The notes that nothing has mentioned so far, which `file` takes in.
  std::vector<const Footnote*> take_rest(const std::string& file);

  /// Where a note was first mentioned: an id in its own file. Empty when it never was.
  std::string first_mark(int number) const;

 private:
  struct Entry {
    const Footnote* footnote = nullptr;
    std::string file;  ///< empty until it is mentioned
    int mentions = 0;
  };
  std::map<int, Entry> entries_;
  std::vector<const Footnote*> mentioned_;
};

/// The id of a note's own element.
std::string note_id(int number);

}  // namespace handbill::epub
