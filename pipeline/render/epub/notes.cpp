#include "render/epub/notes.h"

#include <utility>

namespace handbill::epub {
namespace {

std::string mark_id(int number, int mention) {
  return "mark-" + std::to_string(number) + (mention > 1 ? "-" + std::to_string(mention) : "");
}

}  // namespace

std::string note_id(int number) {
  return "note-" + std::to_string(number);
}

NoteBook::NoteBook(const Document& document) {
  for (const Footnote& footnote : document.footnotes) entries_[footnote.number].footnote = &footnote;
}

NoteBook::Mark NoteBook::mention(int number, const std::string& file) {
  Entry& entry = entries_[number];
  if (entry.footnote == nullptr) return {mark_id(number, ++entry.mentions), {}};
  if (entry.file.empty()) {
    entry.file = file;
    mentioned_.push_back(entry.footnote);
  }
  const std::string id = mark_id(number, ++entry.mentions);
  return {id, (entry.file == file ? "" : entry.file) + "#" + note_id(number)};
}

std::vector<const Footnote*> NoteBook::take_mentioned() {
  return std::exchange(mentioned_, {});
}

std::vector<const Footnote*> NoteBook::take_rest(const std::string& file) {
  std::vector<const Footnote*> rest;
  for (auto& [number, entry] : entries_)
    if (entry.footnote != nullptr && entry.file.empty()) {
      entry.file = file;
      rest.push_back(entry.footnote);
    }
  return rest;
}

std::string NoteBook::first_mark(int number) const {
  const auto found = entries_.find(number);
  return found == entries_.end() || found->second.mentions == 0 ? std::string() : mark_id(number, 1);
}

}  // namespace handbill::epub
