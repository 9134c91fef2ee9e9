#include "text/scripts.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "core/bidi_controls.h"

namespace handbill {
namespace {

constexpr std::size_t deepest_nesting = 64;  // of brackets, of isolates; what is deeper is taken as it comes

bool is_real(UScriptCode script) {
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

UScriptCode script_of(UChar32 c) {
  if (c < 0x80) return u_isalpha(c) ? USCRIPT_LATIN : USCRIPT_COMMON;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

bool is_isolate_start(UChar32 c) {
  return c >= left_to_right_isolate && c <= first_strong_isolate;
}
bool is_isolate_end(UChar32 c) {
  return c == pop_isolate;
}

/// Walks through the text once and knows the script each character falls to.
class ScriptWalk {
 public:
  ScriptWalk(std::u16string_view text, const std::vector<BidiLevel>& levels, UScriptCode standard)
      : text_(text), levels_(levels), standard_(standard) {}

  std::vector<ScriptRun> walk() {
    std::vector<ScriptRun> runs;
    for (std::uint32_t at = 0; at < text_.size();) {
      const std::uint32_t begin = at;
      UChar32 c = 0;
      U16_NEXT(text_.data(), at, text_.size(), c);
      const UScriptCode script = resolve(c, begin);
      if (runs.empty() || runs.back().script != script) runs.push_back({at, script});
      runs.back().end = at;
    }
    return runs;
  }

 private:
  struct Bracket {
    UChar32 closing;
    UScriptCode script;
  };

  UScriptCode resolve(UChar32 c, std::uint32_t at) {
    const UScriptCode own = script_of(c);
    if (is_real(own)) {
      if (own != current_ && !(known() && uscript_hasScript(c, current_))) current_ = own;
      return current_;
    }
    if (own == USCRIPT_INHERITED) return known() ? current_ : script_after(at);
    if (is_isolate_start(c)) return enter_isolate(at);
    if (is_isolate_end(c)) return leave_isolate(at);
    if (UScriptCode opening = USCRIPT_INVALID_CODE; closes_bracket(c, opening)) return current_ = opening;
    const UScriptCode script = of_neighbours(c, at);
    open_bracket(c, script);
    return script;
  }

  bool known() const { return current_ != USCRIPT_COMMON; }

  UScriptCode enter_isolate(std::uint32_t at) {
    if (isolates_.size() < deepest_nesting) isolates_.push_back(current_);
    const UScriptCode script = known() ? current_ : script_after(at);
    current_ = USCRIPT_COMMON;
    return script;
  }

  UScriptCode leave_isolate(std::uint32_t at) {
    if (!isolates_.empty()) {
      current_ = isolates_.back();
      isolates_.pop_back();
    }
    return known() ? current_ : script_after(at);
  }

  void open_bracket(UChar32 c, UScriptCode script) {
    if (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_OPEN) return;
    if (brackets_.size() < deepest_nesting) brackets_.push_back({u_getBidiPairedBracket(c), script});
  }

  bool closes_bracket(UChar32 c, UScriptCode& opening) {
    if (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_CLOSE) return false;
    const auto found =
        std::find_if(brackets_.rbegin(), brackets_.rend(), [&](const Bracket& b) { return b.closing == c; });
    if (found == brackets_.rend()) return false;
    opening = found->script;
    brackets_.erase(found.base() - 1, brackets_.end());
    return true;
  }

  /// Whether the character stands where the text's direction puts it, rather than beside a number.
  bool is_neutral(UChar32 c, std::uint32_t at) const {
    const UCharDirection direction = u_charDirection(c);
    if (direction == U_WHITE_SPACE_NEUTRAL || direction == U_OTHER_NEUTRAL) return true;
    const bool before_digit = at + 1 < text_.size() && u_isdigit(text_[at + 1]);
    return direction == U_COMMON_NUMBER_SEPARATOR && !before_digit;
  }

  /// For a character that scripts share.
  UScriptCode of_neighbours(UChar32 c, std::uint32_t at) {
    if (c >= 0x80 && !uscript_hasScript(c, USCRIPT_COMMON)) return among_its_scripts(c, at);
    if (!known()) return script_after(at);
    if (!stands_against(current_, at) || !is_neutral(c, at)) return current_;
    const UScriptCode next = script_after(at);
    if (!stands_against(next, at)) return next;
    return stands_against(standard_, at) ? current_ : standard_;
  }

  /// For a character that only some scripts share (Script_Extensions).
  UScriptCode among_its_scripts(UChar32 c, std::uint32_t at) {
    for (const UScriptCode candidate : {current_, script_after(at), standard_})
      if (is_real(candidate) && uscript_hasScript(c, candidate)) return current_ = candidate;
    UScriptCode scripts[64];
    UErrorCode status = U_ZERO_ERROR;
    const int count = uscript_getScriptExtensions(c, scripts, 64, &status);
    return U_SUCCESS(status) && count > 0 ? current_ = scripts[0] : standard_;
  }

  /// Whether the character at `at` runs against the script's direction.
  bool stands_against(UScriptCode script, std::uint32_t at) const {
    if (levels_.empty()) return false;
    return (levels_[at] % 2 == 1) != static_cast<bool>(uscript_isRightToLeft(script));
  }

  /// The script of the next character that has one of its own; `standard` when none follows. Looks at each character
  /// once over the whole walk.
  UScriptCode script_after(std::uint32_t at) {
    if (is_real(ahead_script_) && ahead_begin_ >= at) return ahead_script_;
    ahead_script_ = USCRIPT_COMMON;
    ahead_ = std::max(ahead_, at);
    while (ahead_ < text_.size() && !is_real(ahead_script_)) {
      ahead_begin_ = ahead_;
      UChar32 c = 0;
      U16_NEXT(text_.data(), ahead_, text_.size(), c);
      ahead_script_ = script_of(c);
    }
    return is_real(ahead_script_) ? ahead_script_ : standard_;
  }

  std::u16string_view text_;
  const std::vector<BidiLevel>& levels_;
  UScriptCode standard_;
  UScriptCode current_ = USCRIPT_COMMON;
  std::vector<UScriptCode> isolates_;
  std::vector<Bracket> brackets_;
  std::uint32_t ahead_ = 0;
  std::uint32_t ahead_begin_ = 0;
  UScriptCode ahead_script_ = USCRIPT_COMMON;
};

}  // namespace

std::vector<ScriptRun> script_runs(std::u16string_view text, const std::vector<BidiLevel>& levels,
                                   UScriptCode standard) {
  return ScriptWalk(text, levels, standard).walk();
}

}  // namespace handbill
