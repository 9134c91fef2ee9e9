#include "render/epub/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <charconv>
#include <chrono>

namespace handbill::epub {
namespace {

using std::chrono::sys_seconds;

/// Reads a date and time from the start of a text, piece by piece.
class MomentReader {
 public:
  explicit MomentReader(std::string_view text) : rest_(text) {}

  /// A number of exactly `digits` digits within a range.
  std::optional<int> number(std::size_t digits, int least, int most) {
    if (rest_.size() < digits || rest_.find_first_not_of("0123456789") < digits) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + digits, value);
    rest_.remove_prefix(digits);
    return value < least || value > most ? std::nullopt : std::optional(value);
  }

  bool skip(std::string_view one_of) {
    if (rest_.empty() || one_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_digits() { rest_.remove_prefix(std::min(rest_.find_first_not_of("0123456789"), rest_.size())); }
  char next() const { return rest_.empty() ? '\0' : rest_.front(); }

 private:
  std::string_view rest_;
};

std::optional<std::chrono::sys_days> read_day(MomentReader& reader) {
  const auto year = reader.number(4, 1, 9999);
  if (!year || !reader.skip("-")) return std::nullopt;
  const auto month = reader.number(2, 1, 12);
  if (!month || !reader.skip("-")) return std::nullopt;
  const auto day = reader.number(2, 1, 31);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

/// "17:30", "17:30:00" or "17:30:00.5": the time of day in whole seconds.
std::optional<std::chrono::seconds> read_time(MomentReader& reader) {
  const auto hour = reader.number(2, 0, 23);
  if (!hour || !reader.skip(":")) return std::nullopt;
  const auto minute = reader.number(2, 0, 59);
  if (!minute) return std::nullopt;
  const int second = reader.skip(":") ? reader.number(2, 0, 60).value_or(0) : 0;
  if (reader.skip(".,")) reader.skip_digits();
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(second);
}

/// "Z", "+02:00" or nothing, which counts as UTC.
std::chrono::seconds read_offset(MomentReader& reader) {
  const int sign = reader.next() == '-' ? -1 : 1;
  if (!reader.skip("+-")) return {};
  const int hours = reader.number(2, 0, 23).value_or(0);
  reader.skip(":");
  const int minutes = reader.number(2, 0, 59).value_or(0);
  return sign * (std::chrono::hours(hours) + std::chrono::minutes(minutes));
}

std::optional<sys_seconds> read_moment(std::string_view iso) {
  MomentReader reader(iso);
  const auto date = read_day(reader);
  if (!date) return std::nullopt;
  sys_seconds when = *date;
  if (!reader.skip("Tt ")) return when;
  const auto time = read_time(reader);
  if (!time) return when;
  when += *time;
  return when - read_offset(reader);
}

std::string date_text(std::chrono::sys_days date) {
  const std::chrono::year_month_day parts(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()),
                     static_cast<unsigned>(parts.day()));
}

}  // namespace

std::string identifier(std::string_view site, const Document& document) {
  std::string name(site);
  if (!name.ends_with('/')) name += '/';
  name += document.name + "#" + document.language.tag();
  const boost::uuids::name_generator_sha1 generate(boost::uuids::ns::url());
  return "urn:uuid:" + boost::uuids::to_string(generate(name));
}

std::optional<std::string> day(std::string_view iso) {
  MomentReader reader(iso);
  const auto date = read_day(reader);
  return date ? std::optional(date_text(*date)) : std::nullopt;
}

std::optional<std::string> moment(std::string_view iso) {
  const auto when = read_moment(iso);
  if (!when) return std::nullopt;
  const auto date = std::chrono::floor<std::chrono::days>(*when);
  const std::chrono::hh_mm_ss time(*when - date);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date_text(date), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string last_modified(const FrontMatter& front) {
  if (const auto changed = moment(front.last_modified)) return *changed;
  return moment(front.date).value_or("2000-01-01T00:00:00Z");
}

}  // namespace handbill::epub
