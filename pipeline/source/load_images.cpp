#include <optional>
#include <set>

#include "core/limits.h"
#include "document/walk.h"
#include "source/resolve.h"
#include "source/url.h"

namespace handbill {
namespace {

class ImageLoader {
 public:
  ImageLoader(const std::filesystem::path& folder, const Files& files, Result<Images>& result)
      : folder_(folder), files_(files), result_(result) {}

  void load(const std::string& address, const Place& place) {
    if (address.empty() || !seen_.insert(address).second) return;
    if (!url::scheme_of(address).empty() || address.starts_with("//"))
      return report(Severity::warning, place, "remote-image", "the image \"" + address + "\" is not fetched",
                    "save it beside the page and name the file");
    const auto path = path_of(address);
    if (!path)
      return report(Severity::error, place, "image-outside",
                    "the image \"" + address + "\" lies outside the page's folder", "copy it into that folder");
    read(address, *path, place);
  }

 private:
  // The file's path within the folder; nothing when it leads out of it.
  static std::optional<std::filesystem::path> path_of(const std::string& address) {
    const std::string name = url::decoded(address.substr(0, address.find_first_of("?#")));
    if (name.find('\0') != std::string::npos) return std::nullopt;
    const std::size_t start = name.find_first_not_of('/');
    if (start == std::string::npos) return std::nullopt;
    const auto path = std::filesystem::path(name.substr(start)).lexically_normal();
    const bool inside = path.is_relative() && !path.empty() && *path.begin() != ".." && path != ".";
    return inside ? std::optional(path) : std::nullopt;
  }

  void read(const std::string& address, const std::filesystem::path& path, const Place& place) {
    ReadResult file = files_.read_within(folder_, folder_ / path, limits::image_bytes);
    switch (file.status) {
      case ReadResult::Status::ok:
        break;
      case ReadResult::Status::missing:
        return report(Severity::warning, place, "missing-image", "there is no image \"" + address + "\"",
                      "put it at " + (folder_ / path).lexically_normal().string() + "; without it the page closes up");
      case ReadResult::Status::unreadable:
        return report(Severity::error, place, "image-unreadable",
                      "the image \"" + address + "\" cannot be read: " + file.reason,
                      "check the file and who may read it");
      case ReadResult::Status::outside:
        return report(Severity::error, place, "image-outside",
                      "the image \"" + address + "\" cannot be read: " + file.reason, "copy it into the page's folder");
      case ReadResult::Status::too_large:
        return report(Severity::error, place, "image-too-large",
                      "the image \"" + address + "\" is too large: " + file.reason, "save it smaller");
    }
    bytes_ += file.bytes.size();
    if (bytes_ > limits::images_bytes) return report_too_many(address, place);
    if (ImagePtr image = take(read_image(std::move(file.bytes), address, place), result_.diagnostics))
      result_.value[address] = std::move(image);
  }

  void report_too_many(const std::string& address, const Place& place) {
    report(Severity::error, place, "image-too-large",
           "with the image \"" + address + "\" the images of this page are larger than " +
               std::to_string(limits::images_bytes / limits::mebibyte) + " MB together",
           "save the images smaller; 3000 pixels fill an A4 page");
  }

  void report(Severity severity, const Place& place, std::string code, std::string message, std::string hint) {
    result_.diagnostics.push_back({severity, place, std::move(code), std::move(message), {std::move(hint)}});
  }

  const std::filesystem::path& folder_;
  const Files& files_;
  Result<Images>& result_;
  std::set<std::string> seen_;
  std::size_t bytes_ = 0;  ///< of all images so far
};

}  // namespace

Result<Images> load_images(const Document& document, const std::filesystem::path& folder, const Files& files) {
  Result<Images> result;
  ImageLoader loader(folder, files, result);
  loader.load(document.front.feature, document.front.place);
  for_each_block(document, [&](const Block& block) {
    if (const auto* figure = std::get_if<Figure>(&block.node)) loader.load(figure->address, block.place);
  });
  for_each_passage(document, [&](const Passage& passage) {
    for_each_inline(passage.inlines, [&](const Inline& item) {
      if (const auto* image = std::get_if<InlineImage>(&item.node)) loader.load(image->address, item.place);
    });
  });
  return result;
}

}  // namespace handbill
