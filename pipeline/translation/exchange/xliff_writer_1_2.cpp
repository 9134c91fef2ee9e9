#include <fmt/format.h>

#include "core/markup.h"
#include "translation/exchange/xliff_writer.h"

namespace handbill {
namespace {

using PieceKind = CodedPiece::Kind;
using Meaning = CodedPiece::Meaning;

std::string type_1_2(Meaning meaning) {
  switch (meaning) {
    case Meaning::bold:
      return "bold";
    case Meaning::italic:
      return "italic";
    case Meaning::strikethrough:
      return "x-strikethrough";
    case Meaning::code:
      return "x-code";
    case Meaning::link:
      return "link";
    case Meaning::image:
      return "x-image";
    case Meaning::line_break:
      return "lb";
    case Meaning::footnote:
      return "x-footnote";
    case Meaning::none:
      return "x-other";
  }
  internal_error("a code that means nothing");
}

class Xliff1Writer {
 public:
  std::string run(const Exported& exported) {
    xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    {
      const auto root = xml_.element("xliff", {{"xmlns", "urn:oasis:names:tc:xliff:document:1.2"}, {"version", "1.2"}});
      xml_.raw("\n");
      const auto file = xml_.element("file", {{"original", exported.file},
                                              {"source-language", exported.source.tag()},
                                              {"target-language", exported.target.tag()},
                                              {"datatype", "plaintext"}});
      xml_.raw("\n");
      const auto body = xml_.element("body");
      xml_.raw("\n");
      for (std::size_t index = 0; index < exported.texts.size(); ++index)
        unit(exported.texts[index], index + 1, coded_pair(exported.texts[index], exported.footnotes));
    }
    return xml_.take() + "\n";
  }

 private:
  void unit(const ExportedText& text, std::size_t number, const CodedPair& pair) {
    {
      const auto element = xml_.element(
          "trans-unit", {{"id", fmt::format("u{}", number)}, {"resname", text.id}, {"xml:space", "preserve"}});
      xml_.raw("\n");
      {
        const auto source = xml_.element("source");
        content(pair.source);
      }
      xml_.raw("\n");
      if (!text.target.empty()) target(text, pair.target);
      for (const Place& place : text.places) location(place);
      if (!text.note.empty()) xml_.element("note", {{"from", "developer"}}, text.note).raw("\n");
      if (text.stale && !text.stale->empty() && !text.target.empty()) earlier(*text.stale, text.target);
    }
    xml_.raw("\n");
  }

  void target(const ExportedText& text, const CodedText& coded) {
    {
      const auto element = xml_.element("target", {{"state", text.stale ? "needs-review-translation" : "translated"}});
      content(coded);
    }
    xml_.raw("\n");
  }

  void location(const Place& place) {
    {
      const auto group = xml_.element("context-group", {{"purpose", "location"}});
      xml_.element("context", {{"context-type", "sourcefile"}}, file_of(place));
      xml_.element("context", {{"context-type", "linenumber"}}, std::to_string(place.line));
    }
    xml_.raw("\n");
  }

  void earlier(const std::string& source, const std::string& target) {
    {
      const auto element = xml_.element("alt-trans", {{"alttranstype", "previous-version"}});
      xml_.element("source", {}, source);
      xml_.element("target", {}, target);
    }
    xml_.raw("\n");
  }

  void content(const CodedText& text) {
    for (const CodedPiece& piece : text) {
      const std::string id = std::to_string(piece.id);
      switch (piece.kind) {
        case PieceKind::text:
          xml_.text(piece.text);
          break;
        case PieceKind::open:
          xml_.element("bpt", {{"id", id}, {"ctype", type_1_2(piece.meaning)}}, piece.text);
          break;
        case PieceKind::close:
          xml_.element("ept", {{"id", id}}, piece.text);
          break;
        case PieceKind::whole:
          // "link" is for what stands around a text.
          xml_.element("ph",
                       {{"id", id}, {"ctype", piece.meaning == Meaning::link ? "x-link" : type_1_2(piece.meaning)}},
                       piece.text);
          break;
      }
    }
  }

  Markup xml_;
};

}  // namespace

std::string to_xliff_1_2(const Exported& exported) {
  return Xliff1Writer().run(exported);
}

}  // namespace handbill
