// Who wrote and who translated a publication, as its front matter names them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/document.h"

namespace handbill::epub {

/// A person or group, with the name's other spellings where the front matter has them.
struct Creator {
  std::string name;
  std::vector<std::pair<Language, std::string>> other_scripts;  ///< in the front matter's order
};

/// The front matter's `author:` or Hugo's `authors:`: a name, a list of names, or a map from languages to the name as
/// each of them writes it ({en: Sara Haddad, ar: سارة حدّاد}), of which the document's language takes its own, else its
/// parent's, else the first. What is none of these says nothing.
std::vector<Creator> authors(const Document& document);

/// `translator:`: a name or a list of names, or a map from languages to who translated into them, of which only the
/// document's language (or its parent) counts.
std::vector<std::string> translators(const Document& document);

}  // namespace handbill::epub
