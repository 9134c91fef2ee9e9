#include "document/markdown_delimiters.h"

#include <array>
#include <string_view>

#include "document/flanking.h"

namespace handbill {
namespace {

char32_t first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return lead;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  char32_t character = lead & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length && i < text.size(); ++i)
    character = (character << 6) | (static_cast<unsigned char>(text[i]) & 0x3fu);
  return character;
}

char32_t last_character(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0u) == 0x80u) --start;
  return first_character(text.substr(start));
}

bool is_span(const Atom& atom) {
  return atom.kind == Atom::Kind::open || atom.kind == Atom::Kind::close;
}

// cmark looks through ~ when it decides about * and _; whether a literal one will be escaped is not known yet.
Side side_of_text(char32_t character, char for_delimiter) {
  return character == '~' && for_delimiter != '~' ? Side::unsure : side_of(character);
}

Side side_before(const std::vector<Atom>& atoms, std::size_t index, char delimiter) {
  while (index-- > 0) {
    const Atom& atom = atoms[index];
    if (is_span(atom) && atom.separate_after) return Side::punctuation;
    if (is_span(atom) && atom.delimiter == '~' && delimiter != '~' && !atom.separate_before) continue;
    if (atom.kind == Atom::Kind::text) return side_of_text(last_character(atom.text), delimiter);
    return atom.kind == Atom::Kind::address ? Side::unsure : Side::punctuation;
  }
  return Side::space;
}

Side side_after(const std::vector<Atom>& atoms, std::size_t index, char delimiter) {
  while (++index < atoms.size()) {
    const Atom& atom = atoms[index];
    if (is_span(atom) && atom.separate_before) return Side::punctuation;
    if (is_span(atom) && atom.delimiter == '~' && delimiter != '~' && !atom.separate_after) continue;
    if (atom.kind == Atom::Kind::text) return side_of_text(first_character(atom.text), delimiter);
    return atom.kind == Atom::Kind::address ? Side::unsure : Side::punctuation;
  }
  return Side::space;
}

bool touches(const std::vector<Atom>& atoms, std::size_t index, char delimiter) {
  const bool before = index > 0 && is_span(atoms[index - 1]) && atoms[index - 1].delimiter == delimiter &&
                      !atoms[index - 1].separate_after;
  const bool after = index + 1 < atoms.size() && is_span(atoms[index + 1]) && atoms[index + 1].delimiter == delimiter &&
                     !atoms[index + 1].separate_before;
  return before || after;
}

// Whether the pair works with `delimiter` as things stand. Pieces inside it have no delimiter yet (0): they look after
// themselves when their turn comes.
bool works(const std::vector<Atom>& atoms, std::size_t open, char delimiter) {
  const std::size_t close = atoms[open].partner;
  const auto sure = [](Side side) { return side != Side::unsure; };
  const Side open_before = side_before(atoms, open, delimiter);
  const Side open_after = side_after(atoms, open, delimiter);
  const Side close_before = side_before(atoms, close, delimiter);
  const Side close_after = side_after(atoms, close, delimiter);
  return sure(open_before) && sure(open_after) && sure(close_before) && sure(close_after) &&
         flanking(delimiter, open_before, open_after).opens && flanking(delimiter, close_before, close_after).closes &&
         !touches(atoms, open, delimiter) && !touches(atoms, close, delimiter);
}

void choose(std::vector<Atom>& atoms, std::size_t open) {
  const std::size_t close = atoms[open].partner;
  const auto use = [&](char delimiter) { atoms[open].delimiter = atoms[close].delimiter = delimiter; };
  const char preferred = atoms[open].delimiter;
  if (works(atoms, open, preferred)) return;
  if (preferred == '_' && works(atoms, open, '*')) return use('*');
  // An empty comment is punctuation on either side: with it outside, and inside where white space is, any pair works.
  atoms[open].separate_before = atoms[close].separate_after = true;
  const auto needs_comment = [](Side side) { return side == Side::space || side == Side::unsure; };
  atoms[open].separate_after = needs_comment(side_after(atoms, open, preferred));
  atoms[close].separate_before = needs_comment(side_before(atoms, close, preferred));
}

struct Run {
  std::size_t atom = 0;
  std::size_t offset = 0;
  std::size_t length = 0;
  Flanking can;
};

std::vector<Run> literal_runs(const std::vector<Atom>& atoms, char delimiter) {
  std::vector<Run> runs;
  for (std::size_t index = 0; index < atoms.size(); ++index) {
    if (atoms[index].kind != Atom::Kind::text) continue;
    const std::string_view text = atoms[index].text;
    for (std::size_t start = text.find(delimiter); start != std::string_view::npos;) {
      std::size_t end = text.find_first_not_of(delimiter, start);
      if (end == std::string_view::npos) end = text.size();
      const Side before = start == 0 ? side_before(atoms, index, delimiter)
                                     : side_of_text(last_character(text.substr(0, start)), delimiter);
      const Side after = end == text.size() ? side_after(atoms, index, delimiter)
                                            : side_of_text(first_character(text.substr(end)), delimiter);
      const bool at_edge = start == 0 || end == text.size();
      const bool touching = at_edge && touches(atoms, index, delimiter);
      runs.push_back({index, start, end - start, touching ? Flanking{true, true} : flanking(delimiter, before, after)});
      start = text.find(delimiter, end);
    }
  }
  return runs;
}

// Literal runs are harmless when no markup uses their character and none that can open stands before one that can
// close.
bool interact(const std::vector<Atom>& atoms, const std::vector<Run>& runs, char delimiter) {
  for (const Atom& atom : atoms)
    if (atom.kind == Atom::Kind::open && atom.delimiter == delimiter) return true;
  bool opened = false;
  for (const Run& run : runs) {
    if (opened && run.can.closes) return true;
    opened = opened || run.can.opens;
  }
  return false;
}

}  // namespace

void choose_delimiters(std::vector<Atom>& atoms) {
  // Strikethrough first, because the others look through it and have to know whether a comment stands there.
  for (const bool strikethrough : {true, false})
    for (std::size_t index = 0; index < atoms.size(); ++index)
      if (atoms[index].kind == Atom::Kind::open && (atoms[index].delimiter == '~') == strikethrough)
        choose(atoms, index);
}

std::vector<std::vector<bool>> delimiters_to_escape(const std::vector<Atom>& atoms) {
  std::vector<std::vector<bool>> escape(atoms.size());
  for (std::size_t index = 0; index < atoms.size(); ++index)
    if (atoms[index].kind == Atom::Kind::text) escape[index].assign(atoms[index].text.size(), false);
  for (const char delimiter : std::array{'*', '_', '~'}) {
    const std::vector<Run> runs = literal_runs(atoms, delimiter);
    if (!interact(atoms, runs, delimiter)) continue;
    for (const Run& run : runs)
      if (run.can.opens || run.can.closes)
        for (std::size_t i = 0; i < run.length; ++i) escape[run.atom][run.offset + i] = true;
  }
  return escape;
}

}  // namespace handbill
