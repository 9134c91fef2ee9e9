#include "translation/message_pattern.h"

#include <fmt/format.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "core/limits.h"
#include "core/unicode.h"
#include "translation/hidden_characters.h"

namespace handbill {
namespace {

struct Argument {
  std::string name;
  UMessagePatternArgType type = UMSGPAT_ARG_TYPE_NONE;
  std::string format;  ///< UMSGPAT_ARG_TYPE_SIMPLE: "number", "date"
};

// ICU's parser recurses once per argument inside an argument, so depth is bounded before it sees the text.
int brace_depth(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  for (const char character : text) {
    if (character == '{') deepest = std::max(deepest, ++depth);
    if (character == '}') depth = std::max(0, depth - 1);
  }
  return deepest;
}

std::vector<Argument> arguments_of(const icu::MessagePattern& pattern) {
  std::vector<Argument> found;
  const auto text_of = [&](std::int32_t part) {
    std::string text;
    pattern.getSubstring(pattern.getPart(part)).toUTF8String(text);
    return text;
  };
  for (std::int32_t index = 0; index + 2 < pattern.countParts(); ++index) {
    const auto& part = pattern.getPart(index);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
    Argument argument{text_of(index + 1), part.getArgType(), {}};
    if (argument.type == UMSGPAT_ARG_TYPE_SIMPLE) argument.format = text_of(index + 2);
    found.push_back(std::move(argument));
  }
  return found;
}

bool is_blank(const icu::UnicodeString& text) {
  for (std::int32_t index = 0; index < text.length(); index = text.moveIndex32(index, 1))
    if (!u_isUWhiteSpace(text.char32At(index))) return false;
  return true;
}

/// Whether a message says something whatever its arguments are. Those that are quoted do; of a plural's or a select's
/// forms all must, because each may be the only one to be shown.
class SayingSomething {
 public:
  explicit SayingSomething(const icu::MessagePattern& pattern) : pattern_(pattern) {}

  /// `start` is the part that a message, or a form of one, begins with.
  bool holds(std::int32_t start) const {
    const std::int32_t limit = pattern_.getLimitPartIndex(start);
    std::int32_t text = pattern_.getPart(start).getLimit();
    for (std::int32_t part = start + 1; part <= limit; ++part) {
      if (!is_blank(pattern_.getPatternString().tempSubStringBetween(text, pattern_.getPart(part).getIndex())))
        return true;
      const auto type = pattern_.getPartType(part);
      if (type == UMSGPAT_PART_TYPE_REPLACE_NUMBER || type == UMSGPAT_PART_TYPE_INSERT_CHAR) return true;
      if (type == UMSGPAT_PART_TYPE_ARG_START) {
        if (argument_holds(part)) return true;
        part = pattern_.getLimitPartIndex(part);
      }
      text = pattern_.getPart(part).getLimit();
    }
    return false;
  }

 private:
  bool argument_holds(std::int32_t start) const {
    const std::int32_t limit = pattern_.getLimitPartIndex(start);
    for (std::int32_t part = start + 1; part < limit; ++part) {
      if (pattern_.getPartType(part) != UMSGPAT_PART_TYPE_MSG_START) continue;
      if (!holds(part)) return false;
      part = pattern_.getLimitPartIndex(part);
    }
    return true;
  }

  const icu::MessagePattern& pattern_;
};

bool may_format(InterfaceArgument::Kind kind, const Argument& argument) {
  const bool number = kind == InterfaceArgument::Kind::number;
  switch (argument.type) {
    case UMSGPAT_ARG_TYPE_NONE:
      return true;
    case UMSGPAT_ARG_TYPE_PLURAL:
    case UMSGPAT_ARG_TYPE_SELECTORDINAL:
      return number;
    case UMSGPAT_ARG_TYPE_SELECT:
      return !number;
    case UMSGPAT_ARG_TYPE_SIMPLE:
      return number && (argument.format == "number" || argument.format == "spellout" || argument.format == "ordinal");
    case UMSGPAT_ARG_TYPE_CHOICE:
      return false;
  }
  return false;
}

std::string fault_in_words(UErrorCode status, const UParseError& where) {
  if (status == U_UNMATCHED_BRACES) return "has braces { } that do not pair up";
  if (status == U_DEFAULT_KEYWORD_MISSING) return "has a plural or select without an \"other\" form";
  const std::string before = to_utf8(where.preContext);
  const std::string after = to_utf8(where.postContext);
  if (before.empty() && after.empty()) return "is no valid ICU message";
  return fmt::format("is no valid ICU message near \"{}{}\"", before, after);
}

class MessageChecker {
 public:
  explicit MessageChecker(const MessageText& message) : message_(message) {}

  Diagnostics run() {
    if (!is_bounded() || !is_readable()) return std::move(found_);
    UParseError where{};
    UErrorCode status = U_ZERO_ERROR;
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(message_.text.data(), length()));
    const icu::MessagePattern pattern(text, &where, status);
    if (U_FAILURE(status)) {
      report(fault_in_words(status, where), "write it like the English one: \"" + std::string(message_.key.english) + "\"");
      return std::move(found_);
    }
    const auto used = arguments_of(pattern);
    for (const auto& argument : used) check_argument(argument);
    if (found_.empty() && !formats(text)) report("has a number format that ICU does not know", {});
    if (found_.empty() && !SayingSomething(pattern).holds(0))
      report("says nothing for some of its arguments", "write something in each of its forms");
    if (found_.empty()) check_left_out(used);
    return std::move(found_);
  }

 private:
  std::int32_t length() const { return static_cast<std::int32_t>(message_.text.size()); }

  void report(std::string_view what, std::string hint, Severity severity = Severity::error) {
    Diagnostic diagnostic{severity, message_.place, "message", {}, {}};
    diagnostic.message = fmt::format("the message \"{}\" {}", message_.key.key, what);
    if (!hint.empty()) diagnostic.hints.push_back(std::move(hint));
    found_.push_back(std::move(diagnostic));
  }

  bool is_bounded() {
    if (message_.text.size() > limits::message_bytes)
      report(fmt::format("is longer than {} bytes", limits::message_bytes), {});
    else if (brace_depth(message_.text) > limits::message_nesting)
      report(fmt::format("has braces nested deeper than {}", limits::message_nesting), {});
    return found_.empty();
  }

  bool is_readable() {
    const auto what = fmt::format("the message \"{}\"", message_.key.key);
    if (auto hidden = find_hidden_character(message_.text, what, message_.place)) found_.push_back(std::move(*hidden));
    return found_.empty();
  }

  void check_argument(const Argument& argument) {
    const auto& known = message_.key.arguments;
    const auto match = std::find_if(known.begin(), known.end(), [&](const InterfaceArgument& candidate) {
      return candidate.name == argument.name;
    });
    if (match == known.end())
      report(fmt::format("has no argument {{{}}}", argument.name), known_arguments());
    else if (!may_format(match->kind, argument))
      report(fmt::format("cannot use {{{}}} like that", argument.name),
             match->kind == InterfaceArgument::Kind::number
                 ? "it is a number: it can be quoted, formatted or counted by"
                 : "it is a text: it can be quoted or selected by");
  }

  std::string known_arguments() const {
    if (message_.key.arguments.empty())
      return "take the braces and what is in them away: this message has no arguments";
    std::string names;
    for (const auto& argument : message_.key.arguments)
      names += fmt::format("{}{{{}}}", names.empty() ? "" : ", ", argument.name);
    return "use the English names, untranslated: " + names;
  }

  // Styles of numbers are only read when a number is formatted.
  bool formats(const icu::UnicodeString& text) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(text, icu::Locale::getRoot(), status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& argument : message_.key.arguments) {
      names.push_back(icu::UnicodeString::fromUTF8(argument.name));
      if (argument.kind == InterfaceArgument::Kind::number)
        values.emplace_back(std::int64_t{1});
      else
        values.emplace_back(icu::UnicodeString());
    }
    icu::UnicodeString out;
    format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out, status);
    return U_SUCCESS(status) != 0;
  }

  void check_left_out(const std::vector<Argument>& used) {
    for (const auto& argument : message_.key.arguments) {
      const bool present = std::any_of(used.begin(), used.end(),
                                       [&](const Argument& candidate) { return candidate.name == argument.name; });
      if (!present)
        report(fmt::format("leaves out {{{}}}", argument.name),
               "put it where it belongs in the sentence, spelt exactly so", Severity::warning);
    }
  }

  const MessageText& message_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_message(const MessageText& message) {
  return MessageChecker(message).run();
}

std::set<std::string> formatted_arguments(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern pattern(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), nullptr,
      status);
  std::set<std::string> names;
  for (auto& argument : arguments_of(pattern))
    if (argument.type != UMSGPAT_ARG_TYPE_NONE) names.insert(std::move(argument.name));
  return names;
}

}  // namespace handbill
