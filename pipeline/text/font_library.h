// Which face sets which text: fonts/fonts.yaml as it was read.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "text/face.h"

namespace handbill {

/// What a piece of text asks for. `role` is one of fonts.yaml's roles: "serif" (running text in a book face), "sans"
/// (small text, tables, flyers), "heading", "mono".
/// `italic` is emphasis: italics in the scripts that have them (Latin, Greek, Cyrillic), a bold weight in all others,
/// so that an Arabic word and a Latin one beside it are each emphasised in their own way.
struct FontRequest {
  std::string role;
  int weight = 400;
  bool italic = false;
  friend bool operator==(const FontRequest&, const FontRequest&) = default;
  friend auto operator<=>(const FontRequest&, const FontRequest&) = default;
};

/// The faces to try in turn for one request and script. A face is opened when it is first looked at, because a build
/// needs few of the many that could be tried. Threads may share it.
class FaceList {
 public:
  virtual ~FaceList() = default;

  /// The first usable face: what sets the text and gives its metrics. Throws MachineError when not one font of the
  /// library can be used.
  virtual const FacePtr& front() const = 0;

  /// The first face that has a glyph for every one of these characters (a grapheme cluster, what is invisible left
  /// out); null when none has.
  virtual FacePtr covering(std::u32string_view characters) const = 0;
};

/// What text was set with so far, beyond what was read through Files.
struct TypeFiles {
  struct Font {
    std::filesystem::path path;
    std::span<const std::byte> bytes;  ///< valid as long as the library
  };
  std::vector<Font> fonts;
  std::optional<std::filesystem::path> searched;  ///< the folder that was searched for fonts that no list names
  std::vector<std::filesystem::path> patterns;    ///< where hyphenation patterns were looked for; not all are there
};

/// ICU's break iterators and libhyphen's patterns, which cost too much to open for every paragraph; private to text/.
class Segmenters;
/// What has been shaped with the library's faces; private to text/.
class ShapeCache;

/// The families of fonts.yaml with their faces, the roles' families per script, and the order to fall back in.
/// Threads may share it.
///
///   families:
///     Noto Sans:
///       package: fonts-noto-core
///       faces:
///         - {file: NotoSans-Regular.ttf, weight: 400, sha256: …}
///         - {file: NotoSans-Italic.ttf, weight: 400, style: italic, sha256: …}
///   roles:
///     sans: {default: Noto Sans, Arab: Noto Sans Arabic}
///   fallback:
///     Hebr: [Noto Sans Hebrew]
///     default: [Noto Sans, Noto Sans Symbols]
class FontLibrary {
 public:
  /// Reads `folder`/fonts.yaml. Faces whose file is not there are reported (`missing-font`, with the package that has
  /// it: an error when a role names the family, else a warning) and skipped. The value is null when there is nothing
  /// to set text with. Font files in `folder` that fonts.yaml does not name serve as a last fallback for what nothing
  /// else covers; the folder is listed when that is needed. Other diagnostics: yaml…, wrong-type, unknown-key,
  /// `unknown-family` (nearest). The checksums are for whoever fetches the files; no font is read here.
  static Result<std::shared_ptr<const FontLibrary>> load(const std::filesystem::path& folder, const Files& files);

  /// The faces to try for text in `script` (ISO 15924) under `request`: the role's family for the script, the role's
  /// default family, the script's fallbacks, the default fallbacks, then what the user dropped into the folder. In
  /// each family the face nearest in weight and style (CSS Fonts 4 matching; no synthetic slant or bold: a family
  /// without italics answers with its upright). The list is cached and lives as long as the library.
  virtual const FaceList& faces(const FontRequest& request, std::string_view script) const = 0;

  /// The names of the roles, in fonts.yaml's order.
  virtual const std::vector<std::string>& roles() const = 0;

  /// What turned out to be no usable font when it was first needed (`font`, errors, in fonts.yaml's order). To be
  /// asked when everything is set.
  virtual Diagnostics problems() const = 0;

  virtual const std::shared_ptr<const Segmenters>& segmenters() const = 0;
  virtual const ShapeCache& shapes() const = 0;

  /// To be asked when everything is set.
  virtual TypeFiles files_used() const = 0;

  virtual ~FontLibrary() = default;
};

using FontLibraryPtr = std::shared_ptr<const FontLibrary>;

}  // namespace handbill
