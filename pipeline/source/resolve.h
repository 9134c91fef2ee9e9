// What a document refers to: links made absolute, images loaded.
#pragma once

#include <filesystem>
#include <string>

#include "core/files.h"
#include "document/document.h"
#include "document/images.h"

namespace handbill {

/// Makes every link and call to action absolute against `site` ("https://example.org", may be empty): "/x" and "x"
/// become site/x as a browser at site/ would have it, "#id" stays (a warning, `unknown-anchor` with the nearest id, at
/// its line where no heading has that id), "mailto:" and "tel:" and absolute addresses stay. Without a site a relative
/// address is reported once per link (`no-site`) and stays as it is, so that paper still shows it. Anything that is
/// neither http(s), mailto nor tel (javascript:, file:, data:) is an error, `link-scheme`, and becomes empty. A link
/// without an address is a warning, `link-empty`.
Result<Document> resolve_links(Document document, const std::string& site);

/// Loads the images that `document` names. An address is relative to `folder` (the source file's); one that starts
/// with "/" is looked for in `folder` too. It cannot lead out of `folder`, nor can a symbolic link there lead out of
/// the project (of `folder`, where that is in no project): `image-outside`. A missing one is `missing-image`, a
/// warning, once per address; `image-unreadable` one that the machine does not give out; broken or oversized ones as
/// read_image() says, at the image's place. Remote images (http…) are not fetched: `remote-image`, a warning.
Result<Images> load_images(const Document& document, const std::filesystem::path& folder, const Files& files);

}  // namespace handbill
