#include "render/pdf/operators.h"

#include <cmath>
#include <utility>

#include "core/diagnostic.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {

void ShowArray::add(CidNumber number, double width, double position) {
  const double gap = std::abs(position - pen_) < 0.5 ? 0 : std::round(position - pen_);
  if (gap != 0) {
    if (!(std::abs(gap) < 1e9)) internal_error("a gap between glyphs is out of range");
    close();
    append_integer(items_, -static_cast<std::int64_t>(gap));
    pen_ += gap;
  }
  if (!open_) {
    items_ += '(';
    open_ = true;
    cids_.push_back({static_cast<std::uint32_t>(items_.size()), 0, 0});
  }
  put_big_endian(held_.data() + held_bytes_, number);
  held_bytes_ += 2;
  if (held_bytes_ == held_.size()) put_held();
  ++cids_.back().count;
  pen_ += width;
}

void ShowArray::clear() {
  items_.clear();
  cids_.clear();
  open_ = false;
  held_bytes_ = 0;
  pen_ = 0;
}

void ShowArray::put_held() const {
  items_.append(held_.data(), held_bytes_);
  held_bytes_ = 0;
}

void ShowArray::close() const {
  put_held();
  if (open_) items_ += ')';
  open_ = false;
}

const std::string& ShowArray::items() const {
  close();
  return items_;
}

void ContentStream::put(double value) {
  append_number(bytes_, value);
  bytes_ += ' ';
}

void ContentStream::put(std::string_view op) {
  bytes_ += op;
  bytes_ += '\n';
}

void ContentStream::close(std::string_view closing_operator) {
  put(closing_operator);
  if (closing_operator != "Q") return;
  state_ = saved_.back();
  saved_.pop_back();
}

ContentStream::Guard ContentStream::save() {
  saved_.push_back(state_);
  put("q");
  return {this, "Q"};
}

ContentStream::Guard ContentStream::text() {
  put("BT");
  text_x_ = 0;
  text_y_ = 0;
  return {this, "ET"};
}

ContentStream::Guard ContentStream::artefact(Artefact kind) {
  return marked("Artifact", kind == Artefact::pagination ? "/Type /Pagination" : "/Type /Layout");
}

ContentStream::Guard ContentStream::marked(std::string_view tag, std::uint32_t id) {
  bytes_ += name(tag);
  bytes_ += " <</MCID ";
  append_number(bytes_, id);
  put(">> BDC");
  return {this, "EMC"};
}

ContentStream::Guard ContentStream::marked(std::string_view tag, std::string_view properties) {
  bytes_ += name(tag);
  bytes_ += " <<";
  bytes_ += properties;
  put(">> BDC");
  return {this, "EMC"};
}

void ContentStream::transform(const std::array<double, 6>& matrix) {
  for (const double value : matrix) put(value);
  put("cm");
}

/// `operators` are those for one, three and four operands.
void ContentStream::put_colour(const InkValues& colour, std::string_view operators) {
  for (std::size_t i = 0; i < colour.count; ++i) put(colour.values[i]);
  const std::size_t start = colour.count == 1 ? 0 : colour.count == 3 ? 1 : 3;
  put(operators.substr(start, colour.count == 3 ? 2 : 1));
}

void ContentStream::fill_colour(Colour colour) {
  if (colour == state_.fill) return;
  state_.fill = colour;
  put_colour(press_.of(colour), "grgk");
}

void ContentStream::stroke_colour(Colour colour) {
  if (colour == state_.stroke) return;
  state_.stroke = colour;
  put_colour(press_.of(colour), "GRGK");
}

void ContentStream::fill_ink(Ink ink, double tint) {
  state_.fill.reset();
  put_colour(press_.of(ink, tint), "grgk");
}

void ContentStream::stroke_all_inks() {
  state_.stroke.reset();
  put_colour(press_.all_inks(), "GRGK");
}

void ContentStream::font(std::uint32_t number, double size) {
  const auto scaled = thousandths(size);
  if (state_.font == number && state_.size == scaled) return;
  state_.font = number;
  state_.size = scaled;
  bytes_ += "/F";
  put(double(number));
  put(size);
  put("Tf");
}

void ContentStream::text_scale(double factor) {
  const double percent = factor * 100;
  const auto scaled = thousandths(percent);
  if (state_.scale == scaled) return;
  state_.scale = scaled;
  put(percent);
  put("Tz");
}

void ContentStream::text_position(double x, double y) {
  const auto to_x = thousandths(x);
  const auto to_y = thousandths(y);
  put(double(to_x - std::exchange(text_x_, to_x)) / 1000);
  put(double(to_y - std::exchange(text_y_, to_y)) / 1000);
  put("Td");
}

void ContentStream::show(const ShowArray& array) {
  bytes_ += '[';
  for (const CidRange& range : array.cids())
    cids_.push_back({static_cast<std::uint32_t>(bytes_.size()) + range.at, range.count, state_.font});
  bytes_ += array.items();
  put("] TJ");
}

void ContentStream::move_to(double x, double y) {
  put(x);
  put(y);
  put("m");
}

void ContentStream::line_to(double x, double y) {
  put(x);
  put(y);
  put("l");
}

void ContentStream::curve_to(Point first, Point second, Point end) {
  for (const Point& point : {first, second, end}) {
    put(point.x.pt());
    put(point.y.pt());
  }
  put("c");
}

void ContentStream::rectangle(double x, double y, double width, double height) {
  for (const double value : {x, y, width, height}) put(value);
  put("re");
}

void ContentStream::close_path() {
  put("h");
}

void ContentStream::fill() {
  put("f");
}

void ContentStream::clip() {
  put("W n");
}

void ContentStream::stroke() {
  put("S");
}

void ContentStream::line_width(double width) {
  put(width);
  put("w");
}

void ContentStream::round_cap() {
  put("1 J");
}

void ContentStream::dash(double on, double off) {
  bytes_ += numbers({on, off});
  put(" 0 d");
}

void ContentStream::image(std::uint32_t number, double x, double y, double width, double height) {
  const auto saved = save();
  transform({width, 0, 0, height, x, y});
  bytes_ += "/I";
  put(double(number));
  put("Do");
}

void ContentStream::form(std::uint32_t number) {
  bytes_ += "/P";
  put(double(number));
  put("Do");
}

}  // namespace handbill::pdf
