#include "app/check_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json.h"

namespace handbill {
namespace {

std::size_t count_of(const Diagnostics& found, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(), [&](const Diagnostic& one) { return one.severity == severity; }));
}

std::string in_number(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string check_as_text(const Diagnostics& found) {
  const std::size_t errors = count_of(found, Severity::error);
  const std::size_t warnings = count_of(found, Severity::warning);
  if (errors + warnings == 0) return "no problems\n";
  return fmt::format("{}, {}\n", in_number(errors, "error"), in_number(warnings, "warning"));
}

void write_problem(JsonWriter& json, const Diagnostic& one) {
  json.begin_object();
  if (one.place.file != nullptr) json.key("file").text(*one.place.file);
  if (one.place.line > 0) json.key("line").number(one.place.line).key("column").number(one.place.column);
  json.key("severity").text(name_of(one.severity));
  json.key("code").text(one.code);
  json.key("message").text(one.message);
  json.key("hints").begin_array();
  for (const std::string& hint : one.hints) json.text(hint);
  json.end_array().end_object();
}

std::string check_as_json(const Diagnostics& found) {
  JsonWriter json;
  json.begin_object().key("problems").begin_array();
  for (const Diagnostic& one : found) write_problem(json, one);
  json.end_array();
  json.key("errors").number(count_of(found, Severity::error));
  json.key("warnings").number(count_of(found, Severity::warning));
  json.end_object();
  return json.written();
}

/// A workflow command's message keeps on one line by percent-encoding; its properties are parted by colons and commas.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char character : text) {
    const bool encode = character == '%' || character == '\r' || character == '\n' ||
                        (property && (character == ':' || character == ','));
    out += encode ? fmt::format("%{:02X}", static_cast<unsigned char>(character)) : std::string(1, character);
  }
  return out;
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "notice";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  internal_error("a severity without a workflow command");
}

std::string as_annotation(const Diagnostic& one) {
  std::string properties;
  if (one.place.file != nullptr) properties += fmt::format("file={},", escaped(*one.place.file, true));
  if (one.place.line > 0) properties += fmt::format("line={},col={},", one.place.line, one.place.column);
  properties += fmt::format("title={}", escaped(one.code, true));
  std::string message = printable(one.message);
  for (const std::string& hint : one.hints) message += fmt::format("\nhint: {}", printable(hint));
  return fmt::format("::{} {}::{}\n", command_of(one.severity), properties, escaped(message, false));
}

}  // namespace

std::string write_report(const Diagnostics& found, Format format) {
  switch (format) {
    case Format::text:
      return check_as_text(found);
    case Format::json:
      return check_as_json(found);
    case Format::github:
      break;
  }
  std::string lines;
  for (const Diagnostic& one : found) lines += as_annotation(one);
  return lines;
}

}  // namespace handbill
