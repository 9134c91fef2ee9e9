// XLIFF, the exchange format of translation programs: OASIS XLIFF 1.2 and 2.0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/diagnostic.h"
#include "translation/catalogue.h"
#include "translation/exchange/exported.h"

namespace handbill {

enum class XliffVersion : std::uint8_t { v1_2, v2_0 };

/// Markdown becomes inline codes that programs protect: <pc> and <ph>, in 1.2 <bpt>, <ept> and <ph>. The state of
/// what is stale is "initial" (1.2: "needs-review-translation"), its earlier source a note (1.2: <alt-trans>); what is
/// not translated has no target.
std::string to_xliff(const Exported& exported, XliffVersion version);

/// Reads XLIFF 1.2, 2.0 and 2.1. A text whose codes are not whole is reported (`xliff-code`, with what to do) and left
/// out. Nothing when the file is no XLIFF, is not well-formed XML, ends early or has a DOCTYPE (entities are never
/// resolved): `encoding`, `xliff`.
Result<std::optional<Catalogue>> read_xliff(std::string bytes, const Place& file);

}  // namespace handbill
