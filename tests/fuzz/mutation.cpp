#include "fuzz/mutation.h"

#include <algorithm>
#include <sstream>

namespace handbill::fuzz {
namespace {

std::size_t below(std::size_t limit, std::mt19937& random) {
  return random() % limit;
}

const std::string& any(const std::vector<std::string>& all, std::mt19937& random) {
  return all[below(all.size(), random)];
}

std::string piece_of(const std::string& text, std::mt19937& random) {
  const std::size_t begin = below(text.size() + 1, random);
  return text.substr(begin, 1 + below(40, random));
}

void change(std::string& text, const std::vector<std::string>& seeds, const std::vector<std::string>& dictionary,
            std::mt19937& random) {
  const std::size_t at = below(text.size() + 1, random);
  const std::size_t length = std::min(below(20, random), text.size() - at);
  switch (below(6, random)) {
    case 0:
      text.replace(at, std::min<std::size_t>(1, length), 1, static_cast<char>(below(256, random)));
      break;
    case 1:
      text.erase(at, length);
      break;
    case 2:
      text.insert(at, text.substr(at, length));
      break;
    case 3:
      text.replace(at, length, piece_of(any(seeds, random), random));
      break;
    default:
      if (!dictionary.empty()) text.insert(at, any(dictionary, random));
      break;
  }
}

char hex(const std::string& digits) {
  return static_cast<char>(std::stoi(digits, nullptr, 16));
}

}  // namespace

std::string mutated(const std::vector<std::string>& seeds, const std::vector<std::string>& dictionary,
                    std::mt19937& random) {
  std::string text = any(seeds, random);
  for (std::size_t changes = 1 + below(6, random); changes > 0; --changes) change(text, seeds, dictionary, random);
  return text;
}

std::vector<std::string> read_dictionary(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.size() < 2 || line.front() != '"' || line.back() != '"') continue;
    std::string& word = words.emplace_back();
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      if (line[i] != '\\') {
        word += line[i];
      } else if (line[i + 1] == 'x') {
        word += hex(line.substr(i + 2, 2));
        i += 3;
      } else {
        word += line[++i];
      }
    }
  }
  return words;
}

}  // namespace handbill::fuzz
