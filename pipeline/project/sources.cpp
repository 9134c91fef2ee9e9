#include "project/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "project/misuse.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

bool is_markdown(const fs::path& path) {
  return path.extension() == ".md" || path.extension() == ".markdown";
}

/// Files are gathered by document, so that a whole page in another language takes that language from the others.
class Search {
 public:
  explicit Search(const SourceQuery& query) : query_(query) {}

  Result<std::vector<SourceFile>> run() {
    if (query_.documents.empty()) {
      add_content();
    } else {
      for (const std::string& document : query_.documents) add_document(document);
    }
    return std::move(result_);
  }

 private:
  void add_content() {
    const fs::path folder = query_.project.content();
    std::map<std::string, std::vector<fs::path>> pages;
    for (const std::string& name : query_.files.names_in(folder))
      if (is_markdown(name)) pages[split_file_name(name).name].push_back(folder / name);
    for (const auto& [name, paths] : pages) add_page(paths);
    if (!pages.empty()) return;
    if (query_.files.read(folder, 0).status == ReadResult::Status::outside) {
      report("content-outside", "content/ is a symbolic link that leads out of the project",
             "put the folder itself there, or name a document in it: handbill build page.md");
    } else {
      report("nothing-to-build", "there is no document in content/",
             "put a Markdown file into content/, or name one: handbill build page.md");
    }
  }

  // Without a page in the source language there are only pages that stand for themselves.
  void add_page(const std::vector<fs::path>& paths) {
    const auto base =
        std::find_if(paths.begin(), paths.end(), [](const fs::path& path) { return !split_file_name(path).language; });
    if (base != paths.end()) return add_with_variants(*base);
    for (const fs::path& path : paths) add_alone(path);
  }

  void add_document(const std::string& document) {
    const std::optional<fs::path> path = locate(document);
    if (!path) {
      report("no-document", fmt::format("there is no document \"{}\"", document), suggestion(document, known_names()));
    } else if (split_file_name(*path).language) {
      add_alone(*path);
    } else {
      add_with_variants(*path);
    }
  }

  std::optional<fs::path> locate(const std::string& document) const {
    if (query_.files.exists(document) && is_markdown(document)) return fs::path(document);
    const fs::path in_content = query_.project.content() / document;
    if (is_markdown(in_content) && query_.files.exists(in_content)) return in_content;
    const fs::path named = in_content.string() + ".md";
    if (query_.files.exists(named)) return named;
    // Whoever names a folder or a file of another kind is told so when it is read.
    if (query_.files.exists(document)) return fs::path(document);
    return std::nullopt;
  }

  std::vector<std::string> known_names() const {
    std::vector<std::string> names;
    for (const std::string& name : query_.files.names_in(query_.project.content()))
      if (is_markdown(name)) names.push_back(fs::path(name).stem().string());
    return names;
  }

  void add_alone(const fs::path& path) {
    const FileName file = split_file_name(path);
    const Language language = file.language.value_or(query_.project.source);
    add({path, file.name, language, query_.locales.empty() ? std::vector{language} : query_.locales});
  }

  void add_with_variants(const fs::path& path) {
    SourceFile page{path, split_file_name(path).name, query_.project.source, wanted_locales(path)};
    const bool some = !page.locales.empty();
    std::erase_if(page.locales, [&](const Language& locale) { return add_variant(path, locale); });
    // All languages have pages of their own: nothing is left to be made from this one.
    if (some && page.locales.empty()) return;
    add(std::move(page));
  }

  std::vector<Language> wanted_locales(const fs::path& path) const {
    if (!query_.locales.empty()) return query_.locales;
    return in_project(path) ? query_.project.locales : std::vector<Language>();
  }

  bool in_project(const fs::path& path) const {
    const fs::path folder = query_.project.folder.empty() ? fs::path(".") : query_.project.folder;
    const fs::path root = fs::absolute(folder / "").lexically_normal();
    const fs::path from_root = fs::absolute(path).lexically_normal().lexically_relative(root);
    return !from_root.empty() && *from_root.begin() != "..";
  }

  bool add_variant(const fs::path& path, const Language& locale) {
    fs::path variant = path;
    variant.replace_extension("." + locale.tag() + path.extension().string());
    if (!query_.files.exists(variant)) return false;
    add({variant, split_file_name(path).name, locale, {locale}});
    return true;
  }

  // A file that is named twice is read once.
  void add(SourceFile file) {
    if (known_.insert(file.path.lexically_normal()).second) result_.value.push_back(std::move(file));
  }

  void report(std::string code, std::string message, std::string hint) {
    Diagnostic error{Severity::error, {}, std::move(code), std::move(message), {}};
    if (!hint.empty()) error.hints.push_back(std::move(hint));
    result_.diagnostics.push_back(std::move(error));
  }

  const SourceQuery& query_;
  std::set<fs::path> known_;
  Result<std::vector<SourceFile>> result_;
};

}  // namespace

FileName split_file_name(const fs::path& path) {
  const fs::path stem = path.stem();
  const std::string suffix = stem.extension().string();
  if (suffix.size() > 1 && stem.stem() != stem) {
    if (const auto language = Language::parse(suffix.substr(1))) return {stem.stem().string(), language};
  }
  return {stem.string(), std::nullopt};
}

Result<std::vector<SourceFile>> find_sources(const SourceQuery& query) {
  return Search(query).run();
}

}  // namespace handbill
