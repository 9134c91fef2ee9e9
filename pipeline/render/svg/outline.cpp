#include "render/svg/outline.h"

#include <hb.h>

#include <memory>

#include "render/svg/path_data.h"

namespace handbill::svg {
namespace {

PathData& path(void* data) {
  return *static_cast<PathData*>(data);
}

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  path(data).move_to(double(x), double(-y));
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  path(data).line_to(double(x), double(-y));
}

void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float control_x, float control_y, float x, float y,
                  void*) {
  path(data).quadratic_to(double(control_x), double(-control_y), double(x), double(-y));
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
              void*) {
  path(data).cubic_to(double(x1), double(-y1), double(x2), double(-y2), double(x), double(-y));
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  path(data).close();
}

struct Destroyer {
  void operator()(hb_draw_funcs_t* pen) const { hb_draw_funcs_destroy(pen); }
};

std::unique_ptr<hb_draw_funcs_t, Destroyer> make_pen() {
  std::unique_ptr<hb_draw_funcs_t, Destroyer> pen(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(pen.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(pen.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(pen.get(), quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(pen.get(), cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(pen.get(), close_path, nullptr, nullptr);
  return pen;
}

}  // namespace

std::string outline(const Face& face, GlyphId glyph) {
  // TrueType's points are whole numbers; the ones it implies lie halfway between two of them.
  PathData data(1);
  const auto pen = make_pen();
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(face.hb_font(), glyph, pen.get(), &data);
#else
  hb_font_get_glyph_shape(face.hb_font(), glyph, pen.get(), &data);
#endif
  return data.str();
}

}  // namespace handbill::svg
