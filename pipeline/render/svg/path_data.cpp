#include "render/svg/path_data.h"

#include <cmath>

#include "core/decimal.h"

namespace handbill::svg {

double PathData::rounded(double value) const {
  const double unit = std::pow(10.0, places_);
  return std::round(value * unit) / unit;
}

void PathData::command(char letter) {
  // A repeated command needs no letter.
  if (letter != last_command_) {
    text_ += letter;
    after_number_ = false;
  }
  last_command_ = letter;
}

void PathData::number(double value) {
  const std::size_t start = text_.size();
  append_decimal(text_, value, places_);
  if (text_.compare(start, 2, "0.") == 0) text_.erase(start, 1);
  if (text_.compare(start, 3, "-0.") == 0) text_.erase(start + 1, 1);
  if (after_number_ && text_[start] != '-') text_.insert(start, 1, ' ');
  after_number_ = true;
}

/// A place as the way to it from where the pen is.
void PathData::point(double x, double y) {
  number(rounded(x) - pen_.x);
  number(rounded(y) - pen_.y);
}

void PathData::move_to(double x, double y) {
  last_command_ = 0;
  command('m');
  point(x, y);
  pen_ = {rounded(x), rounded(y)};
  start_ = pen_;
  last_command_ = 0;
}

void PathData::line_to(double x, double y) {
  if (rounded(x) == pen_.x) {
    command('v');
    number(rounded(y) - pen_.y);
  } else if (rounded(y) == pen_.y) {
    command('h');
    number(rounded(x) - pen_.x);
  } else {
    command('l');
    point(x, y);
  }
  pen_ = {rounded(x), rounded(y)};
}

void PathData::quadratic_to(double control_x, double control_y, double x, double y) {
  command('q');
  point(control_x, control_y);
  point(x, y);
  pen_ = {rounded(x), rounded(y)};
}

void PathData::cubic_to(double x1, double y1, double x2, double y2, double x, double y) {
  command('c');
  point(x1, y1);
  point(x2, y2);
  point(x, y);
  pen_ = {rounded(x), rounded(y)};
}

void PathData::quarter_to(double radius, double x, double y) {
  command('a');
  number(rounded(radius));
  number(rounded(radius));
  text_ += " 0 0 1";
  point(x, y);
  pen_ = {rounded(x), rounded(y)};
}

void PathData::close() {
  text_ += 'z';
  last_command_ = 'z';
  pen_ = start_;
}

}  // namespace handbill::svg
