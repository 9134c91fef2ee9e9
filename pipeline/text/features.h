// The OpenType features that text is shaped with.
#pragma once

#include <hb.h>

#include <array>
#include <cstdint>

#include "text/paragraph.h"

namespace handbill {

/// The OpenType features a style asks for beside those that are always on.
class Features {
 public:
  Features(const TextStyle& style, bool spaced) {
    if (spaced) {
      add(HB_TAG('l', 'i', 'g', 'a'), 0);
      add(HB_TAG('c', 'l', 'i', 'g'), 0);
    }
    if (style.small_capitals) add(HB_TAG('s', 'm', 'c', 'p'), 1);
    add(style.figures);
  }
  const hb_feature_t* data() const { return list_.data(); }
  unsigned size() const { return size_; }

 private:
  void add(const Figures& figures) {
    if (figures.shape == Figures::Shape::lining) add(HB_TAG('l', 'n', 'u', 'm'), 1);
    if (figures.shape == Figures::Shape::old_style) add(HB_TAG('o', 'n', 'u', 'm'), 1);
    if (figures.width == Figures::Width::proportional) add(HB_TAG('p', 'n', 'u', 'm'), 1);
    if (figures.width == Figures::Width::tabular) add(HB_TAG('t', 'n', 'u', 'm'), 1);
  }
  void add(hb_tag_t tag, std::uint32_t value) {
    list_[size_++] = {tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  }
  std::array<hb_feature_t, 5> list_;
  unsigned size_ = 0;
};

}  // namespace handbill
