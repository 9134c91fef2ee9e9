#include "layout/call_to_action.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/qr.h"
#include "layout/styled.h"
#include "layout/whole_words.h"

namespace handbill {
namespace {

/// Three dots of a 200 dpi scan, two and a half of one of 150 dpi: with less, readers fail.
constexpr Length smallest_module = 0.4_mm;

std::shared_ptr<const QrCode> code_for(Composition& composition, const std::string& address, const Place& place) {
  if (address.empty() || address.front() == '#') return nullptr;
  const Length side = composition.theme().qr;
  auto code = composition.code(address);
  if (code && side / code->side >= smallest_module) return code;
  composition.diagnostics().push_back(
      {.severity = Severity::warning,
       .place = place,
       .code = "qr-too-long",
       .message =
           fmt::format("an address of {} characters is too long for a QR code{}", address.size(),
                       code ? fmt::format(" of {:.0f} mm that can be read; it is printed alone", side.mm()) : ""),
       .hints = {"link to a short address that forwards to the long one"}});
  return nullptr;
}

/// A QR code's box: the code and the quiet zone round it, on white.
struct CodeBox {
  Length side;
  Length quiet;
};

CodeBox code_box(const QrCode& code, Length side) {
  const Length quiet = side * (static_cast<double>(qr_quiet_zone) / code.side);
  return {.side = side + quiet * 2, .quiet = quiet};
}

/// The label, the address and the hint, one below the other.
FlowItem action_text(Composition& composition, const CallToAction& action, const Column& column, StructureId parent,
                     bool has_code) {
  const Theme& theme = composition.theme();
  const StructureId paragraph = composition.node(Role::paragraph, parent, action.label.place);
  FlowItem text;
  Length top;
  const auto add = [&](TaggedText words, const TypeSpec& type) {
    if (words.styled.text.empty()) return;
    add_lines(text, composition.set(std::move(words), column.measure), column, type, top);
  };
  const TypeSpec label = whole_words_type(composition, action.label, theme.action, column.measure);
  add(style_passage(composition, action.label, {.type = label, .structure = paragraph}), label);
  if (!action.address.empty() && action.address.front() != '#') {
    const StructureId own = composition.node(Role::paragraph, parent, action.label.place);  // it is a line of its own
    const StructureId link = composition.node(Role::link, own, action.label.place);
    const auto index = composition.add_link({action.address, plain_text(action.label.inlines), link});
    add(style_address(composition, action.address, {.type = theme.address, .structure = link, .link = index}),
        theme.address);
  }
  if (has_code)
    add(style_text(composition, composition.input().words.message("scan-to-join"),
                   {.type = theme.address_hint, .structure = composition.node(Role::paragraph, parent)}),
        theme.address_hint);
  text.height = top;
  return text;
}

void shift(FlowItem& item, Length by) {
  for (FlowMark& mark : item.marks)
    if (auto* line = std::get_if<LineMark>(&mark)) line->baseline += by;
}

}  // namespace

FlowItem action_strip(Composition& composition, const CallToAction& action, const Place& place, const Column& column,
                      StructureId parent, const ActionStyle& style) {
  const Theme& theme = composition.theme();
  const auto code = code_for(composition, action.address, place);
  const CodeBox box = code ? code_box(*code, theme.qr) : CodeBox{};
  const Length gap = code ? 10_pt : 0_pt;
  const Column beside{column.start + style.padding, column.measure - style.padding * 2 - box.side - gap};

  FlowItem strip = action_text(composition, action, beside, parent, code != nullptr);
  const Length inner = std::max(strip.height, box.side);
  shift(strip, style.padding + (inner - strip.height) / 2);
  strip.height = inner + style.padding * 2;

  std::vector<FlowMark> ground;
  if (style.panel)
    ground.push_back(
        BoxMark{.start = column.start, .width = column.measure, .height = strip.height, .colour = theme.panel});
  if (code) {
    const Length start = column.start + column.measure - style.padding - box.side;
    const Length top = (strip.height - box.side) / 2;
    ground.push_back(BoxMark{.start = start, .width = box.side, .top = top, .height = box.side, .colour = white});
    const StructureId figure = composition.node(Role::figure, parent, place);
    composition[figure].alternative =
        composition.input().words.message("qr-code", {{"address", address_on_paper(action.address)}});
    strip.marks.push_back(QrMark{
        .code = code, .start = start + box.quiet, .top = top + box.quiet, .side = theme.qr, .structure = figure});
  }
  strip.marks.insert(strip.marks.begin(), ground.begin(), ground.end());
  return strip;
}

}  // namespace handbill
