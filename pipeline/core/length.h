// Lengths on paper.
//
// A Length is a distance in PostScript points (1/72 inch). It exists so that a bare double in a header never has
// to be guessed at. Arithmetic is plain double arithmetic; every comparison that decides a line or page break goes
// through fits(), which holds the one tolerance of the whole program.
#pragma once

#include <compare>

namespace handbill {

class Length {
 public:
  constexpr Length() = default;
  static constexpr Length points(double value) { return Length(value); }
  static constexpr Length millimetres(double value) { return Length(value * 72.0 / 25.4); }

  constexpr double pt() const { return points_; }
  constexpr double mm() const { return points_ * 25.4 / 72.0; }

  constexpr Length operator-() const { return Length(-points_); }
  constexpr Length& operator+=(Length other) {
    points_ += other.points_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    points_ -= other.points_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.points_ + b.points_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.points_ - b.points_); }
  friend constexpr Length operator*(Length a, double b) { return Length(a.points_ * b); }
  friend constexpr Length operator*(double a, Length b) { return Length(a * b.points_); }
  friend constexpr Length operator/(Length a, double b) { return Length(a.points_ / b); }
  friend constexpr double operator/(Length a, Length b) { return a.points_ / b.points_; }
  friend constexpr auto operator<=>(Length, Length) = default;

 private:
  explicit constexpr Length(double value) : points_(value) {}
  double points_ = 0;
};

constexpr Length operator""_pt(long double value) {
  return Length::points(static_cast<double>(value));
}
constexpr Length operator""_pt(unsigned long long value) {
  return Length::points(static_cast<double>(value));
}
constexpr Length operator""_mm(long double value) {
  return Length::millimetres(static_cast<double>(value));
}
constexpr Length operator""_mm(unsigned long long value) {
  return Length::millimetres(static_cast<double>(value));
}

/// Whether `content` goes into `room`. A hundredth of a point, a third of a printer's finest dot, is forgiven:
/// sums of advances carry rounding noise, and a line must not break because of it.
constexpr bool fits(Length content, Length room) {
  return content <= room + 0.01_pt;
}

}  // namespace handbill
