#include "render/pdf/xmp.h"

#include <string_view>

#include "render/pdf/metadata.h"

namespace handbill::pdf {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\n') {
      out += c;  // XML 1.0 has no other control characters
    }
  }
  return out;
}

std::string simple(std::string_view property, std::string_view text) {
  const std::string tag(property);
  return "<" + tag + ">" + escaped(text) + "</" + tag + ">\n";
}

std::string alternative(std::string_view property, std::string_view text) {
  const std::string tag(property);
  return "<" + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt></" + tag +
         ">\n";
}

std::string array(std::string_view property, std::string_view kind, std::string_view text) {
  const std::string tag(property);
  const std::string container(kind);
  return "<" + tag + "><rdf:" + container + "><rdf:li>" + escaped(text) + "</rdf:li></rdf:" + container + "></" + tag +
         ">\n";
}

std::string description_of(const Pages& pages) {
  std::string out =
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n";
  out += simple("dc:format", "application/pdf");
  out += alternative("dc:title", pages.title);
  out += array("dc:language", "Bag", pages.language.tag());
  if (!pages.author.empty()) out += array("dc:creator", "Seq", pages.author);
  if (!pages.description.empty()) out += alternative("dc:description", pages.description);
  out += simple("pdf:Producer", program_name);
  out += simple("xmp:CreatorTool", program_name);
  if (const auto date = read_date_time(pages.date)) out += simple("xmp:CreateDate", date->xmp());
  if (const auto date = read_date_time(pages.last_modified)) out += simple("xmp:ModifyDate", date->xmp());
  return out + "</rdf:Description>\n";
}

std::string archive_claim(std::string_view level) {
  return "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n" +
         simple("pdfaid:part", "2") + simple("pdfaid:conformance", level) + "</rdf:Description>\n";
}

/// PDF/A knows nothing of PDF/UA's property, so that it has to be explained (ISO 19005-2, 6.6.2.3).
constexpr char accessibility_claim[] =
    R"(<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" )"
    R"(xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" )"
    R"(xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

std::string claims(Conformance conformance) {
  switch (conformance) {
    case Conformance::accessible:
      return archive_claim("A") + accessibility_claim;
    case Conformance::visual:
      return archive_claim("B");
  }
  internal_error("a conformance that nothing claims");
}

}  // namespace

std::string xmp_packet(const Pages& pages, Conformance conformance) {
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
         description_of(pages) + claims(conformance) + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

}  // namespace handbill::pdf
