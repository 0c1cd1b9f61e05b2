#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/walks.hpp>
#include <coopnet/analysis/two_mode/eigenvector.hpp>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace coopnet::two_mode {
namespace {

Scores undefined(std::uint32_t count, std::string why) {
    return {std::vector<double>(count, std::numeric_limits<double>::quiet_NaN()), std::move(why)};
}

}  // namespace

Scores eigenvector(const Modes& modes, EigenvectorOptions options, Monitor& monitor) {
    const std::uint32_t count = modes.graph.vertex_count();
    if (count == 0) return {};
    if (modes.graph.edge_count() == 0) return undefined(count, "there are no ties between the modes.");
    const auto flow = detail::inflow(modes.graph, modes.strengths, detail::Mode::in);
    const auto pieces = detail::leading_pieces(flow, detail::members(detail::weak_pieces(modes.graph)), monitor);
    if (pieces.equals > 1) {
        return undefined(count, std::to_string(pieces.equals) +
                                    " pieces of the network lead equally, so that no one answer is right.");
    }
    std::array<std::vector<double>, 2> parts{std::vector<double>(count, 0.0), std::vector<double>(count, 0.0)};
    const auto& leaders = pieces.members[pieces.first];
    for (std::size_t i = 0; i < leaders.size(); ++i)
        parts[modes.mode[leaders[i]]][leaders[i]] = pieces.pairs[pieces.first].scores[i];

    Scores scores{std::vector<double>(count, 0.0), {}};
    for (std::uint32_t mode = 0; mode < 2; ++mode) {
        std::vector<Vertex> members;
        std::vector<double> values;
        for (Vertex v = 0; v < count; ++v) {
            if (modes.mode[v] != mode) continue;
            members.push_back(v);
            values.push_back(parts[mode][v]);
        }
        const Scores scaled = detail::scaled(std::move(values), options.scale);
        for (std::size_t i = 0; i < members.size(); ++i) scores.values[members[i]] = scaled.values[i];
    }
    return scores;
}

}  // namespace coopnet::two_mode
