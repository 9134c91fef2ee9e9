#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string_view>

#include "translation/exchange/plural_forms.h"
#include "translation/exchange/po.h"

namespace handbill {
namespace {

/// A C string. Everything a text may hold but quotes, backslashes and control characters stands for itself.
std::string po_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string header_of(const Exported& exported) {
  std::string header = fmt::format("# {}\nmsgid \"\"\nmsgstr \"\"\n", exported.target.own_name());
  const auto field = [&](std::string_view name, std::string_view value) {
    header += po_string(fmt::format("{}: {}\n", name, value)) + "\n";
  };
  std::string language = exported.target.tag();
  for (char& c : language) c = c == '-' ? '_' : c;
  field("Project-Id-Version", exported.document);
  field("Report-Msgid-Bugs-To", "");
  field("PO-Revision-Date", "");
  field("Last-Translator", "");
  field("Language-Team", "");
  field("Language", language);
  field("MIME-Version", "1.0");
  field("Content-Type", "text/plain; charset=UTF-8");
  field("Content-Transfer-Encoding", "8bit");
  if (const auto plurals = plural_forms(exported.target)) field("Plural-Forms", *plurals);
  field("X-Generator", "Handbill");
  return header;
}

// Gettext puts isolates (U+2068, U+2069) around a file name that has spaces.
std::string reference(const Place& place) {
  const std::string file = place.file == nullptr ? std::string() : *place.file;
  const bool spaced = file.find_first_of(" \t") != std::string::npos;
  return fmt::format("#: {}:{}\n", spaced ? "\u2068" + file + "\u2069" : file, place.line);
}

std::string entry_of(const ExportedText& text) {
  std::string entry;
  std::string remarks = text.note;
  std::replace(remarks.begin(), remarks.end(), '\r', '\n');  // either ends a line of a PO file
  std::istringstream note(remarks);
  for (std::string line; std::getline(note, line);) entry += line.empty() ? "#.\n" : fmt::format("#. {}\n", line);
  for (const Place& place : text.places) entry += reference(place);
  const bool fuzzy = text.stale && !text.target.empty();
  if (fuzzy) entry += "#, fuzzy\n";
  if (fuzzy && !text.stale->empty()) entry += fmt::format("#| msgid {}\n", po_string(*text.stale));
  if (text.ambiguous) entry += fmt::format("msgctxt {}\n", po_string(text.id));
  return entry + fmt::format("msgid {}\nmsgstr {}\n", po_string(text.source), po_string(text.target));
}

}  // namespace

std::string to_po(const Exported& exported) {
  std::string po = header_of(exported);
  for (const ExportedText& text : exported.texts) po += "\n" + entry_of(text);
  return po;
}

}  // namespace handbill
