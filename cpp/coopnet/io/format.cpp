#include <coopnet/core/error.hpp>
#include <coopnet/io/cyjs.hpp>
#include <coopnet/io/format.hpp>
#include <coopnet/io/gexf.hpp>
#include <coopnet/io/gml.hpp>
#include <coopnet/io/graphml.hpp>
#include <coopnet/io/pajek.hpp>
#include <coopnet/io/ucinet_dl.hpp>

#include <algorithm>
#include <array>

namespace coopnet::io {
namespace {

constexpr std::array<std::string_view, 1> graphml{".graphml"};

constexpr std::array<std::string_view, 1> gexf{".gexf"};
constexpr std::array<std::string_view, 1> gml{".gml"};
constexpr std::array<std::string_view, 1> pajek{".net"};
constexpr std::array<std::string_view, 1> pajek_project{".paj"};
constexpr std::array<std::string_view, 1> ucinet_dl{".dl"};
constexpr std::array<std::string_view, 1> cyjs{".cyjs"};

constexpr std::array<Format, 7> all{{
    {"graphml", graphml, &read_graphml, &write_graphml},
    {"gexf", gexf, &read_gexf, &write_gexf},
    {"gml", gml, &read_gml, &write_gml},
    {"pajek", pajek, &read_pajek, &write_pajek},
    {"pajek-project", pajek_project, &read_pajek, &write_pajek_project},
    {"ucinet-dl", ucinet_dl, &read_ucinet_dl, &write_ucinet_dl},
    {"cyjs", cyjs, &read_cyjs, &write_cyjs},
}};

}  // namespace

std::span<const Format> formats() noexcept {
    return all;
}

const Format& format_named(std::string_view name) {
    const auto found = std::ranges::find(all, name, &Format::name);
    if (found == all.end()) throw UnknownName{"The format \"" + std::string{name} + "\" is not known."};
    return *found;
}

}  // namespace coopnet::io
