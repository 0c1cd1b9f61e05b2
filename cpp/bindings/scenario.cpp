#include <coopnet/model/evidence.hpp>
#include <coopnet/model/scenario.hpp>

#include "bindings.hpp"

#include <pybind11/stl.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Words = std::map<std::string, std::string>;

// An actor, or source, target and perhaps a relation.
Edit edit_from(const Words& given) {
    if (const auto actor = given.find("actor"); actor != given.end()) return RemoveActor{actor->second};
    RemoveTies ties{given.at("source"), given.at("target")};
    if (const auto relation = given.find("relation"); relation != given.end()) ties.relation = relation->second;
    return ties;
}

std::shared_ptr<Network> without(const Network& network, const std::vector<Words>& removed) {
    std::vector<Edit> edits;
    edits.reserve(removed.size());
    for (const Words& edit : removed) edits.push_back(edit_from(edit));
    const py::gil_scoped_release unlocked;
    return std::make_shared<Network>(edited(network, edits));
}

std::shared_ptr<Network> with_table(const Network& network, const std::string& table) {
    const ReliabilityTable& own = network.vocabulary().reliability;
    if (table != "flatter" && table != "steeper") {
        throw InvalidOption{"There is no table \"" + table + "\": flatter or steeper."};
    }
    const py::gil_scoped_release unlocked;
    return std::make_shared<Network>(with_reliabilities(network, table == "flatter" ? own.flatter() : own.steeper()));
}

}  // namespace

void bind_scenario(py::module_& m) {
    auto scenario = m.def_submodule("scenario");
    scenario.def("without", &without, "network"_a, "removed"_a);
    scenario.def("with_reliabilities", &with_table, "network"_a, "table"_a);
}

}  // namespace coopnet::bindings
