// Whatever is done to a project between two builds, the second is as if there had been no first.
#include <algorithm>
#include <functional>
#include <random>

#include "app/disk_scene.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr const char* settings =
    "site: https://example.org\nsource: en\nlocales: [en, nl, ar]\n"
    "editions:\n  handout: false\n  flyer: {as: pdf, layout: flyer, paper: A5}\n  book: {as: epub}\n"
    "  text: {as: text, width: 60}\n  sure: {as: text, untranslated: fail}\n";

/// A project with something of everything, and hands that do not mind what they do to it.
class Meddler {
 public:
  explicit Meddler(unsigned seed) : random_(seed) {
    write("handbill.yaml", settings);
    write("content/page.md",
          "---\ntitle: Join us\nfeature: logo.jpg\n---\n\nTogether we are strong.\n\n> **53%** of us\n");
    write("content/other.md", "# Other\n\nAnother page, [linked](/page).\n");
    write("locales/nl/page.yaml", "units:\n  - {source: Join us, target: Doe mee}\n");
    write("locales/ar/page.yaml", "units:\n  - {source: Join us, target: انضموا}\n");
    write("content/themes/plain.yaml", "colours: {accent: \"#336699\"}\n");
  }

  DiskScene scene;

  /// Does one thing and says what.
  std::string meddle() {
    const std::vector<std::pair<const char*, std::function<void()>>> ways{
        {"append to a page", [&] { append(any_page(), "\nAnd " + std::to_string(random_()) + " more.\n"); }},
        {"append to a locale file", [&] { append(any_locale_file(), "  - {source: Other, target: Ander}\n"); }},
        {"break a page", [&] { write(any_page(), "---\nlang: [\n---\n"); }},
        {"break a locale file", [&] { write(any_locale_file(), "units: [{\n"); }},
        {"an odd shortcode", [&] { append(any_page(), "\n{{< odd >}}x{{< /odd >}}\n"); }},
        {"touch", [&] { fs::last_write_time(path_of(any_file()), fs::file_time_type::clock::now()); }},
        {"save unchanged", [&] { save_unchanged(any_file()); }},
        {"delete a page", [&] { fs::remove(path_of(any_page())); }},
        {"delete a locale file", [&] { fs::remove(path_of(any_locale_file())); }},
        {"delete anything", [&] { fs::remove(path_of(any_file())); }},
        {"rename a page", [&] { rename(any_page(), "content/renamed.md"); }},
        {"add a page", [&] { write("content/added.md", "# Added\n\nA page more.\n"); }},
        {"a whole page in Dutch", [&] { write("content/page.nl.md", "# Heel\n\nEen hele bladzij.\n"); }},
        {"an image", [&] { copy_image("logo.jpg"); }},
        {"a wrong image", [&] { write("content/logo.jpg", "no picture"); }},
        {"no image", [&] { fs::remove(path_of("content/logo.jpg")); }},
        {"a theme", [&] { replace("handbill.yaml", "site:", "theme: plain\nsite:"); }},
        {"another colour", [&] { write("content/themes/plain.yaml", "colours: {accent: \"#339966\"}\n"); }},
        {"no theme file", [&] { fs::remove(path_of("content/themes/plain.yaml")); }},
        {"another paper", [&] { replace("handbill.yaml", "A5", "A6"); }},
        {"an edition more", [&] { append("handbill.yaml", "  wide: {as: text, width: 90}\n"); }},
        {"a locale less", [&] { replace("handbill.yaml", ", ar]", "]"); }},
        {"the settings of the beginning", [&] { write("handbill.yaml", settings); }},
        {"words of its own", [&] { write("locales/nl/interface.yaml", "locale: nl\nmessages: {contents: Wat}\n"); }},
        {"fonts of its own", [&] { copy_fonts(); }},
        {"no fonts of its own", [&] { fs::remove_all(path_of("fonts")); }},
        {"a font exchanged", [&] { exchange_fonts(); }},
        {"an output deleted", [&] { fs::remove(any_output()); }},
        {"an output cut off", [&] { fs::resize_file(any_output(), 1); }},
        {"an output edited", [&] { std::ofstream(any_output(), std::ios::app) << "x"; }},
        {"an output's byte changed", [&] { change_byte(any_output()); }},
        {"the manifest damaged", [&] { change_byte(scene.options.output / ".handbill-manifest"); }},
        {"the manifest deleted", [&] { fs::remove(scene.options.output / ".handbill-manifest"); }},
        {"strict, or not", [&] { scene.options.strict = !scene.options.strict; }},
        {"bidi marks, or not",
         [&] { scene.options.bidi = scene.options.bidi ? std::nullopt : std::optional(BidiMarks::none); }},
        {"some editions",
         [&] {
           scene.options.editions = {"text", "flyer"};
         }},
        {"all editions", [&] { scene.options.editions.clear(); }},
        {"one document", [&] { scene.options.documents = {"page"}; }},
        {"all documents", [&] { scene.options.documents.clear(); }},
        {"some locales", [&] { scene.options.locales = {"nl"}; }},
        {"all locales", [&] { scene.options.locales.clear(); }},
        {"everything put back", [&] { restore(); }},
        {"a copy put by", [&] { keep(); }}};
    const auto& [name, way] = ways[below(ways.size())];
    way();
    return name;
  }

 private:
  std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

  fs::path path_of(const std::string& name) const { return scene.root() / name; }
  void write(const std::string& name, const std::string& text) const { scene.write(name, text); }
  void append(const std::string& name, const std::string& text) const { write(name, scene.read(name) + text); }

  void replace(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = scene.read(name);
    if (const auto at = text.find(from); at != std::string::npos) write(name, text.replace(at, from.size(), to));
  }

  void save_unchanged(const std::string& name) const {
    const std::string text = scene.read(name);
    fs::remove(path_of(name));
    write(name, text);
  }

  void rename(const std::string& from, const std::string& to) const { fs::rename(path_of(from), path_of(to)); }

  void copy_image(const std::string& name) const {
    fs::copy_file(fs::path(HANDBILL_ROOT) / "content/feature-tech-workers.jpg", path_of("content/" + name),
                  fs::copy_options::overwrite_existing);
  }

  // One face for everything.
  void copy_fonts() const {
    copy_font("NotoSans-Regular.ttf", "own.ttf");
    copy_font("NotoSansArabic-Regular.ttf", "other.ttf");
    write(
        "fonts/fonts.yaml",
        "families:\n  Own: {faces: [{file: own.ttf, weight: 400}]}\n"
        "roles:\n  serif: {default: Own}\n  sans: {default: Own}\n  heading: {default: Own}\n  mono: {default: Own}\n");
  }

  void exchange_fonts() const {
    if (fs::exists(path_of("fonts/own.ttf"))) copy_font("NotoSerif-Regular.ttf", "own.ttf");
  }

  void copy_font(const std::string& from, const std::string& to) const {
    fs::create_directories(path_of("fonts"));
    fs::copy_file(fs::path(HANDBILL_ROOT) / "fonts" / from, path_of("fonts/" + to),
                  fs::copy_options::overwrite_existing);
  }

  void change_byte(const fs::path& path) {
    std::string bytes = DiskScene::bytes_of(path);
    if (bytes.empty()) return;
    bytes[below(bytes.size())] ^= 1;
    std::ofstream(path, std::ios::binary) << bytes;
  }

  std::string any_of(const std::vector<std::string>& names) { return names[below(names.size())]; }

  std::vector<std::string> files_in(const std::string& folder, const std::string& extension) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(path_of(folder)))
      if (entry.is_regular_file() && entry.path().string().ends_with(extension))
        names.push_back(entry.path().lexically_relative(scene.root()).string());
    std::sort(names.begin(), names.end());
    return names;
  }

  std::string any_page() { return any_of_or(files_in("content", ".md"), "content/page.md"); }
  std::string any_locale_file() { return any_of_or(files_in("locales", ".yaml"), "locales/nl/other.yaml"); }
  std::string any_file() {
    const std::string folder = any_of({"content", "locales"});
    return any_of_or(files_in(folder, ""), "handbill.yaml");
  }
  fs::path any_output() { return path_of(any_of_or(files_in("out", ""), "out/none.txt")); }

  /// Makes the file where there is none to choose.
  std::string any_of_or(const std::vector<std::string>& names, const std::string& otherwise) {
    if (!names.empty()) return any_of(names);
    if (!fs::exists(path_of(otherwise))) write(otherwise, "# New\n");
    return otherwise;
  }

  void keep() {
    fs::remove_all(path_of("kept"));
    fs::create_directories(path_of("kept"));
    for (const std::string folder : {"content", "locales"})
      fs::copy(path_of(folder), path_of("kept/" + folder), fs::copy_options::recursive);
  }

  void restore() {
    if (!fs::exists(path_of("kept"))) return;
    for (const std::string folder : {"content", "locales"}) {
      fs::remove_all(path_of(folder));
      fs::copy(path_of("kept/" + folder), path_of(folder), fs::copy_options::recursive);
    }
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("after any edit, an incremental build leaves and reports what a build from nothing does") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    Meddler meddler(seed);
    expect_as_from_nothing(meddler.scene);
    for (int edit = 0; edit < 20; ++edit) {
      const std::string what = meddler.meddle();
      INFO("seed " << seed << ", edit " << edit << ": " << what);
      expect_as_from_nothing(meddler.scene);
    }
  }
}
