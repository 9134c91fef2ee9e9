#include "render/pdf/haru.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_outline.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/diagnostic.h"
#include "core/files.h"
#include "core/parallel.h"
#include "core/unicode.h"

namespace handbill::pdf {
namespace {

[[noreturn]] void fail(HPDF_STATUS status, HPDF_STATUS detail) {
  if (status == 0x1015 /* HPDF_FAILD_TO_ALLOC_MEM; libharu 2.4 spells it otherwise */)
    throw MachineError("There is not enough memory to write the PDF file.");
  internal_error(fmt::format("libharu reports error {:#06x}, detail {:#06x}", status, detail));
}

void check(HPDF_STATUS status) {
  if (status != HPDF_OK) fail(status, 0);
}

template <class T>
T* check(T* made, HPDF_Doc document) {
  if (made == nullptr) fail(document->error.error_no, document->error.detail_no);
  return made;
}

HPDF_Binary binary(HPDF_Doc document, std::string_view bytes) {
  std::string copy(bytes);
  return check(
      HPDF_Binary_New(document->mmgr, reinterpret_cast<HPDF_BYTE*>(copy.data()), static_cast<HPDF_UINT>(copy.size())),
      document);
}

/// A text string, which may hold zero bytes: libharu's own strings end at the first.
HPDF_Binary text(HPDF_Doc document, std::string_view utf8) {
  std::string bytes = "\xFE\xFF";
  for (const char16_t unit : to_utf16(utf8)) {
    bytes += static_cast<char>(unit >> 8);
    bytes += static_cast<char>(unit & 0xFF);
  }
  constexpr std::size_t longest = 65534;  // libharu 2.3's limit; cut after a whole UTF-16 unit
  return binary(document, std::string_view(bytes).substr(0, longest));
}

unsigned object_class(const void* object) {
  return static_cast<const HPDF_Obj_Header*>(object)->obj_class & HPDF_OCLASS_ANY;
}

std::uint32_t number_of(const void* object) {
  return static_cast<const HPDF_Obj_Header*>(object)->obj_id & 0x00FFFFFFU;
}

std::string reference_to(const void* object) {
  return fmt::format("{} 0 R", number_of(object));
}

HPDF_Dict dictionary(void* object) {
  if (object_class(object) != HPDF_OCLASS_DICT) internal_error("an object of ours is taken for one of libharu's");
  return static_cast<HPDF_Dict>(object);
}

/// libharu's lists grow by a fixed number of places and copy all they have each time.
void let_double(HPDF_List list) {
  list->items_per_block = std::max(list->items_per_block, list->count);
}

HPDF_STATUS append_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

/// Appends what libharu writes of an object of its own.
void append_written(HPDF_Doc document, void* object, std::string& out) {
  struct Free {
    void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
  };
  const std::unique_ptr<HPDF_Stream_Rec, Free> stream(
      check(HPDF_CallbackWriter_New(document->mmgr, append_bytes, &out), document));
  check(HPDF_Obj_WriteValue(object, stream.get(), nullptr));
}

}  // namespace

std::uint32_t Object::number() const {
  return number_of(made_);
}

std::string Object::reference() const {
  return reference_to(made_);
}

void Object::append_reference(std::string& out) const {
  fmt::format_to(std::back_inserter(out), "{} 0 R", number());
}

Haru::Haru(Compression compression)
    : document_(HPDF_New([](HPDF_STATUS, HPDF_STATUS, void*) {}, nullptr)), compression_(compression) {
  if (document_ == nullptr) throw MachineError("There is not enough memory to write a PDF file.");
  document_->pdf_version = HPDF_VER_17;
}

Haru::~Haru() {
  HPDF_Free(document_);
}

// libharu counts the objects and refers to them. What is in ours it does not learn, so that the smallest kind will do.
Object Haru::reserve() {
  HPDF_Null object = check(HPDF_Null_New(document_->mmgr), document_);
  let_double(document_->xref->entries);
  check(HPDF_Xref_Add(document_->xref, object));
  return Object(object);
}

void Haru::fill(std::uint32_t number, Content content) {
  if (contents_.size() <= number) contents_.resize(std::max<std::size_t>(number + 1, contents_.size() * 2));
  contents_[number] = std::make_unique<Content>(std::move(content));
}

void Haru::fill(Object object, const Dictionary& dictionary) {
  fill(object.number(), {Content::Kind::value, {.entries = dictionary.entries(), .bytes = {}}});
}

Object Haru::add(Content content) {
  const Object object = reserve();
  fill(object.number(), std::move(content));
  return object;
}

Object Haru::add(const Dictionary& dictionary) {
  return add(Content{Content::Kind::value, {.entries = dictionary.entries(), .bytes = {}}});
}

Object Haru::add_stream(const Dictionary& dictionary, std::string bytes) {
  return add({Content::Kind::stream, {.entries = dictionary.entries(), .bytes = std::move(bytes)}});
}

Object Haru::add_encoded_stream(const Dictionary& dictionary, std::string bytes) {
  return add({Content::Kind::stream, {.entries = dictionary.entries(), .bytes = std::move(bytes), .encoded = true}});
}

Haru::Packed Haru::pack(std::string_view bytes) {
  if (!compression_.on || bytes.empty()) return {std::string(bytes), false};
  return {deflater_.deflated(bytes), true};
}

Object Haru::add_stream(const Dictionary& dictionary, Packed packed) {
  return add({Content::Kind::stream,
              {.entries = dictionary.entries(), .bytes = std::move(packed.bytes), .deflated = packed.deflated}});
}

void Haru::fill_later(const std::vector<Object>& objects, std::function<Dictionary(std::size_t)> content) {
  if (objects.empty()) return;
  const std::uint32_t first = objects.front().number();
  if (objects.back().number() - first + 1 != objects.size()) internal_error("objects are not numbered in a row");
  later_.push_back({first, objects.size(), std::move(content)});
}

Object Haru::add_page(const Boxes& boxes) {
  let_double(document_->xref->entries);
  let_double(document_->page_list);
  void* kids = check(HPDF_Dict_GetItem(document_->cur_pages, "Kids", HPDF_OCLASS_ARRAY), document_);
  let_double(static_cast<HPDF_Array>(kids)->list);
  HPDF_Page page = check(HPDF_AddPage(document_), document_);
  const auto add = [&](const char* key, const Boxes::Box& box) {
    const HPDF_Box values{static_cast<HPDF_REAL>(box.left), static_cast<HPDF_REAL>(box.bottom),
                          static_cast<HPDF_REAL>(box.right), static_cast<HPDF_REAL>(box.top)};
    check(HPDF_Dict_Add(page, key, HPDF_Box_Array_New(document_->mmgr, values)));
  };
  add("MediaBox", boxes.media);
  add("BleedBox", boxes.bleed);
  add("TrimBox", boxes.trim);
  void* stream = check(HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT), document_);
  fill(number_of(stream), {Content::Kind::stream, {}});
  return Object(page);
}

void Haru::fill_page(Object page, Packed content) {
  const void* stream = HPDF_Dict_GetItem(dictionary(page.made_), "Contents", HPDF_OCLASS_DICT);
  ObjectFile::Stream& filled = contents_[number_of(stream)]->stream;
  filled.bytes = std::move(content.bytes);
  filled.deflated = content.deflated;
}

void Haru::set_resources(Object page, Object resources) {
  check(HPDF_Dict_Add(dictionary(page.made_), "Resources", resources.made_));
}

void Haru::set_annotations(Object page, const std::vector<Object>& annotations) {
  HPDF_Array array = check(HPDF_Array_New(document_->mmgr), document_);
  check(HPDF_Dict_Add(dictionary(page.made_), "Annots", array));
  for (const Object& annotation : annotations) check(HPDF_Array_Add(array, annotation.made_));
}

void Haru::set_name(Object page, const char* key, const char* value) {
  check(HPDF_Dict_AddName(dictionary(page.made_), key, value));
}

void Haru::set_number(Object page, const char* key, std::int32_t value) {
  check(HPDF_Dict_AddNumber(dictionary(page.made_), key, value));
}

Object Haru::add_outline_entry(const Object* parent, std::string_view title, const OutlineTarget& target) {
  HPDF_Outline above = parent == nullptr ? nullptr : dictionary(parent->made_);
  HPDF_Outline entry = check(HPDF_CreateOutline(document_, above, "", nullptr), document_);
  check(HPDF_Dict_Add(entry, "Title", text(document_, title)));
  HPDF_Array place = check(HPDF_Array_New(document_->mmgr), document_);
  check(HPDF_Dict_Add(entry, "Dest", place));
  check(HPDF_Array_Add(place, target.page.made_));
  check(HPDF_Array_AddName(place, "XYZ"));
  check(HPDF_Array_Add(place, HPDF_Null_New(document_->mmgr)));
  check(HPDF_Array_AddReal(place, static_cast<HPDF_REAL>(target.top)));
  check(HPDF_Array_Add(place, HPDF_Null_New(document_->mmgr)));
  return Object(entry);
}

void Haru::set_catalogue(const char* key, Object value) {
  check(HPDF_Dict_Add(document_->catalog, key, value.made_));
}

void Haru::set_catalogue_array(const char* key, Object value) {
  HPDF_Array array = check(HPDF_Array_New(document_->mmgr), document_);
  check(HPDF_Dict_Add(document_->catalog, key, array));
  check(HPDF_Array_Add(array, value.made_));
}

void Haru::set_catalogue_text(const char* key, std::string_view ascii) {
  check(HPDF_Dict_Add(document_->catalog, key, binary(document_, ascii)));
}

void Haru::set_catalogue_name(const char* key, const char* value) {
  check(HPDF_Dict_AddName(document_->catalog, key, value));
}

void Haru::set_information(const char* key, std::string_view utf8) {
  check(HPDF_Dict_Add(document_->info, key, text(document_, utf8)));
}

void Haru::write(ObjectFile& file, std::uint32_t number, void* object) {
  if (number < contents_.size() && contents_[number] != nullptr) {
    const auto content = std::move(contents_[number]);  // it is needed no more
    if (content->kind == Content::Kind::stream) return file.add(number, std::move(content->stream));
    return file.add(number, "<<\n" + content->stream.entries + ">>");
  }
  if (object_class(object) == HPDF_OCLASS_NUMBER) return;  // the length of a stream, which says it itself
  scratch_.clear();
  append_written(document_, object, scratch_);
  file.add(number, scratch_);
}

/// Asks for some hundred objects at a time, in parts that are made at the same time.
void Haru::write(ObjectFile& file, const Later& later) const {
  constexpr std::size_t part = 64;
  constexpr std::size_t parts = 32;
  const std::size_t workers = later.count < 4 * part ? 1 : compression_.workers;
  std::array<std::vector<std::string>, parts> made;
  for (std::size_t begin = 0; begin < later.count; begin += part * parts) {
    const std::size_t count = std::min(later.count - begin, part * parts);
    for_each_index((count + part - 1) / part, workers, [&](std::size_t index) {
      made[index].clear();
      const std::size_t end = std::min(begin + (index + 1) * part, begin + count);
      for (std::size_t i = begin + index * part; i < end; ++i) made[index].push_back(later.content(i).direct());
    });
    for (std::size_t i = 0; i < count; ++i)
      file.add(static_cast<std::uint32_t>(later.first + begin + i), made[i / part][i % part]);
  }
}

/// About how large the file will be.
std::size_t Haru::estimate() const {
  std::size_t size = 0;
  for (const auto& content : contents_)
    if (content != nullptr) size += content->stream.bytes.size() + 100;
  return size + size / 4;
}

std::string Haru::finish() {
  HPDF_List entries = document_->xref->entries;
  ObjectFile file(entries->count - 1, compression_, deflater_);
  file.reserve(estimate());
  auto later = later_.begin();
  for (std::uint32_t number = 1; number < entries->count; ++number) {
    if (later != later_.end() && number == later->first) {
      write(file, *later);
      number += static_cast<std::uint32_t>(later->count) - 1;
      ++later;
    } else {
      write(file, number, static_cast<HPDF_XrefEntry>(entries->obj[number])->obj);
    }
  }
  return file.finish({.root = reference_to(document_->catalog), .information = reference_to(document_->info)});
}

}  // namespace handbill::pdf
