#include "text/font_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include "core/limits.h"
#include "core/unicode.h"
#include "core/yaml_packed.h"
#include "text/font_catalogue.h"
#include "text/paragraph_shape.h"
#include "text/segmenters.h"

namespace handbill {

namespace embedded {
std::vector<yaml::KnownText> font_lists();
}

namespace {

using Bounds = std::optional<std::filesystem::path>;

/// A font file that is opened when it is first needed.
class FontFile {
 public:
  /// No link may lead out of `bounds` on the way to it.
  FontFile(std::filesystem::path path, Place place, const Bounds& bounds)
      : path_(std::move(path)), place_(std::move(place)), bounds_(bounds) {}

  /// Null when it is no usable font.
  const FacePtr& face() const {
    std::call_once(opened_, [this] { open(); });
    return face_;
  }

  /// What kept it from being used, once failed() says that something did.
  Diagnostic problem() const {
    return {Severity::error,
            place_,
            "font",
            fmt::format("the font file \"{}\" cannot be used: {}", path_.filename().string(), reason_),
            {"replace it, or take it out of the fonts folder"}};
  }

  bool failed() const { return failed_.load(); }

  /// Null unless it was needed and could be used.
  const Face* opened_face() const { return usable_.load() ? face_.get() : nullptr; }

 private:
  void open() const {
    try {
      face_ = Face::open(path_, reason_, bounds_);
    } catch (const MachineError& error) {
      reason_ = error.what();
    }
    failed_ = face_ == nullptr;
    usable_ = face_ != nullptr;
  }

  std::filesystem::path path_;
  Place place_;
  Bounds bounds_;
  mutable std::once_flag opened_;
  mutable std::atomic<bool> failed_ = false;
  mutable std::atomic<bool> usable_ = false;
  mutable FacePtr face_;
  mutable std::string reason_;
};

/// The files in the fonts folder that fonts.yaml does not name, in the order of their names.
class UnlistedFiles {
 public:
  UnlistedFiles(std::filesystem::path folder, std::set<std::string> listed, Bounds bounds)
      : folder_(std::move(folder)), listed_(std::move(listed)), bounds_(std::move(bounds)) {}

  const std::deque<FontFile>& files() const {
    std::call_once(once_, [this] { scan(); });
    return files_;
  }

  bool scanned() const { return scanned_.load(); }

 private:
  void scan() const {
    std::error_code error;
    std::vector<std::filesystem::path> found;
    for (std::filesystem::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error))
      if (entry->path().extension() == ".ttf" && listed_.count(entry->path().filename().string()) == 0)
        found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    for (const auto& path : found) files_.emplace_back(path, Place::in_file(path.string()), bounds_);
    scanned_ = true;
  }

  std::filesystem::path folder_;
  std::set<std::string> listed_;
  Bounds bounds_;
  mutable std::once_flag once_;
  mutable std::atomic<bool> scanned_ = false;
  mutable std::deque<FontFile> files_;
};

bool covers(const Face& face, std::u32string_view characters) {
  return std::all_of(characters.begin(), characters.end(), [&](char32_t c) { return face.glyph(c).has_value(); });
}

class LazyFaceList final : public FaceList {
 public:
  LazyFaceList(std::vector<const FontFile*> files, const UnlistedFiles& unlisted, const std::filesystem::path& folder)
      : files_(std::move(files)), unlisted_(unlisted), folder_(folder) {}

  const FacePtr& front() const override {
    for (const FontFile* file : files_)
      if (file->face()) return file->face();
    for (const FontFile& file : unlisted_.files())
      if (file.face()) return file.face();
    throw MachineError(fmt::format("{} holds no font that can be used.", folder_.string()));
  }

  FacePtr covering(std::u32string_view characters) const override {
    for (const FontFile* file : files_)
      if (file->face() && covers(*file->face(), characters)) return file->face();
    for (const FontFile& file : unlisted_.files())
      if (file.face() && covers(*file.face(), characters)) return file.face();
    return nullptr;
  }

 private:
  std::vector<const FontFile*> files_;
  const UnlistedFiles& unlisted_;
  const std::filesystem::path& folder_;
};

std::set<std::string> listed_files(const FontCatalogue& catalogue) {
  std::set<std::string> names;
  for (const auto& family : catalogue.families)
    for (const auto& face : family.faces) names.insert(face.file);
  return names;
}

constexpr int bold = 700;

FontRequest emphasised_for(FontRequest request, std::string_view script) {
  const bool slants = script == "Latn" || script == "Grek" || script == "Cyrl";
  if (!request.italic || slants) return request;
  request.italic = false;
  request.weight = std::max(request.weight, bold);
  return request;
}

class CataloguedLibrary final : public FontLibrary {
 public:
  /// `catalogue` has only faces whose files are there.
  CataloguedLibrary(std::filesystem::path folder, FontCatalogue catalogue, std::set<std::string> listed,
                    const Bounds& bounds)
      : folder_(std::move(folder)), catalogue_(std::move(catalogue)), unlisted_(folder_, std::move(listed), bounds) {
    for (const auto& family : catalogue_.families) {
      first_file_.push_back(files_.size());
      for (const auto& face : family.faces) files_.emplace_back(folder_ / face.file, face.place, bounds);
    }
    for (const auto& role : catalogue_.roles) roles_.push_back(role.name);
  }

  const FaceList& faces(const FontRequest& asked, std::string_view script) const override {
    const FontRequest request = emphasised_for(asked, script);
    const std::lock_guard lock(mutex_);
    const auto key = std::tuple(request.role, request.weight, request.italic, std::string(script));
    if (const auto found = lists_.find(key); found != lists_.end()) return found->second;
    return lists_.try_emplace(key, files_for(request, script), unlisted_, folder_).first->second;
  }

  const std::vector<std::string>& roles() const override { return roles_; }

  Diagnostics problems() const override {
    Diagnostics problems;
    for (const auto& file : files_)
      if (file.failed()) problems.push_back(file.problem());
    if (!unlisted_.scanned()) return problems;
    for (const auto& file : unlisted_.files())
      if (file.failed()) problems.push_back(file.problem());
    return problems;
  }

  const std::shared_ptr<const Segmenters>& segmenters() const override { return segmenters_; }
  const ShapeCache& shapes() const override { return shapes_; }

  TypeFiles files_used() const override {
    TypeFiles used;
    const auto add = [&](const FontFile& file) {
      if (const Face* face = file.opened_face()) used.fonts.push_back({face->path(), face->file_bytes()});
    };
    for (const auto& file : files_) add(file);
    if (unlisted_.scanned()) {
      used.searched = folder_;
      for (const auto& file : unlisted_.files()) add(file);
    }
    used.patterns = segmenters_->pattern_files();
    return used;
  }

 private:
  std::vector<const FontFile*> files_for(const FontRequest& request, std::string_view script) const {
    std::vector<const FontFile*> files;
    const auto add = [&](const std::vector<ScriptFamilies>& list, std::string_view wanted) {
      if (const auto* entry = find_script(list, wanted))
        for (const std::size_t family : entry->families) add_nearest(files, family, request);
    };
    for (const auto& role : catalogue_.roles) {
      if (role.name != request.role) continue;
      add(role.scripts, script);
      add(role.scripts, "default");
    }
    add(catalogue_.fallback, script);
    add(catalogue_.fallback, "default");
    return files;
  }

  void add_nearest(std::vector<const FontFile*>& files, std::size_t family, const FontRequest& request) const {
    const auto& faces = catalogue_.families[family].faces;
    if (faces.empty()) return;
    const FontFile* file = &files_[first_file_[family] + nearest_face(faces, request.weight, request.italic)];
    if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
  }

  std::filesystem::path folder_;
  FontCatalogue catalogue_;
  std::vector<std::string> roles_;
  std::deque<FontFile> files_;           ///< of all families, in their order
  std::vector<std::size_t> first_file_;  ///< of each family
  UnlistedFiles unlisted_;
  std::shared_ptr<const Segmenters> segmenters_ = std::make_shared<Segmenters>();
  ShapeCache shapes_;
  mutable std::mutex mutex_;
  mutable std::map<std::tuple<std::string, int, bool, std::string>, LazyFaceList> lists_;
};

std::set<std::size_t> families_of_roles(const FontCatalogue& catalogue) {
  std::set<std::size_t> families;
  for (const auto& role : catalogue.roles)
    for (const auto& script : role.scripts) families.insert(script.families.begin(), script.families.end());
  return families;
}

Diagnostic missing_font(const Family& family, const CataloguedFace& face, bool named_by_a_role) {
  Diagnostic missing;
  missing.severity = named_by_a_role ? Severity::error : Severity::warning;
  missing.place = face.place;
  missing.code = "missing-font";
  missing.message = fmt::format("the font file \"{}\" of {} is not in the fonts folder", face.file, family.name);
  missing.hints.push_back(family.package.empty()
                              ? "put the file there"
                              : fmt::format("run ./handbill, which fetches it from the package {}", family.package));
  return missing;
}

/// Takes the faces out whose files are not there.
void keep_what_is_there(FontCatalogue& catalogue, const std::filesystem::path& folder, const Files& files,
                        Diagnostics& diagnostics) {
  const auto needed = families_of_roles(catalogue);
  for (std::size_t index = 0; index < catalogue.families.size(); ++index) {
    Family& family = catalogue.families[index];
    std::erase_if(family.faces, [&](const CataloguedFace& face) {
      if (files.exists(folder / face.file)) return false;
      diagnostics.push_back(missing_font(family, face, needed.count(index) != 0));
      return true;
    });
  }
}

bool has_faces(const FontCatalogue& catalogue) {
  return std::any_of(catalogue.families.begin(), catalogue.families.end(),
                     [](const Family& family) { return !family.faces.empty(); });
}

}  // namespace

Result<FontLibraryPtr> FontLibrary::load(const std::filesystem::path& folder, const Files& files) {
  Result<FontLibraryPtr> result;
  const auto path = folder / "fonts.yaml";
  const Place place = Place::in_file(path.string());
  auto read = files.read(path, limits::source_bytes);
  if (!read.ok()) {
    result.diagnostics.push_back({Severity::error,
                                  place,
                                  "missing-font",
                                  fmt::format("there is no list of fonts: {}", read.reason),
                                  {"name the folder that holds fonts.yaml and the font files"}});
    return result;
  }
  const auto text = take(clean_text(std::move(read.bytes), place), result.diagnostics);
  if (!text) return result;
  const auto root = take(yaml::parse(*text, place, embedded::font_lists()), result.diagnostics);
  if (!root) return result;

  FontCatalogue catalogue = read_font_catalogue(*root, result.diagnostics);
  auto listed = listed_files(catalogue);
  keep_what_is_there(catalogue, folder, files, result.diagnostics);
  if (has_faces(catalogue))
    result.value =
        std::make_shared<CataloguedLibrary>(folder, std::move(catalogue), std::move(listed), files.bounds_of(path));
  else if (!has_errors(result.diagnostics))
    result.diagnostics.push_back({Severity::error, place, "missing-font", "fonts.yaml names no font", {}});
  return result;
}

}  // namespace handbill
