#include "layout/pages.h"

namespace handbill {

Rect PlacedGroup::on_page(const Rect& rect) const {
  switch (quarter_turns) {
    case 0:
      return {origin.x + rect.x, origin.y + rect.y, rect.width, rect.height};
    case 1:
      return {origin.x - rect.bottom(), origin.y + rect.x, rect.height, rect.width};
    case 2:
      return {origin.x - rect.right(), origin.y - rect.bottom(), rect.width, rect.height};
    case 3:
      return {origin.x + rect.y, origin.y - rect.right(), rect.height, rect.width};
  }
  internal_error("a group that is turned by more than a whole turn");
}

}  // namespace handbill
