// Which face sets which text: fonts/fonts.yaml as it was read.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "text/face.h"

namespace handbill {

/// What a piece of text asks for. `role` is one of fonts.yaml's roles: "serif" (running text in a book face), "sans"
/// (small text, tables, flyers), "heading", "mono".
struct FontRequest {
  std::string role;
  int weight = 400;
  bool italic = false;
  friend bool operator==(const FontRequest&, const FontRequest&) = default;
  friend auto operator<=>(const FontRequest&, const FontRequest&) = default;
};

/// The families of fonts.yaml with their faces, the roles' families per script, and the order to fall back in.
/// Faces are opened on first use. Threads may share it.
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
  /// Reads `folder`/fonts.yaml. Faces whose file is not there are reported (`missing-font`, an error when a role
  /// names the family, with the package that has it) and skipped. Font files in `folder` that fonts.yaml does not
  /// name serve as a last fallback for what nothing else covers. Other diagnostics: yaml…, unknown-key,
  /// `unknown-family` (nearest), `font` (a file that is no usable font).
  static Result<std::shared_ptr<const FontLibrary>> load(const std::filesystem::path& folder, const Files& files);

  /// The faces to try in turn for text in `script` (ISO 15924) under `request`: the role's family for the script,
  /// the role's default family, the script's fallbacks, the default fallbacks, then what the user dropped into the
  /// folder. In each family the face nearest in weight and style (CSS Fonts 4 matching; no synthetic slant or bold:
  /// a family without italics answers with its upright). The list is cached; the pointer lives as long as this.
  virtual const std::vector<FacePtr>& faces(const FontRequest& request, std::string_view script) const = 0;

  virtual ~FontLibrary() = default;
};

using FontLibraryPtr = std::shared_ptr<const FontLibrary>;

}  // namespace handbill
