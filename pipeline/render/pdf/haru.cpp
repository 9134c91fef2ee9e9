#include "render/pdf/haru.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_outline.h>

#include <memory>
#include <utility>

#include "core/diagnostic.h"
#include "core/files.h"
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

/// Marks the objects whose content is ours; libharu itself is never asked to write them.
HPDF_STATUS write_ours(HPDF_Dict, HPDF_Stream) {
  internal_error("libharu writes an object of ours");
}

bool is_ours(HPDF_Dict dictionary) {
  return dictionary->write_fn == write_ours;
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

std::string reference_to(const HPDF_Obj_Header& header) {
  return fmt::format("{} 0 R", header.obj_id & 0x00FFFFFFU);
}

constexpr HPDF_UINT buffer_size = 4096;

/// What libharu writes of an object of its own.
std::string written(HPDF_Doc document, void* object) {
  struct Free {
    void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
  };
  const std::unique_ptr<HPDF_Stream_Rec, Free> stream(check(HPDF_MemStream_New(document->mmgr, buffer_size), document));
  check(HPDF_Obj_WriteValue(object, stream.get(), nullptr));
  HPDF_UINT32 size = HPDF_Stream_Size(stream.get());
  std::string bytes(size, '\0');
  check(HPDF_Stream_Seek(stream.get(), 0, HPDF_SEEK_SET));
  check(HPDF_Stream_Read(stream.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size));
  if (size != bytes.size()) internal_error("libharu gave back less than it wrote");
  return bytes;
}

}  // namespace

std::string Object::reference() const {
  return reference_to(dictionary_->header);
}

Haru::Haru(bool compress) : document_(HPDF_New([](HPDF_STATUS, HPDF_STATUS, void*) {}, nullptr)), compress_(compress) {
  if (document_ == nullptr) throw MachineError("There is not enough memory to write a PDF file.");
  document_->pdf_version = HPDF_VER_17;
}

Haru::~Haru() {
  HPDF_Free(document_);
}

Object Haru::reserve() {
  HPDF_Dict dictionary = check(HPDF_Dict_New(document_->mmgr), document_);
  check(HPDF_Xref_Add(document_->xref, dictionary));
  return Object(dictionary);
}

void Haru::fill(Object object, Content content) {
  contents_.push_back(std::move(content));
  object.dictionary_->attr = &contents_.back();
  object.dictionary_->write_fn = write_ours;
}

void Haru::fill(Object object, const Dictionary& dictionary) {
  fill(object, Content{dictionary.entries(), std::nullopt, false});
}

Object Haru::add(const Dictionary& dictionary) {
  const Object object = reserve();
  fill(object, dictionary);
  return object;
}

Object Haru::add_stream(const Dictionary& dictionary, std::string_view bytes) {
  const Object object = reserve();
  fill(object, Content{dictionary.entries(), std::string(bytes), false});
  return object;
}

Object Haru::add_encoded_stream(const Dictionary& dictionary, std::string_view bytes) {
  const Object object = reserve();
  fill(object, Content{dictionary.entries(), std::string(bytes), true});
  return object;
}

Object Haru::add_page(const Boxes& boxes, std::string_view content) {
  HPDF_Page page = check(HPDF_AddPage(document_), document_);
  const auto add = [&](const char* key, const Boxes::Box& box) {
    const HPDF_Box values{static_cast<HPDF_REAL>(box.left), static_cast<HPDF_REAL>(box.bottom),
                          static_cast<HPDF_REAL>(box.right), static_cast<HPDF_REAL>(box.top)};
    check(HPDF_Dict_Add(page, key, HPDF_Box_Array_New(document_->mmgr, values)));
  };
  add("MediaBox", boxes.media);
  add("BleedBox", boxes.bleed);
  add("TrimBox", boxes.trim);
  auto* stream = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT));
  fill(Object(check(stream, document_)), Content{"", std::string(content), false});
  return Object(page);
}

void Haru::set_resources(Object page, Object resources) {
  check(HPDF_Dict_Add(page.dictionary_, "Resources", resources.dictionary_));
}

void Haru::set_annotations(Object page, const std::vector<Object>& annotations) {
  HPDF_Array array = check(HPDF_Array_New(document_->mmgr), document_);
  check(HPDF_Dict_Add(page.dictionary_, "Annots", array));
  for (const Object& annotation : annotations) check(HPDF_Array_Add(array, annotation.dictionary_));
}

void Haru::set_name(Object page, const char* key, const char* value) {
  check(HPDF_Dict_AddName(page.dictionary_, key, value));
}

void Haru::set_number(Object page, const char* key, std::int32_t value) {
  check(HPDF_Dict_AddNumber(page.dictionary_, key, value));
}

Object Haru::add_outline_entry(const Object* parent, std::string_view title, const OutlineTarget& target) {
  HPDF_Outline above = parent == nullptr ? nullptr : parent->dictionary_;
  HPDF_Outline entry = check(HPDF_CreateOutline(document_, above, "", nullptr), document_);
  check(HPDF_Dict_Add(entry, "Title", text(document_, title)));
  HPDF_Array place = check(HPDF_Array_New(document_->mmgr), document_);
  check(HPDF_Dict_Add(entry, "Dest", place));
  check(HPDF_Array_Add(place, target.page.dictionary_));
  check(HPDF_Array_AddName(place, "XYZ"));
  check(HPDF_Array_Add(place, HPDF_Null_New(document_->mmgr)));
  check(HPDF_Array_AddReal(place, static_cast<HPDF_REAL>(target.top)));
  check(HPDF_Array_Add(place, HPDF_Null_New(document_->mmgr)));
  return Object(entry);
}

void Haru::set_catalogue(const char* key, Object value) {
  check(HPDF_Dict_Add(document_->catalog, key, value.dictionary_));
}

void Haru::set_catalogue_array(const char* key, Object value) {
  HPDF_Array array = check(HPDF_Array_New(document_->mmgr), document_);
  check(HPDF_Dict_Add(document_->catalog, key, array));
  check(HPDF_Array_Add(array, value.dictionary_));
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
  if (object_class(object) == HPDF_OCLASS_NUMBER) return;  // the length of a stream, which says it itself
  if (object_class(object) != HPDF_OCLASS_DICT || !is_ours(static_cast<HPDF_Dict>(object))) {
    file.add(number, written(document_, object));
    return;
  }
  const auto& content = *static_cast<const Content*>(static_cast<HPDF_Dict>(object)->attr);
  if (content.bytes) {
    file.add(number, {.entries = content.entries, .bytes = *content.bytes, .encoded = content.encoded});
  } else {
    file.add(number, "<<\n" + content.entries + ">>");
  }
}

std::string Haru::finish() {
  HPDF_List entries = document_->xref->entries;
  ObjectFile file(entries->count - 1, compress_);
  for (std::uint32_t number = 1; number < entries->count; ++number)
    write(file, number, static_cast<HPDF_XrefEntry>(entries->obj[number])->obj);
  return file.finish(
      {.root = reference_to(document_->catalog->header), .information = reference_to(document_->info->header)});
}

}  // namespace handbill::pdf
