#include <coopnet/core/error.hpp>
#include <coopnet/io/detail/parse_json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coopnet::io::detail {
namespace {

constexpr int deepest = 64;

ParseError located(const std::string& path, std::string_view text, std::size_t byte, const std::string& message) {
    const auto before = text.substr(0, std::min(byte, text.size()));
    const auto line = static_cast<std::uint64_t>(std::ranges::count(before, '\n')) + 1;
    const auto line_start = before.rfind('\n');
    const std::uint64_t column = line_start == std::string_view::npos ? before.size() : before.size() - line_start - 1;
    return {path, line, column, message};
}

}  // namespace

nlohmann::ordered_json parse_json(std::string_view text, const std::string& path) {
    const auto shallow = [&path](int depth, nlohmann::ordered_json::parse_event_t, nlohmann::ordered_json&) {
        if (depth > deepest) throw ParseError{path, 0, 0, "values nest deeper than 64 levels. Flatten the file."};
        return true;
    };
    try {
        return nlohmann::ordered_json::parse(text, shallow);
    } catch (const nlohmann::ordered_json::parse_error& error) {
        throw located(path, text, error.byte, "this is not JSON. Mend the text here, or check that the file is whole.");
    }
}

}  // namespace coopnet::io::detail
