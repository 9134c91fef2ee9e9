#include <fmt/format.h>

#include <algorithm>

#include "core/markup.h"
#include "translation/exchange/xliff_writer.h"

namespace handbill {
namespace {

using PieceKind = CodedPiece::Kind;
using Meaning = CodedPiece::Meaning;

/// XLIFF 2.0's words for what a code is.
struct Type2 {
  std::string type;
  std::string sub_type;
};

Type2 type_2_0(Meaning meaning) {
  switch (meaning) {
    case Meaning::bold:
      return {"fmt", "xlf:b"};
    case Meaning::italic:
      return {"fmt", "xlf:i"};
    case Meaning::strikethrough:
      return {"fmt", "handbill:strikethrough"};
    case Meaning::code:
      return {"fmt", "handbill:code"};
    case Meaning::link:
      return {"link", "handbill:link"};
    case Meaning::image:
      return {"image", "handbill:image"};
    case Meaning::line_break:
      return {"fmt", "xlf:lb"};
    case Meaning::footnote:
      return {"other", "handbill:footnote"};
    case Meaning::none:
      return {"other", "handbill:other"};
  }
  internal_error("a code that means nothing");
}

/// What must be in a translation as often as in the source: see the link rule.
bool is_required(Meaning meaning) {
  return meaning == Meaning::link || meaning == Meaning::image || meaning == Meaning::footnote;
}

class Xliff2Writer {
 public:
  std::string run(const Exported& exported) {
    xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    {
      const auto root = xml_.element("xliff", {{"xmlns", "urn:oasis:names:tc:xliff:document:2.0"},
                                               {"version", "2.0"},
                                               {"srcLang", exported.source.tag()},
                                               {"trgLang", exported.target.tag()}});
      xml_.raw("\n");
      const auto file = xml_.element("file", {{"id", "f1"}, {"original", exported.file}});
      xml_.raw("\n");
      for (std::size_t index = 0; index < exported.texts.size(); ++index)
        unit(exported.texts[index], index + 1, coded_pair(exported.texts[index], exported.footnotes));
    }
    return xml_.take() + "\n";
  }

 private:
  void unit(const ExportedText& text, std::size_t number, const CodedPair& pair) {
    {
      const auto element = xml_.element("unit", {{"id", fmt::format("u{}", number)}, {"name", text.id}});
      xml_.raw("\n");
      notes(text);
      original_data(pair);
      segment(text, pair);
    }
    xml_.raw("\n");
  }

  void notes(const ExportedText& text) {
    {
      const auto notes = xml_.element("notes");
      if (!text.note.empty()) xml_.element("note", {{"category", "description"}}, text.note);
      if (text.stale && !text.stale->empty()) xml_.element("note", {{"category", "earlier-source"}}, *text.stale);
      for (const Place& place : text.places)
        xml_.element("note", {{"category", "location"}}, fmt::format("{}:{}", file_of(place), place.line));
    }
    xml_.raw("\n");
  }

  void original_data(const CodedPair& pair) {
    data_.clear();
    for (const CodedText* one : {&pair.source, &pair.target})
      for (const CodedPiece& piece : *one)
        if (piece.kind != PieceKind::text && std::find(data_.begin(), data_.end(), piece.text) == data_.end())
          data_.push_back(piece.text);
    if (data_.empty()) return;
    {
      const auto all = xml_.element("originalData");
      for (std::size_t index = 0; index < data_.size(); ++index)
        xml_.element("data", {{"id", fmt::format("d{}", index + 1)}, {"xml:space", "preserve"}}, data_[index]);
    }
    xml_.raw("\n");
  }

  std::string reference(const std::string& data) const {
    return fmt::format("d{}", std::find(data_.begin(), data_.end(), data) - data_.begin() + 1);
  }

  void segment(const ExportedText& text, const CodedPair& pair) {
    {
      const bool stale = text.stale.has_value();
      const auto element = text.target.empty() ? xml_.element("segment")
                           : stale             ? xml_.element("segment", {{"state", "initial"}})
                                               : xml_.element("segment", {{"state", "translated"}});
      xml_.raw("\n");
      content("source", pair.source);
      if (!text.target.empty()) content("target", pair.target);
    }
    xml_.raw("\n");
  }

  void content(const char* name, const CodedText& text) {
    {
      const auto element = xml_.element(name, {{"xml:space", "preserve"}});
      for (std::size_t index = 0; index < text.size(); ++index) piece(text, index);
    }
    xml_.raw("\n");
  }

  void piece(const CodedText& text, std::size_t index) {
    const CodedPiece& piece = text[index];
    const Type2 type = type_2_0(piece.meaning);
    const std::string may = is_required(piece.meaning) ? "no" : "yes";
    const std::string id = std::to_string(piece.id);
    switch (piece.kind) {
      case PieceKind::text:
        xml_.text(piece.text);
        return;
      case PieceKind::open: {
        const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(index), text.end(),
                                      [&](const auto& one) { return one.kind == PieceKind::close && one.id == piece.id; });
        open_.push_back(xml_.element("pc", {{"id", id},
                                            {"canCopy", may},
                                            {"canDelete", may},
                                            {"type", type.type},
                                            {"subType", type.sub_type},
                                            {"dataRefStart", reference(piece.text)},
                                            {"dataRefEnd", reference(end->text)}}));
        return;
      }
      case PieceKind::close:
        open_.pop_back();
        return;
      case PieceKind::whole:
        xml_.empty("ph", {{"id", id},
                          {"canCopy", may},
                          {"canDelete", may},
                          {"type", type.type},
                          {"subType", type.sub_type},
                          {"disp", piece.text},
                          {"dataRef", reference(piece.text)}});
        return;
    }
  }

  Markup xml_;
  std::vector<std::string> data_;    // of the unit at hand
  std::vector<Markup::Guard> open_;  // its codes
};

}  // namespace

std::string to_xliff_2_0(const Exported& exported) {
  return Xliff2Writer().run(exported);
}

}  // namespace handbill
