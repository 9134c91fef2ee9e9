// The publication's XHTML files.
#pragma once

#include <string>

#include "render/epub/notes.h"
#include "render/epub/plan.h"
#include "translation/interface.h"

namespace handbill::epub {

/// What every page is made from. Borrowed.
struct PageInput {
  const Document& document;
  const Plan& plan;
  const Interface& words;
  CoverKind cover = CoverKind::text;
  const Document* source = nullptr;  ///< the document in its source language; may be null
};

/// The cover: the picture of it, or else kicker, title and feature image.
std::string cover_page(const PageInput& input);

/// A content document with the notes that it mentions first. To be called in reading order; the last one takes in the
/// notes that nothing mentions.
std::string content_page(const PageInput& input, const ContentFile& file, NoteBook& notes);

/// Table of contents and landmarks.
std::string navigation_page(const PageInput& input);

inline constexpr const char* cover_picture_file = "cover.svg";
inline constexpr const char* navigation_file = "nav.xhtml";
inline constexpr const char* stylesheet_file = "style.css";

}  // namespace handbill::epub
