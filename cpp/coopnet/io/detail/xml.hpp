#pragma once

#include <coopnet/io/detail/place.hpp>

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct XML_ParserStruct;

namespace coopnet::io::detail {

/// Reads XML element by element, whatever its encoding; names come without their prefixes.
///
/// Throws ParseError, with line and column, for text that is no XML, elements nested deeper than 256 levels, and any
/// document type declaration: no entity of a file's own is ever expanded, and nothing else is loaded.
class XmlReader {
public:
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

protected:
    explicit XmlReader(std::string path);
    virtual ~XmlReader();

    void parse(std::string_view bytes);

    virtual void opened(std::string_view name) = 0;
    virtual void closed(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;

    /// Of the element that is being opened.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;
    [[nodiscard]] std::size_t attribute_count() const noexcept { return attributes_.size(); }
    /// The attribute. Throws ParseError if the element does not have it.
    [[nodiscard]] std::string_view required(std::string_view element, std::string_view name) const;
    /// Of what is being read.
    [[nodiscard]] Place place();
    [[noreturn]] void fail(const std::string& message) const;
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

private:
    friend struct XmlCalls;

    template <class Work>
    void guarded(Work work) noexcept;
    void enter(std::string_view name, const char** attributes);
    [[nodiscard]] Place place_by_parser() const;

    std::string path_;
    XML_ParserStruct* parser_;
    std::vector<std::pair<std::string_view, std::string_view>> attributes_;
    std::size_t depth_ = 0;
    std::optional<Places> places_;  // of a text in UTF-8: the parser counts more slowly
    std::exception_ptr thrown_;
};

/// Text as it stands in an element or an attribute between quotes. Characters that XML cannot carry are dropped and
/// counted in `dropped`.
void append_xml(std::string& xml, std::string_view text, std::size_t& dropped);

}  // namespace coopnet::io::detail
