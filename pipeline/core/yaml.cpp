#include "core/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>

#include "core/limits.h"
#include "core/unicode.h"
#include "core/yaml_faults.h"

namespace handbill::yaml {
namespace {

/// Thrown through yaml-cpp, which knows no other way to stop.
struct Refusal {
  Diagnostic diagnostic;
};

/// Turns yaml-cpp's marks, which count bytes, into places.
class Places {
 public:
  Places(std::string_view text, const Place& start) : text_(text), start_(start) {
    lines_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      lines_.push_back(at + 1);
  }

  std::size_t offset_of(const YAML::Mark& mark) const {
    return mark.pos < 0 ? text_.size() : std::min(static_cast<std::size_t>(mark.pos), text_.size());
  }

  Place place_of(std::size_t offset) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
    const auto line = static_cast<std::size_t>(after - lines_.begin()) - 1;
    const Place in_line = handbill::place_of(text_.substr(lines_[line]), offset - lines_[line], start_);
    const std::uint32_t before = std::max(start_.line, 1U) - 1;
    const std::uint32_t indent = line == 0 ? std::max(start_.column, 1U) - 1 : 0;
    return start_.at(before + static_cast<std::uint32_t>(line) + 1, indent + in_line.column);
  }

  Place place_of(const YAML::Mark& mark) const { return place_of(offset_of(mark)); }

  /// The text from a mark on.
  std::string_view rest_at(const YAML::Mark& mark) const { return text_.substr(offset_of(mark)); }

  /// A block's text starts on the first line below its "|" that has any.
  Place place_of_scalar(const YAML::Mark& mark, std::string_view value) const {
    const std::size_t at = offset_of(mark);
    if (value.empty() || at >= text_.size() || (text_[at] != '|' && text_[at] != '>')) return place_of(at);
    const std::size_t line_end = text_.find('\n', at);
    if (line_end == std::string_view::npos) return place_of(at);
    const std::size_t first = text_.find_first_not_of(" \n", line_end);
    return place_of(first == std::string_view::npos ? at : first);
  }

 private:
  std::string_view text_;
  Place start_;
  std::vector<std::size_t> lines_;
};

/// Builds the tree from yaml-cpp's events, holding the open lists and maps on a stack of its own.
class Builder final : public YAML::EventHandler {
 public:
  Builder(const Places& places, Diagnostics& diagnostics) : places_(places), diagnostics_(diagnostics) {}

  Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    if (places_.rest_at(mark).starts_with("---") || places_.rest_at(mark).starts_with("..."))
      refuse("yaml", mark, "a second document starts here", "keep one document in a file");
    refuse("yaml", mark, "this line does not fit what stands above it",
           "check that it starts in the same column as its neighbours and has the form name: value");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    refuse_name_alone(mark);
    Node node;
    node.place = place_of_nothing(mark);
    add(mark, std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_alias(mark); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    Node node;
    node.kind = Kind::scalar;
    node.place = places_.place_of_scalar(mark, value);
    node.scalar = value;
    node.quoted = tag == "!";  // yaml-cpp's sign for everything that is not plain
    add(mark, std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Kind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_anchor(mark, 1); }

 private:
  struct Open {
    Node node;
    std::optional<Entry> entry;  ///< the key that waits for its value
    std::size_t key_offset = 0;
    std::map<std::string, Place> seen;
  };

  [[noreturn]] void refuse(std::string code, const YAML::Mark& mark, std::string message, std::string hint) const {
    throw Refusal{{Severity::error, places_.place_of(mark), std::move(code), std::move(message), {std::move(hint)}}};
  }

  [[noreturn]] void refuse_alias(const YAML::Mark& mark) const {
    refuse("yaml-alias", mark, "text that starts with \"*\" is an alias, which is not allowed here",
           "put the text in quotes");
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor == YAML::NullAnchor) return;
    refuse("yaml-alias", mark, "text that starts with \"&\" is an anchor, which is not allowed here",
           "put the text in quotes");
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    if (tag.empty() || tag == "?" || tag == "!") return;
    refuse("yaml", mark, "text that starts with \"!\" is a tag, which is not allowed here", "put the text in quotes");
  }

  // yaml-cpp takes a line that is only a name for a name without a value, and says that the value is where the name is.
  void refuse_name_alone(const YAML::Mark& mark) const {
    if (stack_.empty() || !stack_.back().entry || places_.offset_of(mark) != stack_.back().key_offset) return;
    refuse("yaml", mark, fmt::format("no colon and value follow \"{}\"", stack_.back().entry->key),
           "write name: value, or indent the line when it goes on with the text above");
  }

  // yaml-cpp notices that a value is missing at the next thing it finds, perhaps lines below.
  Place place_of_nothing(const YAML::Mark& mark) const {
    const Place place = places_.place_of(mark);
    if (stack_.empty() || !stack_.back().entry) return place;
    const Place& key = stack_.back().entry->key_place;
    return place.line == key.line ? place : key;
  }

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (stack_.size() >= static_cast<std::size_t>(limits::yaml_nesting)) {
      refuse("yaml-nesting", mark, fmt::format("lists and maps are nested deeper than {}", limits::yaml_nesting),
             "write it with fewer levels");
    }
    if (awaits_key()) refuse_key(mark);
    count(mark);
    Open opened;
    opened.node.kind = kind;
    opened.node.place = places_.place_of(mark);
    stack_.push_back(std::move(opened));
  }

  void close() {
    Node node = std::move(stack_.back().node);
    stack_.pop_back();
    attach(std::move(node));
  }

  void add(const YAML::Mark& mark, Node&& node) {
    count(mark);
    if (!awaits_key()) return attach(std::move(node));
    if (node.kind != Kind::scalar) refuse_key(mark);
    add_key(mark, std::move(node));
  }

  [[noreturn]] void refuse_key(const YAML::Mark& mark) const {
    if (places_.rest_at(mark).starts_with("{"))
      refuse("yaml", mark, "text that starts with \"{\" needs quotes", "put the text in quotes");
    refuse("yaml", mark, "a key must be plain text", "write it as name: value");
  }

  void count(const YAML::Mark& mark) {
    if (++nodes_ > limits::yaml_nodes) {
      refuse("yaml-nesting", mark, fmt::format("more than {} texts and lists in one file", limits::yaml_nodes),
             "split the file");
    }
  }

  bool awaits_key() const {
    return !stack_.empty() && stack_.back().node.kind == Kind::mapping && !stack_.back().entry;
  }

  void add_key(const YAML::Mark& mark, Node&& key) {
    Open& map = stack_.back();
    const auto [first, fresh] = map.seen.emplace(key.scalar, key.place);
    if (!fresh) {
      diagnostics_.push_back({Severity::error,
                              key.place,
                              "yaml-duplicate-key",
                              fmt::format("the key \"{}\" stands here twice", key.scalar),
                              {fmt::format("remove this one or the one at line {}", first->second.line)}});
    }
    map.key_offset = places_.offset_of(mark);
    map.entry = Entry{std::move(key.scalar), key.place, {}};
  }

  void attach(Node&& node) {
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = stack_.back();
    if (parent.node.kind == Kind::sequence) {
      parent.node.items.push_back(std::move(node));
      return;
    }
    parent.entry->value = std::move(node);
    parent.node.entries.push_back(std::move(*parent.entry));
    parent.entry.reset();
  }

  const Places& places_;
  Diagnostics& diagnostics_;
  std::vector<Open> stack_;
  Node root_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

// yaml-cpp takes one of them for the end of the file.
std::optional<Diagnostic> find_control_character(std::string_view text, const Places& places) {
  const auto forbidden = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
  };
  const auto found = std::find_if(text.begin(), text.end(), forbidden);
  if (found == text.end()) return std::nullopt;
  return Diagnostic{
      Severity::error,
      places.place_of(static_cast<std::size_t>(found - text.begin())),
      "yaml",
      fmt::format("the invisible control character U+{:04X} stands in the text", static_cast<unsigned char>(*found)),
      {"remove it"}};
}

// yaml-cpp holds back every token of a bracketed list until the line ends, because the list may yet turn out to be a
// key, and looks through all of them at each: a line of a megabyte would take it hours.
std::optional<Diagnostic> find_endless_line(std::string_view text, const Places& places) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    const auto marks = std::count_if(
        line.begin(), line.end(), [](char c) { return std::string_view("[]{},:").find(c) != std::string_view::npos; });
    if (static_cast<std::size_t>(marks) > limits::yaml_line_marks &&
        line.find_first_of("[{") != std::string_view::npos) {
      return Diagnostic{
          Severity::error,
          places.place_of(start),
          "yaml-nesting",
          fmt::format("more than {} brackets, commas and colons stand on one line", limits::yaml_line_marks),
          {"break the line"}};
    }
    start = end + 1;
  }
  return std::nullopt;
}

/// yaml-cpp overlooks a quote that is never closed when the file ends right after a line feed: a comment there makes it
/// look.
std::string with_visible_end(std::string_view text) {
  std::string ended(text);
  if (ended.ends_with('\n')) ended += '#';
  return ended;
}

Diagnostic explained(const YAML::ParserException& error, std::string_view text, const Places& places) {
  Fault fault = explain(text, places.offset_of(error.mark), error.msg);
  return {Severity::error, places.place_of(fault.offset), std::move(fault.code), std::move(fault.message),
          std::move(fault.hints)};
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "nothing";
    case Kind::scalar:
      return "text";
    case Kind::sequence:
      return "a list";
    case Kind::mapping:
      return "a map";
  }
  internal_error("a kind of YAML node without a name");
}

const Node* Node::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

Result<std::optional<Node>> parse(std::string_view text, const Place& start) {
  Result<std::optional<Node>> result;
  const Places places(text, start);
  for (const auto find : {find_control_character, find_endless_line}) {
    if (auto found = find(text, places)) {
      result.diagnostics.push_back(std::move(*found));
      return result;
    }
  }
  Builder builder(places, result.diagnostics);
  try {
    std::istringstream stream{with_visible_end(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (Refusal& refusal) {
    result.diagnostics.push_back(std::move(refusal.diagnostic));
  } catch (const YAML::ParserException& error) {
    result.diagnostics.push_back(explained(error, text, places));
  }
  if (!has_errors(result.diagnostics)) {
    result.value = builder.take();
    if (result.value->place.line == 0) result.value->place = places.place_of(0);
  }
  return result;
}

}  // namespace handbill::yaml
