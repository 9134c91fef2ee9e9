#include "render/pdf/metadata.h"

#include <algorithm>

namespace handbill::pdf {
namespace {

constexpr char program[] = "Handbill";

/// Whether `text` has the form of `pattern`, in which 0 stands for any digit.
bool has_form(std::string_view text, std::string_view pattern) {
  return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), [](char c, char form) {
           return form == '0' ? c >= '0' && c <= '9' : c == form;
         });
}

std::string digits_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string alternative(std::string_view property, std::string_view text) {
  const std::string tag(property);
  return "<" + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt></" + tag +
         ">\n";
}

std::string array(std::string_view property, std::string_view kind, std::string_view text) {
  const std::string tag(property);
  const std::string container(kind);
  return "<" + tag + "><rdf:" + container + "><rdf:li>" + escaped(text) + "</rdf:li></rdf:" + container + "></" + tag +
         ">\n";
}

std::string simple(std::string_view property, std::string_view text) {
  const std::string tag(property);
  return "<" + tag + ">" + escaped(text) + "</" + tag + ">\n";
}

std::string packet(const Pages& pages) {
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n";
  out += simple("dc:format", "application/pdf");
  out += alternative("dc:title", pages.title);
  out += array("dc:language", "Bag", pages.language.tag());
  if (!pages.author.empty()) out += array("dc:creator", "Seq", pages.author);
  if (!pages.description.empty()) out += alternative("dc:description", pages.description);
  out += simple("pdf:Producer", program);
  out += simple("xmp:CreatorTool", program);
  if (const auto date = read_date_time(pages.date)) out += simple("xmp:CreateDate", date->xmp());
  if (const auto date = read_date_time(pages.last_modified)) out += simple("xmp:ModifyDate", date->xmp());
  out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
  return out;
}

void write_information(Haru& haru, const Pages& pages) {
  haru.set_information("Title", pages.title);
  if (!pages.author.empty()) haru.set_information("Author", pages.author);
  if (!pages.description.empty()) haru.set_information("Subject", pages.description);
  haru.set_information("Creator", program);
  haru.set_information("Producer", program);
  if (const auto date = read_date_time(pages.date)) haru.set_information("CreationDate", date->pdf());
  if (const auto date = read_date_time(pages.last_modified)) haru.set_information("ModDate", date->pdf());
}

}  // namespace

std::string DateTime::pdf() const {
  std::string out = "D:" + digits_of(date) + digits_of(time);
  if (zone == "Z") return out + "Z";
  if (!zone.empty()) out += zone.substr(0, 3) + "'" + zone.substr(4) + "'";
  return out;
}

std::string DateTime::xmp() const {
  return time.empty() ? date : date + "T" + time + zone;
}

std::optional<DateTime> read_date_time(std::string_view text) {
  DateTime out;
  if (!has_form(text.substr(0, 10), "0000-00-00")) return std::nullopt;
  out.date = text.substr(0, 10);
  text.remove_prefix(10);
  if (text.size() < 6 || (text.front() != 'T' && text.front() != ' ')) return out;
  text.remove_prefix(1);
  if (!has_form(text.substr(0, 5), "00:00")) return out;
  const bool seconds = has_form(text.substr(0, 8), "00:00:00");
  out.time = seconds ? std::string(text.substr(0, 8)) : std::string(text.substr(0, 5)) + ":00";
  text.remove_prefix(seconds ? 8 : 5);
  while (!text.empty() && (text.front() == ' ' || text.front() == '.' || digits_of(text.substr(0, 1)) != ""))
    text.remove_prefix(1);  // fractions of a second
  if (text == "Z" || has_form(text, "+00:00") || has_form(text, "-00:00")) out.zone = text;
  return out;
}

void write_metadata(Haru& haru, const Pages& pages) {
  write_information(haru, pages);
  haru.set_catalogue(
      "Metadata",
      haru.add_encoded_stream(Dictionary().add_name("Type", "Metadata").add_name("Subtype", "XML"), packet(pages)));
  haru.set_catalogue_text("Lang", pages.language.tag());
  Dictionary preferences;
  preferences.add_flag("DisplayDocTitle", true);
  if (pages.language.right_to_left()) preferences.add_name("Direction", "R2L");
  haru.set_catalogue("ViewerPreferences", haru.add(preferences));
}

}  // namespace handbill::pdf
