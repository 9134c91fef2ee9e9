#include "text/pattern_pack.h"

#include <cstdint>
#include <cstring>

namespace handbill {
namespace {

constexpr std::int32_t no_state = -1;
constexpr std::size_t alignment = 8;

/// What a dictionary begins with. Its states, transitions and strings follow, and then the next level's.
struct PackedHead {
  std::int32_t states = 0;
  std::int32_t transitions = 0;
  std::int32_t string_bytes = 0;
  std::int32_t nohyphen = no_state;  ///< offset of the first of nohyphenl + 1 strings
  std::int32_t nohyphenl = 0;
  std::int32_t utf8 = 0;
  std::int32_t has_next = 0;
  char lhmin = 0;
  char rhmin = 0;
  char clhmin = 0;
  char crhmin = 0;
  char cset[MAX_NAME] = {};
  char unused[4] = {};
};
static_assert(sizeof(PackedHead) % alignment == 0);

/// A state of libhyphen's automaton, its strings by their offsets.
struct PackedState {
  std::int32_t match = no_state;
  std::int32_t repl = no_state;
  std::int32_t fallback = 0;
  std::int32_t first_transition = 0;
  std::int32_t transitions = 0;
  std::int8_t replindex = 0;
  std::int8_t replcut = 0;
  std::int16_t unused = 0;
};
static_assert(sizeof(PackedState) % alignment == 0 && sizeof(HyphenTrans) % alignment == 0);

class Packer {
 public:
  explicit Packer(const HyphenDict& patterns) : patterns_(patterns) {}

  std::string run() {
    for (int i = 0; i < patterns_.num_states; ++i) add(patterns_.states[i]);
    PackedHead head{
        .states = patterns_.num_states,
        .nohyphen = patterns_.nohyphen == nullptr ? no_state : add_list(patterns_.nohyphen, patterns_.nohyphenl),
        .nohyphenl = patterns_.nohyphenl,
        .utf8 = patterns_.utf8,
        .has_next = patterns_.nextlevel != nullptr ? 1 : 0,
        .lhmin = patterns_.lhmin,
        .rhmin = patterns_.rhmin,
        .clhmin = patterns_.clhmin,
        .crhmin = patterns_.crhmin};
    strings_.resize((strings_.size() + alignment - 1) / alignment * alignment);
    head.transitions = transition_count_;
    head.string_bytes = static_cast<std::int32_t>(strings_.size());
    // What is after the name's end is whatever was there.
    std::string_view(patterns_.cset).copy(head.cset, sizeof head.cset - 1);
    std::string out = bytes_of(head) + states_ + transitions_ + strings_;
    if (patterns_.nextlevel != nullptr) out += pack(*patterns_.nextlevel);
    return out;
  }

 private:
  template <class Item>
  static std::string bytes_of(const Item& item) {
    return {reinterpret_cast<const char*>(&item), sizeof item};
  }

  void add(const HyphenState& state) {
    const bool respells = state.repl != nullptr;  // else libhyphen leaves where unset
    states_ += bytes_of(PackedState{.match = add(state.match),
                                    .repl = add(state.repl),
                                    .fallback = state.fallback_state,
                                    .first_transition = transition_count_,
                                    .transitions = state.num_trans,
                                    .replindex = respells ? state.replindex : std::int8_t{0},
                                    .replcut = respells ? state.replcut : std::int8_t{0}});
    for (int i = 0; i < state.num_trans; ++i) {
      HyphenTrans transition;
      std::memset(&transition, 0, sizeof transition);  // the bytes between its members, too
      transition.ch = state.trans[i].ch;
      transition.new_state = state.trans[i].new_state;
      transitions_ += bytes_of(transition);
    }
    transition_count_ += state.num_trans;
  }

  std::int32_t add(const char* string) { return string == nullptr ? no_state : add_list(string, 0); }

  /// A string and so many more that follow it.
  std::int32_t add_list(const char* strings, int more) {
    const auto offset = static_cast<std::int32_t>(strings_.size());
    for (int i = 0; i <= more; ++i) {
      const std::size_t size = std::strlen(strings) + 1;
      strings_.append(strings, size);
      strings += size;
    }
    return offset;
  }

  const HyphenDict& patterns_;
  std::string states_;
  std::string transitions_;
  std::string strings_;
  std::int32_t transition_count_ = 0;
};

/// libhyphen's pointers are not const, but it writes nothing when it hyphenates.
template <class Item>
Item* items_at(std::string_view bytes) {
  return reinterpret_cast<Item*>(const_cast<char*>(bytes.data()));
}

/// A dictionary and what it points to, beside what it finds in the packed bytes.
struct Level {
  HyphenDict patterns{};
  std::vector<HyphenState> states;
  std::shared_ptr<HyphenDict> next;
};

}  // namespace

std::string pack(const HyphenDict& patterns) {
  return Packer(patterns).run();
}

std::shared_ptr<HyphenDict> unpack_patterns(std::string_view packed) {
  const auto take = [&](std::size_t size) {
    const std::string_view taken = packed.substr(0, size);
    packed.remove_prefix(size);
    return taken;
  };
  const PackedHead& head = *items_at<PackedHead>(take(sizeof(PackedHead)));
  const auto count = static_cast<std::size_t>(head.states);
  const PackedState* const states = items_at<PackedState>(take(count * sizeof(PackedState)));
  HyphenTrans* const transitions =
      items_at<HyphenTrans>(take(static_cast<std::size_t>(head.transitions) * sizeof(HyphenTrans)));
  char* const strings = items_at<char>(take(static_cast<std::size_t>(head.string_bytes)));
  const auto string = [&](std::int32_t offset) { return offset == no_state ? nullptr : strings + offset; };

  const auto level = std::make_shared<Level>();
  level->states.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const PackedState& state = states[i];
    level->states.push_back({.match = string(state.match),
                             .repl = string(state.repl),
                             .replindex = state.replindex,
                             .replcut = state.replcut,
                             .fallback_state = state.fallback,
                             .num_trans = state.transitions,
                             .trans = transitions + state.first_transition});
  }
  if (head.has_next != 0) level->next = unpack_patterns(packed);
  level->patterns = {.lhmin = head.lhmin,
                     .rhmin = head.rhmin,
                     .clhmin = head.clhmin,
                     .crhmin = head.crhmin,
                     .nohyphen = string(head.nohyphen),
                     .nohyphenl = head.nohyphenl,
                     .num_states = head.states,
                     .cset = {},
                     .utf8 = head.utf8,
                     .states = level->states.data(),
                     .nextlevel = level->next.get()};
  std::memcpy(level->patterns.cset, head.cset, sizeof head.cset);
  return {level, &level->patterns};
}

}  // namespace handbill
