// The `d` of a path (SVG 2, 9.3), written short.
#pragma once

#include <string>
#include <vector>

namespace handbill::svg {

/// Commands are relative to the pen, numbers stand as close as the grammar lets them. Coordinates are rounded to
/// `places` digits before differences are taken, so that no error adds up.
class PathData {
 public:
  explicit PathData(int places) : places_(places) {}

  void move_to(double x, double y);
  void line_to(double x, double y);
  void quadratic_to(double control_x, double control_y, double x, double y);
  void cubic_to(double x1, double y1, double x2, double y2, double x, double y);
  /// A quarter of a circle to (x, y), clockwise as one looks at it.
  void quarter_to(double radius, double x, double y);
  void close();

  const std::string& str() const { return text_; }

 private:
  struct Spot {
    double x = 0;
    double y = 0;
  };
  double rounded(double value) const;
  void command(char letter);
  void number(double value);
  void point(double x, double y);

  int places_;
  std::string text_;
  char last_command_ = 0;
  bool after_number_ = false;
  Spot pen_;
  Spot start_;
};

}  // namespace handbill::svg
