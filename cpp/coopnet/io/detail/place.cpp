#include <coopnet/io/detail/place.hpp>

#include <algorithm>

namespace coopnet::io::detail {

Place place_of(std::string_view text, std::size_t byte) {
    return Places{text}.of(byte);
}

Place Places::of(std::size_t byte) {
    auto between = text_.substr(before_, std::min(byte, text_.size()) - before_);
    before_ += between.size();
    for (auto end = between.find('\n'); end != std::string_view::npos; end = between.find('\n')) {
        between.remove_prefix(end + 1);
        place_ = {place_.line + 1, 1};
    }
    const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
    place_.column += static_cast<std::uint32_t>(std::ranges::count_if(between, begins_character));
    return place_;
}

ParseError located(const std::string& path, Place place, const std::string& message) {
    return {path, place.line, place.column, message};
}

}  // namespace coopnet::io::detail
