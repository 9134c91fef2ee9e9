#include "app/status_report.h"

#include <fmt/format.h>

#include "app/columns.h"
#include "core/diagnostic.h"
#include "core/json.h"

namespace handbill {
namespace {

std::string share(std::size_t part, std::size_t whole) {
  return fmt::format("{} of {} ({}%)", part, whole, percentage(part, whole));
}

/// "2 (17 words)"; nothing for none.
std::string units_and_words(const UnitCount& count) {
  if (count.units == 0) return {};
  return fmt::format("{} ({} {})", count.units, count.words, count.words == 1 ? "word" : "words");
}

std::string status_as_text(const std::vector<DocumentStatus>& documents) {
  if (documents.empty()) return "nothing is to be translated\n";
  TableCells rows{{"document", "locale", "translated", "words", "stale", "missing"}};
  for (const DocumentStatus& one : documents) {
    const UnitCount all = one.all();
    rows.push_back({printable(one.document), one.locale.tag(), share(one.translated.units, all.units),
                    share(one.translated.words, all.words), units_and_words(one.stale), units_and_words(one.missing)});
  }
  return aligned(rows, 2);
}

void write_counts(JsonWriter& json, const DocumentStatus& one, std::size_t UnitCount::*which) {
  json.begin_object();
  json.key("all").number(one.all().*which);
  json.key("translated").number(one.translated.*which);
  json.key("stale").number(one.stale.*which);
  json.key("missing").number(one.missing.*which);
  json.end_object();
}

std::string status_as_json(const std::vector<DocumentStatus>& documents) {
  JsonWriter json;
  json.begin_object().key("documents").begin_array();
  for (const DocumentStatus& one : documents) {
    json.begin_object().key("document").text(one.document);
    json.key("locale").text(one.locale.tag());
    json.key("units");
    write_counts(json, one, &UnitCount::units);
    json.key("words");
    write_counts(json, one, &UnitCount::words);
    json.key("translated-percent").begin_object();
    json.key("units").number(percentage(one.translated.units, one.all().units));
    json.key("words").number(percentage(one.translated.words, one.all().words));
    json.end_object().end_object();
  }
  json.end_array().end_object();
  return json.written();
}

}  // namespace

UnitCount DocumentStatus::all() const {
  UnitCount sum = translated;
  sum += stale;
  sum += missing;
  return sum;
}

std::size_t percentage(std::size_t part, std::size_t whole) {
  return whole == 0 ? 100 : 100 * part / whole;
}

std::string write_status(const std::vector<DocumentStatus>& documents, Format format) {
  switch (format) {
    case Format::json:
      return status_as_json(documents);
    case Format::text:
    case Format::github:
      break;
  }
  return status_as_text(documents);
}

}  // namespace handbill
