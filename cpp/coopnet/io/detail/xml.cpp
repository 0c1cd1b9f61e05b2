#include <coopnet/io/detail/xml.hpp>

#include <expat.h>

#include <algorithm>
#include <new>
#include <utility>

namespace coopnet::io::detail {
namespace {

constexpr std::size_t deepest = 256;
constexpr std::size_t chunk = 1U << 20U;

std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Neither declared as another encoding nor of two bytes a character.
bool is_utf8(std::string_view bytes) {
    const auto declaration = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{200}));
    if (declaration.find('\0') != std::string_view::npos || declaration.starts_with("\xFE\xFF") ||
        declaration.starts_with("\xFF\xFE")) {
        return false;
    }
    const auto encoding = declaration.find("encoding");
    if (encoding == std::string_view::npos) return true;
    const auto named = declaration.substr(encoding);
    return named.find("utf-8") != std::string_view::npos || named.find("UTF-8") != std::string_view::npos;
}

std::string message_for(XML_Error error) {
    if (error == XML_ERROR_UNKNOWN_ENCODING) return "the encoding that it names is not read. Save it as UTF-8.";
    if (error == XML_ERROR_NO_ELEMENTS) return "this is not XML, or not all of it. Check that the file is whole.";
    return std::string{"this is not XML ("} + XML_ErrorString(error) + "). Mend the text here.";
}

}  // namespace

// An exception must not pass through expat, which is C: it waits until expat has returned.
template <class Work>
void XmlReader::guarded(Work work) noexcept {
    if (thrown_) return;
    try {
        work();
    } catch (...) {
        thrown_ = std::current_exception();
        XML_StopParser(parser_, XML_FALSE);
    }
}

struct XmlCalls {
    static void open(void* self, const char* name, const char** attributes) {
        auto& reader = *static_cast<XmlReader*>(self);
        reader.guarded([&] { reader.enter(name, attributes); });
    }
    static void close(void* self, const char* name) {
        auto& reader = *static_cast<XmlReader*>(self);
        reader.guarded([&] {
            --reader.depth_;
            reader.closed(local(name));
        });
    }
    static void text(void* self, const char* text, int size) {
        auto& reader = *static_cast<XmlReader*>(self);
        reader.guarded([&] { reader.text({text, static_cast<std::size_t>(size)}); });
    }
    static void doctype(void* self, const char*, const char*, const char*, int) {
        auto& reader = *static_cast<XmlReader*>(self);
        reader.guarded([&] { reader.fail("a document type declaration is not read. Remove <!DOCTYPE …>."); });
    }
};

XmlReader::XmlReader(std::string path) : path_{std::move(path)}, parser_{XML_ParserCreate(nullptr)} {
    if (parser_ == nullptr) throw std::bad_alloc{};
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, &XmlCalls::open, &XmlCalls::close);
    XML_SetCharacterDataHandler(parser_, &XmlCalls::text);
    XML_SetStartDoctypeDeclHandler(parser_, &XmlCalls::doctype);
}

XmlReader::~XmlReader() {
    XML_ParserFree(parser_);
}

void XmlReader::parse(std::string_view bytes) {
    if (is_utf8(bytes)) places_.emplace(bytes);
    do {
        const auto piece = bytes.substr(0, chunk);
        bytes.remove_prefix(piece.size());
        const auto status = XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), bytes.empty());
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
        if (status == XML_STATUS_ERROR && XML_GetErrorCode(parser_) == XML_ERROR_NO_MEMORY) throw std::bad_alloc{};
        if (status == XML_STATUS_ERROR) fail(message_for(XML_GetErrorCode(parser_)));
    } while (!bytes.empty());
}

void XmlReader::enter(std::string_view name, const char** attributes) {
    if (++depth_ > deepest) fail("elements nest deeper than 256 levels. Flatten the file.");
    attributes_.clear();
    for (const char** at = attributes; *at != nullptr; at += 2) attributes_.emplace_back(local(at[0]), at[1]);
    opened(local(name));
}

std::optional<std::string_view> XmlReader::attribute(std::string_view name) const {
    const auto found = std::ranges::find(attributes_, name, &std::pair<std::string_view, std::string_view>::first);
    return found == attributes_.end() ? std::nullopt : std::optional{found->second};
}

std::string_view XmlReader::required(std::string_view element, std::string_view name) const {
    const auto value = attribute(name);
    if (!value) fail("the " + std::string{element} + " has no " + std::string{name} + ". Give it one.");
    return *value;
}

Place XmlReader::place() {
    if (!places_) return place_by_parser();
    return places_->of(static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_)));
}

Place XmlReader::place_by_parser() const {
    return {static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_)),
            static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_) + 1)};
}

void XmlReader::fail(const std::string& message) const {
    throw located(path_, place_by_parser(), message);
}

void append_xml(std::string& xml, std::string_view text, std::size_t& dropped) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        switch (c) {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            case '"':
                xml += "&quot;";
                break;
            case '\n':
                xml += "&#10;";
                break;
            case '\r':
                xml += "&#13;";
                break;
            case '\t':
                xml += "&#9;";
                break;
            default: {
                // U+FFFE and U+FFFF are no characters for XML either.
                const bool outside = text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
                if (outside) i += 2;
                if (outside || (static_cast<unsigned char>(c) < 0x20)) {
                    ++dropped;
                } else {
                    xml += c;
                }
            }
        }
    }
}

}  // namespace coopnet::io::detail
