#include "render/pdf/haru.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_outline.h>

#include <new>

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

/// libharu calls this between a dictionary's own entries and its end.
HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
  const auto* entries = static_cast<const std::string*>(dictionary->attr);
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries->data()),
                           static_cast<HPDF_UINT>(entries->size()));
}

void write(HPDF_Stream stream, std::string_view bytes) {
  if (bytes.empty()) return;
  check(HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                          static_cast<HPDF_UINT>(bytes.size())));
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

std::string md5(std::string_view bytes) {
  HPDF_MD5_CTX context;
  HPDF_MD5Init(&context);
  HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(bytes.data()), static_cast<HPDF_UINT32>(bytes.size()));
  HPDF_BYTE sum[16];
  HPDF_MD5Final(sum, &context);
  return {reinterpret_cast<const char*>(sum), sizeof sum};
}

}  // namespace

std::string Object::reference() const {
  return fmt::format("{} 0 R", dictionary_->header.obj_id & 0x00FFFFFFU);
}

Haru::Haru(bool compress) : document_(HPDF_New([](HPDF_STATUS, HPDF_STATUS, void*) {}, nullptr)), compress_(compress) {
  if (document_ == nullptr) throw MachineError("There is not enough memory to write a PDF file.");
  document_->pdf_version = HPDF_VER_17;
}

Haru::~Haru() {
  HPDF_Free(document_);
}

void Haru::digest(std::string_view bytes) {
  digested_ += md5(bytes);
}

Object Haru::reserve() {
  HPDF_Dict dictionary = check(HPDF_Dict_New(document_->mmgr), document_);
  check(HPDF_Xref_Add(document_->xref, dictionary));
  return Object(dictionary);
}

void Haru::fill(Object object, const Dictionary& dictionary) {
  entries_.push_back(dictionary.entries());
  object.dictionary_->attr = &entries_.back();
  object.dictionary_->write_fn = write_entries;
  digest(entries_.back());
}

Object Haru::add(const Dictionary& dictionary) {
  const Object object = reserve();
  fill(object, dictionary);
  return object;
}

Object Haru::stream_object(const Dictionary& dictionary, std::string_view bytes, bool encode) {
  const Object object(check(HPDF_DictStream_New(document_->mmgr, document_->xref), document_));
  if (encode && compress_ && !bytes.empty()) object.dictionary_->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  fill(object, dictionary);
  write(object.dictionary_->stream, bytes);
  digest(bytes);
  return object;
}

Object Haru::add_stream(const Dictionary& dictionary, std::string_view bytes) {
  return stream_object(dictionary, bytes, true);
}

Object Haru::add_encoded_stream(const Dictionary& dictionary, std::string_view bytes) {
  return stream_object(dictionary, bytes, false);
}

Object Haru::add_page(Size size, std::string_view content) {
  HPDF_Page page = check(HPDF_AddPage(document_), document_);
  const HPDF_Box box{0, 0, static_cast<HPDF_REAL>(size.width.pt()), static_cast<HPDF_REAL>(size.height.pt())};
  check(HPDF_Dict_Add(page, "MediaBox", HPDF_Box_Array_New(document_->mmgr, box)));
  auto* stream = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT));
  check(stream, document_);
  if (compress_ && !content.empty()) stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  write(stream->stream, content);
  digest(numbers({size.width.pt(), size.height.pt()}));
  digest(content);
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
  digest(title);
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
  digest(ascii);
}

void Haru::set_catalogue_name(const char* key, const char* value) {
  check(HPDF_Dict_AddName(document_->catalog, key, value));
}

void Haru::set_information(const char* key, std::string_view utf8) {
  check(HPDF_Dict_Add(document_->info, key, text(document_, utf8)));
  digest(utf8);
}

void Haru::set_identifier() {
  const std::string identifier = md5(digested_);
  HPDF_Array array = check(HPDF_Array_New(document_->mmgr), document_);
  check(HPDF_Dict_Add(document_->trailer, "ID", array));
  check(HPDF_Array_Add(array, binary(document_, identifier)));
  check(HPDF_Array_Add(array, binary(document_, identifier)));
}

std::string Haru::finish() {
  set_identifier();
  check(HPDF_SaveToStream(document_));
  HPDF_UINT32 size = HPDF_GetStreamSize(document_);
  std::string bytes(size, '\0');
  check(HPDF_ResetStream(document_));
  check(HPDF_ReadFromStream(document_, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size));
  if (size != bytes.size()) internal_error("libharu gave back less than it wrote");
  return bytes;
}

}  // namespace handbill::pdf
