// The one place that speaks to libharu.
//
// libharu keeps the document: its objects and their numbers, pages and outline. What it does not know (shaped text,
// structure, metadata) comes to it through its object API as dictionaries and streams whose entries are text: its own
// reals are floats, its arrays and strings are limited, and its text cannot be beyond the BMP. The file is written by
// ObjectFile: libharu's own has every object in full, which makes it two and a half times as large.
// libharu's error handler only records: an exception must not pass through C. Every call's status is looked at here
// and a failure becomes a MachineError.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "render/pdf/deflate.h"
#include "render/pdf/object_file.h"
#include "render/pdf/syntax.h"

// libharu's own name for it; its header, with its hundreds of macros, stays out of this one.
struct _HPDF_Doc_Rec;  // NOLINT(bugprone-reserved-identifier)

namespace handbill::pdf {

/// An indirect object of the document. Cheap to copy; lives as long as its Haru.
class Object {
 public:
  std::string reference() const;  ///< "12 0 R"
  void append_reference(std::string& out) const;

 private:
  friend class Haru;
  explicit Object(void* made) : made_(made) {}
  std::uint32_t number() const;
  void* made_;  ///< libharu's: a page or an entry of the outline; else a null object, whose number is all that counts
};

class Haru {
 public:
  explicit Haru(Compression compression);
  ~Haru();
  Haru(const Haru&) = delete;
  Haru& operator=(const Haru&) = delete;

  /// An object that others can refer to before fill() says what is in it.
  Object reserve();
  void fill(Object object, const Dictionary& dictionary);
  Object add(const Dictionary& dictionary);
  Object add_stream(const Dictionary& dictionary, std::string bytes);
  /// A stream whose bytes are encoded already; `dictionary` names the filter.
  Object add_encoded_stream(const Dictionary& dictionary, std::string bytes);

  /// Bytes compressed as this file's streams are, on any thread.
  struct Packed {
    std::string bytes;
    bool deflated = false;
  };
  Packed pack(std::string_view bytes);
  Object add_stream(const Dictionary& dictionary, Packed packed);

  /// As many objects as there are `objects`, reserved one after the other; what is in each is asked for when the file
  /// is written, on several threads, so that all of them never take up memory at once.
  void fill_later(const std::vector<Object>& objects, std::function<Dictionary(std::size_t)> content);

  /// Rectangles in the page's coordinates, whose origin is the trimmed page's bottom left corner and y grows upwards.
  struct Boxes {
    struct Box {
      double left = 0, bottom = 0, right = 0, top = 0;
    };
    Box media;  ///< the sheet
    Box bleed;
    Box trim;
  };
  Object add_page(const Boxes& boxes);
  /// The page's content stream. Threads may fill different pages at the same time.
  void fill_page(Object page, Packed content);
  void set_resources(Object page, Object resources);
  void set_annotations(Object page, const std::vector<Object>& annotations);
  void set_name(Object page, const char* key, const char* value);
  void set_number(Object page, const char* key, std::int32_t value);

  /// An outline entry under `parent`, or at the top. It leads to `top` (from the page's bottom) of `page`.
  struct OutlineTarget {
    Object page;
    double top = 0;
  };
  Object add_outline_entry(const Object* parent, std::string_view title, const OutlineTarget& target);

  void set_catalogue(const char* key, Object value);
  void set_catalogue_array(const char* key, Object value);  ///< an array of one
  void set_catalogue_text(const char* key, std::string_view ascii);
  void set_catalogue_name(const char* key, const char* value);
  void set_information(const char* key, std::string_view utf8);

  /// The finished file. Called once, last.
  std::string finish();

 private:
  /// What is in an object of ours.
  struct Content {
    enum class Kind : std::uint8_t { value, stream } kind = Kind::value;
    ObjectFile::Stream stream;  ///< a value has entries only
  };
  struct Later {
    std::uint32_t first = 0;
    std::size_t count = 0;
    std::function<Dictionary(std::size_t)> content;
  };
  void fill(std::uint32_t number, Content content);
  Object add(Content content);
  void write(ObjectFile& file, std::uint32_t number, void* object);
  void write(ObjectFile& file, const Later& later) const;
  std::size_t estimate() const;

  _HPDF_Doc_Rec* document_;
  Compression compression_;
  Deflater deflater_;
  std::vector<std::unique_ptr<Content>> contents_;  ///< by object number; null for what is none of ours
  std::vector<Later> later_;
  std::string scratch_;
};

}  // namespace handbill::pdf
