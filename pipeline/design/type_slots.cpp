#include "design/type_slots.h"

namespace handbill {

const std::vector<TypeSlot>& type_slots() {
  static const std::vector<TypeSlot> slots = {
      {"body", [](Theme& theme) -> TypeSpec& { return theme.body; }},
      {"title", [](Theme& theme) -> TypeSpec& { return theme.title; }},
      {"kicker", [](Theme& theme) -> TypeSpec& { return theme.kicker; }},
      {"subtitle", [](Theme& theme) -> TypeSpec& { return theme.subtitle; }},
      {"lead", [](Theme& theme) -> TypeSpec& { return theme.lead; }},
      {"heading1", [](Theme& theme) -> TypeSpec& { return theme.heading[0]; }},
      {"heading2", [](Theme& theme) -> TypeSpec& { return theme.heading[1]; }},
      {"heading3", [](Theme& theme) -> TypeSpec& { return theme.heading[2]; }},
      {"heading4", [](Theme& theme) -> TypeSpec& { return theme.heading[3]; }},
      {"heading5", [](Theme& theme) -> TypeSpec& { return theme.heading[4]; }},
      {"heading6", [](Theme& theme) -> TypeSpec& { return theme.heading[5]; }},
      {"quote", [](Theme& theme) -> TypeSpec& { return theme.quote; }},
      {"figure", [](Theme& theme) -> TypeSpec& { return theme.figure; }},
      {"code", [](Theme& theme) -> TypeSpec& { return theme.code; }},
      {"table", [](Theme& theme) -> TypeSpec& { return theme.table; }},
      {"table-header", [](Theme& theme) -> TypeSpec& { return theme.table_header; }},
      {"note", [](Theme& theme) -> TypeSpec& { return theme.note; }},
      {"contents", [](Theme& theme) -> TypeSpec& { return theme.contents; }},
      {"contents-title", [](Theme& theme) -> TypeSpec& { return theme.contents_title; }},
      {"folio", [](Theme& theme) -> TypeSpec& { return theme.folio; }},
      {"marker", [](Theme& theme) -> TypeSpec& { return theme.marker; }},
      {"action", [](Theme& theme) -> TypeSpec& { return theme.action; }},
      {"address", [](Theme& theme) -> TypeSpec& { return theme.address; }},
      {"address-hint", [](Theme& theme) -> TypeSpec& { return theme.address_hint; }},
  };
  return slots;
}

}  // namespace handbill
