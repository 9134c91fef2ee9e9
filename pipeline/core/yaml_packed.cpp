#include "core/yaml_packed.h"

#include <algorithm>

namespace handbill::yaml {
namespace {

// A node is its kind (with `quoted_scalar` for a quoted text), its line and column, and what it holds: a text's bytes
// behind their count, a list's nodes behind theirs, a map's keys, each with its place and value. Numbers have seven
// bits in a byte, the lowest first; the high bit says that more follow.
constexpr std::uint8_t quoted_scalar = 4;

class Packer {
 public:
  std::string run(const Node& root) {
    add(root);
    return std::move(out_);
  }

 private:
  void add(const Node& node) {
    out_ += static_cast<char>(node.quoted ? quoted_scalar : static_cast<std::uint8_t>(node.kind));
    add(node.place);
    switch (node.kind) {
      case Kind::null:
        return;
      case Kind::scalar:
        return add(node.scalar);
      case Kind::sequence:
        add(node.items.size());
        for (const Node& item : node.items) add(item);
        return;
      case Kind::mapping:
        add(node.entries.size());
        for (const Entry& entry : node.entries) {
          add(entry.key);
          add(entry.key_place);
          add(entry.value);
        }
    }
  }

  void add(const Place& place) {
    add(std::size_t{place.line});
    add(std::size_t{place.column});
  }

  void add(const std::string& text) {
    add(text.size());
    out_ += text;
  }

  void add(std::size_t number) {
    for (; number >= 0x80; number >>= 7) out_ += static_cast<char>(0x80 | (number & 0x7F));
    out_ += static_cast<char>(number);
  }

  std::string out_;
};

class Unpacker {
 public:
  Unpacker(std::string_view packed, const Place& file) : rest_(packed), file_(file) {}

  Node run() {
    Node root = node();
    if (!rest_.empty()) fail();
    return root;
  }

 private:
  Node node() {
    Node node;
    const std::uint8_t kind = byte();
    if (kind > quoted_scalar) fail();
    node.quoted = kind == quoted_scalar;
    node.kind = node.quoted ? Kind::scalar : static_cast<Kind>(kind);
    node.place = place();
    switch (node.kind) {
      case Kind::null:
        break;
      case Kind::scalar:
        node.scalar = text();
        break;
      case Kind::sequence:
        fill(node.items, [this] { return this->node(); });
        break;
      case Kind::mapping:
        fill(node.entries, [this] { return entry(); });
    }
    return node;
  }

  template <class Item, class Next>
  void fill(std::vector<Item>& items, const Next& next) {
    const std::size_t count = number();
    if (count > rest_.size()) fail();  // each takes a byte at least
    items.reserve(count);
    for (std::size_t i = 0; i < count; ++i) items.push_back(next());
  }

  Entry entry() {
    Entry entry;
    entry.key = text();
    entry.key_place = place();
    entry.value = node();
    return entry;
  }

  Place place() {
    const auto line = static_cast<std::uint32_t>(number());
    return file_.at(line, static_cast<std::uint32_t>(number()));
  }

  std::string text() {
    const std::size_t size = number();
    if (size > rest_.size()) fail();
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }

  std::size_t number() {
    std::size_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t part = byte();
      number |= std::size_t{part & 0x7FU} << shift;
      if (part < 0x80) return number;
    }
    fail();
  }

  std::uint8_t byte() {
    if (rest_.empty()) fail();
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

  [[noreturn]] static void fail() { internal_error("a packed YAML tree is damaged"); }

  std::string_view rest_;
  const Place& file_;
};

}  // namespace

std::string pack(const Node& root) {
  return Packer().run(root);
}

Node unpack(std::string_view packed, const Place& file) {
  return Unpacker(packed, file).run();
}

Result<std::optional<Node>> parse(std::string_view text, const Place& file, const std::vector<KnownText>& known) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownText& one) { return one.text == text; });
  if (found == known.end()) return parse(text, file.at(1, 1));
  return {unpack(found->packed, file), {}};
}

}  // namespace handbill::yaml
