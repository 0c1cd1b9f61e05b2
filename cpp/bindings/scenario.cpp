#include <coopnet/analysis/scenario/robustness.hpp>
#include <coopnet/model/evidence.hpp>
#include <coopnet/model/scenario.hpp>
#include <coopnet/view/freeze.hpp>
#include <coopnet/view/mask.hpp>

#include "arrays.hpp"
#include "bindings.hpp"
#include "views.hpp"
#include "waiting.hpp"
#include "words.hpp"

#include <pybind11/stl.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// --- edits ------------------------------------------------------------------------

// As coopnet.Scenario hands an edit over: texts by name; which edit it is follows from `edit` and who is named.
using Said = std::map<std::string, std::string>;
using Scenarios = std::vector<std::vector<Said>>;

std::string taken(Cells& cells, const std::string& name) {
    auto said = cells.extract(name);
    return said ? std::move(said.mapped()) : std::string{};
}

Between between(Cells& cells) {
    Between ties{taken(cells, "source"), taken(cells, "target")};
    if (cells.contains("relation")) ties.relation = taken(cells, "relation");
    return ties;
}

Edit edit_from(Said cells) {
    const std::string what = taken(cells, "edit");
    if (what == "add_actor") {
        std::string actor = taken(cells, "actor");
        return AddActor{std::move(actor), std::move(cells)};
    }
    if (what == "add_tie") {
        AddTie tie{taken(cells, "source"), taken(cells, "target"), taken(cells, "relation"), {}};
        tie.cells = std::move(cells);
        return tie;
    }
    if (what == "change" && cells.contains("id")) {
        std::string id = taken(cells, "id");
        return Change{std::move(id), std::move(cells)};
    }
    if (what == "change") {
        ChangeTies change{between(cells), {}};
        change.cells = std::move(cells);
        return change;
    }
    if (cells.contains("actor")) return RemoveActor{taken(cells, "actor")};
    if (cells.contains("tie")) return RemoveTie{taken(cells, "tie")};
    return RemoveTies{between(cells)};
}

std::vector<Edit> edits_from(const std::vector<Said>& said) {
    std::vector<Edit> edits;
    edits.reserve(said.size());
    for (const Said& edit : said) edits.push_back(edit_from(edit));
    return edits;
}

std::shared_ptr<Network> applied(const Network& network, const std::vector<Said>& said) {
    const auto edits = edits_from(said);
    const py::gil_scoped_release unlocked;
    return std::make_shared<Network>(edited(network, edits));
}

std::vector<std::string> names(const std::vector<Fate>& fates) {
    constexpr std::array words{"kept", "changed", "added", "removed"};
    std::vector<std::string> named;
    for (const Fate fate : fates) named.emplace_back(words.at(static_cast<std::size_t>(fate)));
    return named;
}

// The network with all in it, what became of actors and ties, and which edit wrote them.
using Laid = std::tuple<std::shared_ptr<Network>, std::vector<std::string>, std::vector<std::string>,
                        std::vector<std::size_t>, std::vector<std::size_t>>;

Laid laid_over(const Network& network, const std::vector<Said>& said, const std::vector<std::string>& as_they_were) {
    const auto edits = edits_from(said);
    const py::gil_scoped_release unlocked;
    Overlay overlay = overlaid(network, edits, as_they_were);
    return {std::make_shared<Network>(std::move(overlay.network)), names(overlay.actors), names(overlay.ties),
            std::move(overlay.edit_of_actors), std::move(overlay.edit_of_ties)};
}

using RowNumbers = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;

std::vector<RowNumbers> rows_removed(const Network& network, const Scenarios& scenarios) {
    std::vector<std::vector<Edit>> each;
    for (const auto& said : scenarios) each.push_back(edits_from(said));
    const py::gil_scoped_release unlocked;
    std::vector<RowNumbers> all;
    for (const RemovedRows& rows : removed_rows(network, each)) {
        RowNumbers& numbers = all.emplace_back();
        for (const ActorRow actor : rows.actors) numbers.first.push_back(static_cast<std::uint32_t>(index(actor)));
        for (const TieRow tie : rows.ties) numbers.second.push_back(static_cast<std::uint32_t>(index(tie)));
    }
    return all;
}

std::shared_ptr<Network> with_table(const Network& network, const std::string& table) {
    const ReliabilityTable& own = network.vocabulary().reliability;
    if (table != "flatter" && table != "steeper") {
        throw InvalidOption{"There is no table \"" + table + "\": flatter or steeper."};
    }
    const py::gil_scoped_release unlocked;
    return std::make_shared<Network>(with_reliabilities(network, table == "flatter" ? own.flatter() : own.steeper()));
}

// --- switching ----------------------------------------------------------------------

// A network selected once, to be folded again with other actors and ties switched off.
struct Switchable {
    std::shared_ptr<const Network> network;
    Selection selection;
    FoldOptions options;

    [[nodiscard]] FrozenView without(const std::vector<std::uint32_t>& actors,
                                     const std::vector<std::uint32_t>& ties) const {
        Mask mask{std::vector<bool>(network->actors().size(), false), std::vector<bool>(network->ties().size(), false)};
        for (const std::uint32_t actor : actors) mask.actors.at(actor) = true;
        for (const std::uint32_t tie : ties) mask.ties.at(tie) = true;
        return {network, fold(masked(selection, mask), options)};
    }
};

Switchable selected(std::shared_ptr<const Network> network, const AskedProjection& asked, bool merges) {
    const Projection projection = projection_from(asked);
    const py::gil_scoped_release unlocked;
    Selection selection = select(*network, projection);
    return {std::move(network), std::move(selection), fold_options(projection, merges)};
}

// --- robustness -----------------------------------------------------------------------

constexpr Words<scenario::Removed, 2> removable{
    {{"actors", scenario::Removed::actors}, {"ties", scenario::Removed::ties}}};

std::vector<std::uint32_t> largest_pieces(const FrozenView& view, const std::vector<std::uint32_t>& order,
                                          const std::string& of) {
    const auto removed = meaning_of(of, "of", removable);
    const py::gil_scoped_release unlocked;
    return view.visit([&](const auto& csr) {
        return removed == scenario::Removed::actors ? scenario::largest_without_actors(csr, order)
                                                    : scenario::largest_without_edges(csr, order);
    });
}

using Curve = std::tuple<std::vector<double>, std::vector<std::uint32_t>, std::vector<std::uint32_t>>;

Curve random_failures(const FrozenView& view, const std::string& of, std::uint32_t runs, std::uint64_t seed,
                      const py::object& progress) {
    const scenario::RandomFailures options{meaning_of(of, "of", removable), runs, seed};
    const std::uint64_t effort = runs * (view.vertex_count() + view.edge_count()) * 8;
    scenario::FailureCurve curve = interruptible(effort, progress, [&](Monitor& monitor) {
        return view.visit([&](const auto& csr) { return scenario::random_failures(csr, options, monitor); });
    });
    return {std::move(curve.mean), std::move(curve.low), std::move(curve.high)};
}

}  // namespace

void bind_scenario(py::module_& m) {
    auto scenario = m.def_submodule("scenario");
    scenario.def("applied", &applied, "network"_a, "edits"_a);
    scenario.def("overlaid", &laid_over, "network"_a, "edits"_a, "as_they_were"_a);
    scenario.def("removed_rows", &rows_removed, "network"_a, "scenarios"_a);
    scenario.def("with_reliabilities", &with_table, "network"_a, "table"_a);

    py::class_<Switchable>(scenario, "Switchable")
        .def("without", &Switchable::without, "actors"_a, "ties"_a, py::call_guard<py::gil_scoped_release>());
    scenario.def("selected", &selected, "network"_a, "projection"_a, py::kw_only(), "merges"_a);

    scenario.def("largest_pieces", &largest_pieces, "view"_a, "order"_a, py::kw_only(), "of"_a);
    scenario.def("random_failures", &random_failures, "view"_a, py::kw_only(), "of"_a, "runs"_a, "seed"_a,
                 "progress"_a);
    scenario.def("random_order", &coopnet::scenario::random_order, "count"_a, "seed"_a, "run"_a);
}

}  // namespace coopnet::bindings
