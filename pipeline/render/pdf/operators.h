// The operators of a content stream (ISO 32000-1, annex A), one function each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/colour.h"
#include "core/geometry.h"
#include "render/pdf/page_cids.h"
#include "render/pdf/press.h"

namespace handbill::pdf {

/// The strings and gaps of one TJ. What is shown is written as its numbers on the page, two bytes each, until
/// renumber() puts CIDs in their place. Gaps are rounded to a thousandth of the type size and what rounding takes from
/// one is given to the next, so that no glyph stands further than half of that from its place.
class ShowArray {
 public:
  /// Shows `number`, which the font says is `width` wide (thousandths of the type size), at `position`.
  void add(CidNumber number, double width, double position);
  void clear();
  bool empty() const { return items_.empty(); }
  const std::string& items() const;
  const std::vector<CidRange>& cids() const { return cids_; }  ///< in items(); of no font yet

 private:
  mutable std::string items_;
  mutable bool open_ = false;             ///< inside ( … )
  mutable std::array<char, 128> held_{};  ///< what comes next in items_
  mutable std::size_t held_bytes_ = 0;
  std::vector<CidRange> cids_;
  double pen_ = 0;  ///< where a reader stands now
  void put_held() const;
  void close() const;
};

/// What is no part of the text (ISO 32000-1, 14.8.2.2): what every page has, numbers and running heads; or shapes.
enum class Artefact : std::uint8_t { pagination, layout };

/// Coordinates are PDF's: the origin is the page's bottom left corner and y grows upwards. Whatever has to be closed
/// is closed by a Guard; guards must be destroyed in the opposite order of their making.
class ContentStream {
 public:
  class [[nodiscard]] Guard {
   public:
    Guard(Guard&& other) noexcept : stream_(other.stream_), operator_(other.operator_) { other.stream_ = nullptr; }
    Guard& operator=(Guard&&) = delete;
    ~Guard() {
      if (stream_ != nullptr) stream_->close(operator_);
    }

   private:
    friend class ContentStream;
    Guard(ContentStream* stream, const char* closing_operator) : stream_(stream), operator_(closing_operator) {}
    ContentStream* stream_;
    const char* operator_;
  };

  ContentStream() = default;
  explicit ContentStream(Press press) : press_(std::move(press)) {}
  /// Writes into strings that are used again.
  ContentStream(Press press, std::string bytes, std::vector<CidRange> cids)
      : press_(std::move(press)), bytes_(std::move(bytes)), cids_(std::move(cids)) {
    bytes_.clear();
    cids_.clear();
  }

  Guard save();                                          ///< q … Q; all that was set in between is undone
  Guard text();                                          ///< BT … ET; the text position starts at the origin
  Guard artefact(Artefact kind);                         ///< /Artifact BDC … EMC
  Guard marked(std::string_view tag, std::uint32_t id);  ///< BDC with /MCID … EMC
  Guard marked(std::string_view tag, std::string_view properties);  ///< BDC … EMC; properties as PDF syntax

  void transform(const std::array<double, 6>& matrix);  ///< cm

  void fill_colour(Colour colour);
  void stroke_colour(Colour colour);
  void fill_ink(Ink ink, double tint);
  void stroke_all_inks();
  void font(std::uint32_t number, double size);  ///< /F<number>; written only when it changes
  void text_scale(double factor);                ///< Tz, horizontally; written only when it changes
  void text_position(double x, double y);        ///< Td to a place on the page
  void show(const ShowArray& array);             ///< TJ

  void move_to(double x, double y);
  void line_to(double x, double y);
  void curve_to(Point first, Point second, Point end);  ///< in PDF coordinates
  void rectangle(double x, double y, double width, double height);
  void close_path();
  void fill();
  void clip();  ///< to the path, from here to the end of save()
  void stroke();
  void line_width(double width);
  void round_cap();
  void dash(double on, double off);

  /// Paints image /I<number> over a rectangle.
  void image(std::uint32_t number, double x, double y, double width, double height);

  void form(std::uint32_t number);  ///< paints form /P<number>

  const std::string& bytes() const { return bytes_; }
  const std::vector<CidRange>& cids() const { return cids_; }  ///< all that are shown, where they stand in bytes()

  /// Take bytes() and cids() away; the stream has ended.
  std::string take_bytes() { return std::move(bytes_); }
  std::vector<CidRange> take_cids() { return std::move(cids_); }

 private:
  struct State {
    std::optional<Colour> fill = black;  ///< nothing after fill_ink()
    std::optional<Colour> stroke = black;
    std::uint32_t font = 0;
    std::int64_t size = 0;
    std::int64_t scale = 100'000;
  };
  void close(std::string_view closing_operator);
  void put(double value);
  void put(std::string_view op);
  void put_colour(const InkValues& values, std::string_view operators);

  Press press_;
  std::string bytes_;
  std::vector<CidRange> cids_;
  State state_;
  std::vector<State> saved_;  ///< what every q that is open has put away
  std::int64_t text_x_ = 0;   ///< thousandths, so that differences add up exactly
  std::int64_t text_y_ = 0;
};

}  // namespace handbill::pdf
