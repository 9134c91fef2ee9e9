// Every message the program prints, in English, with what a translator needs to know about it.
#include <algorithm>

#include "translation/interface.h"

namespace handbill {
namespace {

using enum InterfaceArgument::Kind;

std::vector<InterfaceKey> make_keys() {
  return {
      // Pages
      {"page", "Page {page}", "A page's number where the number of pages is not known.", {{"page", number}}},
      {"page-of", "Page {page} of {pages}", "At the foot of a page.", {{"page", number}, {"pages", number}}},
      {"see-page",
       "see page {page}",
       "After a link to another part of the same document, on paper, in brackets.",
       {{"page", number}}},
      {"continued", "continued", "Over the part of a table that runs on to the next page.", {}},
      // Headings the program adds
      {"contents", "Contents", "Heading over the table of contents of a book.", {}},
      {"contents-handout", "In this handout", "Heading over the table of contents of a handout.", {}},
      {"links", "Links", "Heading over the numbered list of web addresses.", {}},
      {"footnotes", "Notes", "Heading over the footnotes where they stand at the end of the document.", {}},
      {"cover", "Cover", "Name of an e-book's cover in its navigation.", {}},
      {"start-of-text", "Start of the text", "Name of the first page of text in an e-book's navigation.", {}},
      {"landmarks", "Parts of this book", "Heading over the list of cover, contents and start in an e-book.", {}},
      // Notes and references
      {"footnote",
       "Note {number}",
       "Read out by screen readers for the small number that points to a footnote.",
       {{"number", number}}},
      {"back-to-text", "Back to the text", "Read out for the arrow from a footnote back to where it is mentioned.", {}},
      // Calls to action
      {"scan-to-join",
       "Scan to join",
       "Beside the QR code of a call to action on a flyer: point your phone's camera at it to take part.",
       {}},
      {"scan-to-open", "Scan to open", "Beside any other QR code: point your phone's camera at it.", {}},
      {"qr-code",
       "QR code for {address}",
       "Read out by screen readers for a QR code. {address} is a web address.",
       {{"address", text}}},
      // Images, task lists, tables
      {"image",
       "Image: {description}",
       "In plain text, in place of an image. {description} says what it shows.",
       {{"description", text}}},
      {"task-done", "done", "A ticked box of a list of tasks, for screen readers and plain text.", {}},
      {"task-open", "to do", "An empty box of a list of tasks, for screen readers and plain text.", {}},
      {"labelled",
       "{label}: {value}",
       "A table's cell in plain text when the table is too wide: column heading and cell.",
       {{"label", text}, {"value", text}}},
      // The document itself
      {"updated", "Updated {date}", "When the document was last changed; {date} is a whole date.", {{"date", text}}},
      {"untranslated-note",
       "Not translated yet; this part is in {language}",
       "Beside a passage that has no translation yet. {language} is the name of its language, in yours.",
       {{"language", text}}},
      {"accessibility-summary",
       "The text can be enlarged and read aloud; it has headings and a table of contents.",
       "Tells the readers of an e-book, before they open it, how well it works with assistive technology.",
       {}},
      {"accessibility-images",
       "Images are described.",
       "A sentence after the one above, for an e-book with images.",
       {}},
  };
}

}  // namespace

const std::vector<InterfaceKey>& interface_keys() {
  static const std::vector<InterfaceKey> keys = make_keys();
  return keys;
}

const InterfaceKey* find_interface_key(std::string_view key) {
  const auto& keys = interface_keys();
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const InterfaceKey& entry) { return entry.key == key; });
  return found == keys.end() ? nullptr : &*found;
}

}  // namespace handbill
