#include <coopnet/analysis/pathways/most_reliable.hpp>
#include <coopnet/analysis/pathways/reach.hpp>
#include <coopnet/analysis/pathways/shortest.hpp>
#include <coopnet/model/instruments.hpp>

#include "arrays.hpp"
#include "bindings.hpp"
#include "mode.hpp"
#include "pathways.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

struct Asked {
    Vertex source = 0;
    Vertex target = 0;
    std::uint64_t most = 1;
    bool only_equal = false;
    std::optional<double> time_limit;
};

// Probabilities are multiplied, never added as logarithms.
Pathways best_pathways(const View& view, const Asked& asked, Monitor& monitor) {
    const bool multiplies = view.meaning == WeightMeaning::probability;
    const auto lengths = multiplies ? std::vector<double>{} : costs(view);
    return std::visit(
        [&](const auto& csr) {
            if (multiplies) {
                return pathways::most_reliable(
                    csr, csr.weights(), asked.source, asked.target,
                    {.k = asked.most, .only_equal = asked.only_equal, .time_limit = asked.time_limit}, monitor);
            }
            if (asked.only_equal) {
                return pathways::all_shortest(csr, lengths, asked.source, asked.target,
                                              {.max_results = asked.most, .time_limit = asked.time_limit}, monitor);
            }
            return pathways::k_shortest(csr, lengths, asked.source, asked.target,
                                        {.k = asked.most, .time_limit = asked.time_limit}, monitor);
        },
        view.csr);
}

// Each way as vertices, edges and length, and whether a limit left some out.
std::pair<std::vector<Way>, bool> best(const FrozenView& frozen, const std::string& source, const std::string& target,
                                       std::uint64_t most, bool only_equal, std::optional<double> time_limit,
                                       const py::object& progress) {
    const Asked asked{frozen.vertex(source), frozen.vertex(target), most, only_equal, time_limit};
    const std::uint64_t searches = std::min<std::uint64_t>(most, 1'000'000) + 1;
    const std::uint64_t effort = (frozen.vertex_count() + frozen.edge_count()) * searches;
    Pathways found =
        interruptible(effort, progress, [&](Monitor& monitor) { return best_pathways(frozen.view, asked, monitor); });
    return ways(std::move(found));
}

std::pair<py::array_t<Vertex>, py::array_t<std::uint32_t>> reached(const FrozenView& frozen, const std::string& source,
                                                                   std::optional<std::uint32_t> within,
                                                                   const std::string& mode,
                                                                   const py::object& progress) {
    const Vertex start = frozen.vertex(source);
    const pathways::ReachOptions options{.within = within, .mode = mode_from(mode)};
    Reach found = interruptible(frozen.vertex_count() + frozen.edge_count(), progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return pathways::reach(csr, start, options, monitor); });
    });
    return {to_array(std::move(found.vertices)), to_array(std::move(found.steps))};
}

std::vector<EdgeId> leaving(const FrozenView& frozen, const std::vector<std::string>& actors) {
    std::vector<Vertex> inside;
    inside.reserve(actors.size());
    for (const std::string& actor : actors) inside.push_back(frozen.vertex(actor));
    const py::gil_scoped_release unlocked;
    return frozen.visit([&](const auto& csr) { return pathways::leaving(csr, inside); });
}

using Joint = std::tuple<std::size_t, std::vector<std::string>, std::vector<std::size_t>, bool>;

// Each as actor row, groups, tie rows and whether it is in force; then the kinds that are missing.
std::pair<std::vector<Joint>, std::vector<std::string>> joining(const FrozenView& frozen,
                                                                const std::vector<std::string>& groups,
                                                                const std::vector<std::string>& binding) {
    const Network& network = *frozen.network;
    Instruments answer = instruments(network, frozen.view.edge_ties, groups, binding);
    std::vector<Joint> found;
    for (Joining& joint : answer.found) {
        std::vector<std::size_t> ties;
        ties.reserve(joint.ties.size());
        for (const TieRow tie : joint.ties) ties.push_back(index(tie));
        found.emplace_back(index(joint.instrument), std::move(joint.groups), std::move(ties), joint.in_force);
    }
    std::vector<std::string> missing;
    missing.reserve(answer.missing.size());
    for (const KindRow kind : answer.missing) missing.push_back(network.vocabulary()[kind].id);
    return {std::move(found), std::move(missing)};
}

}  // namespace

void bind_pathways(py::module_& m) {
    auto pathways = m.def_submodule("pathways");
    pathways.def("best", &best, "view"_a, "source"_a, "target"_a, py::kw_only(), "most"_a, "only_equal"_a,
                 "time_limit"_a, "progress"_a);
    pathways.def("reach", &reached, "view"_a, "source"_a, py::kw_only(), "within"_a, "mode"_a, "progress"_a);
    pathways.def("leaving", &leaving, "view"_a, "actors"_a);
    pathways.def("instruments", &joining, "view"_a, "groups"_a, "binding"_a);
}

}  // namespace coopnet::bindings
