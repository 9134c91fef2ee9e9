#include "translation/locale_list.h"

#include <algorithm>
#include <string_view>

#include "translation/locale_item.h"
#include "translation/yaml_extent.h"

namespace handbill {
namespace {

bool starts_with_blank(std::string_view lines) {
  return lines.substr(0, line_end(lines, 0)).find_first_not_of(" \n") == std::string_view::npos;
}

/// Writes the items of one list.
class ListWriter {
 public:
  explicit ListWriter(const ListInput& input) : text_(input.text), layout_(input.layout), list_(input.list) {
    const ListLayout* const list = input.list;
    const ListLayout* model = list != nullptr && !list->items.empty() ? list : nullptr;
    if (model == nullptr && layout_.units && !layout_.units->items.empty()) model = &*layout_.units;
    if (model == nullptr) return;
    const ItemLayout& first = model->items.front();
    style_ = {first.dash, std::max(first.keys, first.dash + 2)};
    spaced_ = model->items.size() > 1 &&
              std::all_of(model->items.begin() + 1, model->items.end(), [&](const ItemLayout& item) {
                return starts_with_blank(text_.substr(item.lead, item.end - item.lead));
              });
  }

  std::string write(const std::vector<PlannedUnit>& units) const {
    std::string lines;
    for (std::size_t index = 0; index < units.size(); ++index) lines += with_space(item(units[index]), units, index);
    return lines;
  }

 private:
  std::string item(const PlannedUnit& unit) const {
    if (unit.origin == PlannedUnit::Origin::fresh) return new_item(unit.change, style_);
    const auto& from = unit.origin == PlannedUnit::Origin::units ? layout_.units : layout_.obsolete;
    const ItemLayout& item = from->items.at(unit.index);
    return shifted(changed_item(text_, item, unit.change),
                   static_cast<std::ptrdiff_t>(style_.dash) - static_cast<std::ptrdiff_t>(item.dash));
  }

  bool was_at(const PlannedUnit& unit, std::size_t index) const {
    if (unit.origin == PlannedUnit::Origin::fresh || list_ == nullptr || unit.index != index) return false;
    const auto& from = unit.origin == PlannedUnit::Origin::units ? layout_.units : layout_.obsolete;
    return list_ == &*from;
  }

  /// Where items stand apart, what has moved to the top or away from it gets or loses its blank line.
  std::string with_space(std::string lines, const std::vector<PlannedUnit>& units, std::size_t index) const {
    if (!spaced_) return lines;
    if (index > 0 && !starts_with_blank(lines)) return "\n" + lines;
    const bool moved_up = index == 0 && !was_at(units[index], 0);
    while (moved_up && starts_with_blank(lines)) lines.erase(0, line_end(lines, 0));
    return lines;
  }

  std::string_view text_;
  const LocaleLayout& layout_;
  const ListLayout* list_;
  ItemStyle style_;
  bool spaced_ = false;
};

}  // namespace

std::string write_list(const ListInput& input, const std::vector<PlannedUnit>& units) {
  return ListWriter(input).write(units);
}

}  // namespace handbill
