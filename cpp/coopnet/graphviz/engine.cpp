#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/engine.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace coopnet::graphviz {
namespace {

using namespace std::string_view_literals;

constexpr std::array engines{"dot"sv, "neato"sv, "fdp"sv, "sfdp"sv, "twopi"sv, "circo"sv, "osage"sv, "nop"sv, "nop2"sv};
constexpr std::array formats{"svg"sv, "pdf"sv, "png"sv, "json"sv, "dot"sv};

template <typename Choice, std::size_t N>
Choice choice(const std::array<std::string_view, N>& names, std::string_view name, const std::string& what) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) return static_cast<Choice>(found - names.begin());
    std::string known;
    for (const std::string_view each : names) known += (known.empty() ? "" : ", ") + std::string{each};
    throw InvalidOption{"There is no " + what + " \"" + std::string{name} + "\"; choose one of " + known + "."};
}

}  // namespace

std::string_view name_of(Engine engine) {
    return engines.at(static_cast<std::size_t>(engine));
}

std::string_view name_of(Format format) {
    return formats.at(static_cast<std::size_t>(format));
}

Engine engine_named(std::string_view name) {
    return choice<Engine>(engines, name, "layout engine");
}

Format format_named(std::string_view name) {
    return choice<Format>(formats, name, "picture format");
}

}  // namespace coopnet::graphviz
