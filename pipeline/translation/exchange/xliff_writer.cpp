#include "translation/exchange/xliff_writer.h"

#include "source/parse.h"
#include "translation/exchange/xliff.h"

namespace handbill {
namespace {

CodedText coded(const std::string& markdown, const std::vector<FootnoteLabel>& footnotes) {
  return to_coded(parse_inlines(markdown, {}, footnotes).value);
}

}  // namespace

CodedPair coded_pair(const ExportedText& text, const std::vector<FootnoteLabel>& footnotes) {
  CodedPair pair{coded(text.source, footnotes), {}};
  if (!text.target.empty()) pair.target = numbered_like(pair.source, coded(text.target, footnotes));
  return pair;
}

std::string file_of(const Place& place) {
  return place.file == nullptr ? std::string() : *place.file;
}

std::string to_xliff(const Exported& exported, XliffVersion version) {
  return version == XliffVersion::v1_2 ? to_xliff_1_2(exported) : to_xliff_2_0(exported);
}

}  // namespace handbill
