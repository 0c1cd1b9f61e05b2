#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/lines.hpp>
#include <coopnet/io/detail/pajek_words.hpp>

#include <algorithm>

namespace coopnet::io::detail {
namespace {

constexpr std::array<std::string_view, 10> shapes{"ellipse", "box",   "diamond", "triangle", "cross",
                                                  "empty",   "house", "man",     "woman",    "circle"};
constexpr std::array<std::string_view, 17> of_vertices{"x_fact", "y_fact", "s_size", "phi", "r",  "q",
                                                       "ic",     "bc",     "bw",     "lc",  "la", "lr",
                                                       "lphi",   "fos",    "font",   "url", "ap"};
constexpr std::array<std::string_view, 19> of_lines{"lphi", "c",   "p",    "w",  "s",  "a",  "ap", "h1", "h2", "a1",
                                                    "k1",   "fos", "font", "lp", "lr", "lc", "la", "a2", "k2"};

bool is_year(std::string_view text) {
    return text.size() == 4 && text != "0000" &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) && text.front() != '0';
}

}  // namespace

bool is_shape(std::string_view word) noexcept {
    return std::ranges::any_of(shapes, [&](std::string_view shape) { return is_word(word, shape); });
}

bool is_parameter_of_vertex(std::string_view name) noexcept {
    return std::ranges::find(of_vertices, name) != of_vertices.end();
}

bool is_parameter_of_line(std::string_view name) noexcept {
    return std::ranges::find(of_lines, name) != of_lines.end();
}

std::vector<Years> years_of(std::string_view interval) {
    std::vector<Years> found;
    while (!interval.empty()) {
        const auto end = std::min(interval.find(','), interval.size());
        const auto piece = trimmed(interval.substr(0, end));
        interval.remove_prefix(std::min(end + 1, interval.size()));
        const auto dash = std::min(piece.find('-'), piece.size());
        const auto since = trimmed(piece.substr(0, dash));
        const auto until = dash == piece.size() ? since : trimmed(piece.substr(dash + 1));
        if (!is_year(since) || (!is_year(until) && until != "*")) return {};
        found.push_back({std::string{since}, until == "*" ? ".." : std::string{until}});
    }
    return found;
}

std::optional<std::string> interval_of(std::string_view since, std::string_view until) {
    if (!is_year(since) || (!is_year(until) && until != "..")) return std::nullopt;
    if (since == until) return std::string{since};
    return std::string{since} + "-" + (until == ".." ? "*" : std::string{until});
}

}  // namespace coopnet::io::detail
