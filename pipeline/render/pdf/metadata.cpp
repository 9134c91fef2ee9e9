#include "render/pdf/metadata.h"

#include <algorithm>
#include <chrono>

#include "render/pdf/xmp.h"

namespace handbill::pdf {
namespace {

/// Whether there is such a day and such a time ("" is midnight).
bool exists(std::string_view date, std::string_view time) {
  const auto at = [](std::string_view text, std::size_t first, std::size_t count) {
    unsigned value = 0;
    for (const char c : text.substr(first, count)) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(at(date, 0, 4))),
                                        std::chrono::month(at(date, 5, 2)), std::chrono::day(at(date, 8, 2))};
  return day.ok() && (time.empty() || (at(time, 0, 2) < 24 && at(time, 3, 2) < 60 && at(time, 6, 2) < 60));
}

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

/// ISO 32000-1, table 150.
std::string_view name_of(Duplex duplex) {
  switch (duplex) {
    case Duplex::none:
      return "Simplex";
    case Duplex::long_edge:
      return "DuplexFlipLongEdge";
    case Duplex::short_edge:
      return "DuplexFlipShortEdge";
  }
  internal_error("a duplex without a name");
}

void write_information(Haru& haru, const Pages& pages) {
  haru.set_information("Title", pages.title);
  if (!pages.author.empty()) haru.set_information("Author", pages.author);
  if (!pages.description.empty()) haru.set_information("Subject", pages.description);
  haru.set_information("Creator", program_name);
  haru.set_information("Producer", program_name);
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
  if (!exists(out.date, "")) return std::nullopt;
  text.remove_prefix(10);
  if (text.size() < 6 || (text.front() != 'T' && text.front() != ' ')) return out;
  text.remove_prefix(1);
  if (!has_form(text.substr(0, 5), "00:00")) return out;
  const bool seconds = has_form(text.substr(0, 8), "00:00:00");
  out.time = seconds ? std::string(text.substr(0, 8)) : std::string(text.substr(0, 5)) + ":00";
  if (!exists(out.date, out.time)) return DateTime{.date = out.date};
  text.remove_prefix(seconds ? 8 : 5);
  while (!text.empty() && (text.front() == ' ' || text.front() == '.' || digits_of(text.substr(0, 1)) != ""))
    text.remove_prefix(1);  // fractions of a second
  if (text == "Z" || has_form(text, "+00:00") || has_form(text, "-00:00")) out.zone = text;
  return out;
}

void write_metadata(Haru& haru, const Pages& pages, Conformance conformance) {
  write_information(haru, pages);
  haru.set_catalogue("Metadata",
                     haru.add_encoded_stream(Dictionary().add_name("Type", "Metadata").add_name("Subtype", "XML"),
                                             xmp_packet(pages, conformance)));
  haru.set_catalogue_text("Lang", pages.language.tag());
}

void write_preferences(Haru& haru, const Pages& pages, std::optional<Duplex> printing) {
  Dictionary preferences;
  preferences.add_flag("DisplayDocTitle", true);
  if (pages.language.right_to_left()) preferences.add_name("Direction", "R2L");
  if (printing) preferences.add_name("PrintScaling", "None").add_name("Duplex", name_of(*printing));
  haru.set_catalogue("ViewerPreferences", haru.add(preferences));
}

}  // namespace handbill::pdf
