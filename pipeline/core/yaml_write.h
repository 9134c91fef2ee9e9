// Text as a YAML scalar, in the styles people write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace handbill::yaml {

/// Where a scalar stands: inside [ ] and { } commas and brackets mean something too.
enum class Context : std::uint8_t { block, flow };

/// Whether `text` may stand without quotes, and every YAML reader takes it for text: it is no number, no "yes", no
/// "null", and has nothing in it that means something else.
bool may_be_plain(std::string_view text, Context context = Context::block);

/// `text` in double quotes, on one line. Controls and characters that reorder text are written as escapes.
std::string double_quoted(std::string_view text);

/// Whether single quotes can hold `text`: they have no escapes.
bool may_be_single_quoted(std::string_view text);
std::string single_quoted(std::string_view text);

/// `text` without quotes where that is safe, else in double quotes.
std::string scalar(std::string_view text, Context context = Context::block);

/// `text` as the lines of a folded block, each indented by `indent`, none wider than `width` columns where words allow;
/// no newline at the end. For text whose white space is folded.
std::string folded_lines(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace handbill::yaml
