#include <coopnet/analysis/pathways/best.hpp>
#include <coopnet/analysis/pathways/reach.hpp>
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

// Each way as vertices, edges and length, and whether a limit left some out.
std::pair<std::vector<Way>, bool> best(const FrozenView& frozen, const std::string& source, const std::string& target,
                                       std::uint64_t most, bool only_equal, std::optional<double> time_limit,
                                       const py::object& progress) {
    const Vertex from = frozen.vertex(source);
    const Vertex to = frozen.vertex(target);
    const pathways::BestOptions options{.most = most, .only_equal = only_equal, .time_limit = time_limit};
    const std::uint64_t searches = std::min<std::uint64_t>(most, 1'000'000) + 1;
    const std::uint64_t effort = (frozen.vertex_count() + frozen.edge_count()) * searches;
    Pathways found = interruptible(
        effort, progress, [&](Monitor& monitor) { return pathways::best(frozen.view, from, to, options, monitor); });
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
