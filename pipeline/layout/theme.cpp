#include "layout/theme.h"

namespace handbill {

bool emphasised_by_italics(std::string_view script) {
  return script == "Latn" || script == "Grek" || script == "Cyrl";
}

}  // namespace handbill
