// Writing XML and HTML as text.
//
// Small files are better built as a tree (pugixml). This is for those with a hundred thousand elements: a page drawn
// glyph by glyph.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbill {

/// The text with what XML 1.0 cannot hold (control characters, noncharacters, ill-formed UTF-8) as U+FFFD.
std::string xml_safe(std::string_view text);

/// A name and its value, which is escaped when it is written.
struct Attribute {
  std::string_view name;
  std::string value;
};

class Markup {
 public:
  /// The end of an element; writes its closing tag.
  class Guard {
   public:
    Guard(Markup& markup, std::string_view name) : markup_(&markup), name_(name) {}
    Guard(Guard&& other) noexcept : markup_(std::exchange(other.markup_, nullptr)), name_(other.name_) {}
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    Guard& operator=(Guard&&) = delete;
    ~Guard() {
      if (markup_ != nullptr) markup_->raw("</").raw(name_).raw(">");
    }

   private:
    Markup* markup_;
    std::string_view name_;
  };

  /// Begins an element that ends with the guard. Names are literals and outlive it.
  [[nodiscard]] Guard element(std::string_view name, std::initializer_list<Attribute> attributes = {});

  /// A whole element with text in it and nothing else.
  Markup& element(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text);

  /// An element that holds nothing: <br/>. In HTML only for those that cannot hold anything.
  Markup& empty(std::string_view name, std::initializer_list<Attribute> attributes = {});

  Markup& text(std::string_view text);

  /// What is markup already.
  Markup& raw(std::string_view markup) {
    text_ += markup;
    return *this;
  }

  const std::string& str() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  void tag(std::string_view name, std::initializer_list<Attribute> attributes);

  std::string text_;
};

}  // namespace handbill
