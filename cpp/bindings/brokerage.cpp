#include <coopnet/analysis/brokerage/bridging.hpp>
#include <coopnet/analysis/brokerage/constraint.hpp>
#include <coopnet/analysis/brokerage/dyadic_constraint.hpp>
#include <coopnet/analysis/brokerage/effective_size.hpp>
#include <coopnet/analysis/brokerage/fragmentation.hpp>
#include <coopnet/analysis/brokerage/key_players.hpp>
#include <coopnet/analysis/brokerage/roles.hpp>
#include <coopnet/analysis/brokerage/simmelian.hpp>
#include <coopnet/analysis/brokerage/two_mode_roles.hpp>

#include "alternative.hpp"
#include "answers.hpp"
#include "bindings.hpp"
#include "mode.hpp"
#include "words.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

std::optional<brokerage::TriadWeight> weight_from(const std::optional<std::string>& word) {
    using brokerage::TriadWeight;
    if (!word) return std::nullopt;
    constexpr Words<TriadWeight, 5> weights{{{"minimum", TriadWeight::minimum},
                                             {"maximum", TriadWeight::maximum},
                                             {"arithmetic", TriadWeight::arithmetic},
                                             {"geometric", TriadWeight::geometric},
                                             {"product", TriadWeight::product}}};
    return meaning_of(*word, "weighted", weights);
}

// Six numbers an actor, then six of the network as a whole.
py::array_t<double> numbers(const RoleTable& table, RoleNumbers RoleRow::* column) {
    std::vector<double> numbers;
    const auto add = [&](const RoleRow& row) {
        numbers.insert(numbers.end(), (row.*column).begin(), (row.*column).end());
    };
    for (const RoleRow& row : table.actors) add(row);
    add(table.total);
    return to_array(std::move(numbers));
}

py::dict columns(const RoleTable& table) {
    return py::dict("count"_a = numbers(table, &RoleRow::count), "expected"_a = numbers(table, &RoleRow::expected),
                    "z"_a = numbers(table, &RoleRow::z), "p"_a = numbers(table, &RoleRow::p),
                    "arrangements"_a = table.arrangements, "exact"_a = table.exact, "why"_a = table.why);
}

py::dict roles(const FrozenView& frozen, const std::vector<std::uint32_t>& groups, const py::object& progress,
               const std::optional<std::string>& weighted, bool shared, bool one_way, std::uint32_t permutations,
               std::uint64_t seed, const std::string& alternative) {
    const brokerage::RolesOptions options{.weighted = weight_from(weighted),
                                          .shared = shared,
                                          .one_way = one_way,
                                          .permutations = permutations,
                                          .seed = seed,
                                          .alternative = alternative_from(alternative)};
    const auto weights = options.weighted ? strengths(frozen.view) : std::span<const double>{};
    const std::uint64_t effort = 10 * one_round(frozen) * (10 + std::uint64_t{permutations});
    const RoleTable table = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return brokerage::roles(csr, groups, weights, options, monitor); });
    });
    return columns(table);
}

std::pair<std::vector<Vertex>, py::dict> two_mode_roles(const FrozenView& frozen, const std::vector<Vertex>& forums,
                                                        const std::vector<std::uint32_t>& groups,
                                                        const py::object& progress, bool chains,
                                                        std::uint32_t permutations, std::uint64_t seed,
                                                        const std::string& alternative) {
    const brokerage::TwoModeRolesOptions options{
        .chains = chains, .permutations = permutations, .seed = seed, .alternative = alternative_from(alternative)};
    const std::uint64_t effort = 10 * from_everybody(frozen) * (1 + std::uint64_t{permutations});
    auto [actors, table] = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return brokerage::two_mode_roles(csr, forums, groups, options, monitor); });
    });
    return {std::move(actors), columns(table)};
}

// Contacts of contacts are looked at: more than one pass, less than a search from everybody.
std::uint64_t around_everybody(const FrozenView& frozen) {
    return 20 * one_round(frozen);
}

Answer constraint(const FrozenView& frozen, bool ego_network, bool sinks) {
    const brokerage::ConstraintOptions options{.ego_network = ego_network, .sinks = sinks};
    const auto weights = strengths(frozen.view);
    return scores(frozen, around_everybody(frozen), py::none(), [&](const auto& csr, Monitor& monitor) {
        return brokerage::constraint(csr, weights, options, monitor);
    });
}

Answer hierarchy(const FrozenView& frozen, bool ego_network, bool sinks) {
    const brokerage::ConstraintOptions options{.ego_network = ego_network, .sinks = sinks};
    const auto weights = strengths(frozen.view);
    return scores(frozen, around_everybody(frozen), py::none(), [&](const auto& csr, Monitor& monitor) {
        return brokerage::hierarchy(csr, weights, options, monitor);
    });
}

Answer effective_size(const FrozenView& frozen, bool ego_network, bool sinks) {
    const brokerage::ConstraintOptions options{.ego_network = ego_network, .sinks = sinks};
    const auto weights = strengths(frozen.view);
    return scores(frozen, around_everybody(frozen), py::none(), [&](const auto& csr, Monitor& monitor) {
        return brokerage::effective_size(csr, weights, options, monitor);
    });
}

Answer efficiency(const FrozenView& frozen, bool ego_network, bool sinks) {
    const brokerage::ConstraintOptions options{.ego_network = ego_network, .sinks = sinks};
    const auto weights = strengths(frozen.view);
    return scores(frozen, around_everybody(frozen), py::none(), [&](const auto& csr, Monitor& monitor) {
        return brokerage::efficiency(csr, weights, options, monitor);
    });
}

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

std::pair<Pairs, py::array_t<double>> dyadic_constraint(const FrozenView& frozen, bool ego_network) {
    const auto weights = strengths(frozen.view);
    detail::Contacts constraints = interruptible(around_everybody(frozen), py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            return brokerage::dyadic_constraint(csr, weights, {.ego_network = ego_network}, monitor);
        });
    });
    Pairs pairs;
    for (Vertex v = 0; v < constraints.vertex_count(); ++v) {
        for (const Vertex contact : constraints.of(v)) pairs.emplace_back(v, contact);
    }
    return {std::move(pairs), to_array(std::move(constraints.strengths))};
}

enum class BridgingMethod { hwang, valente_fujimoto };

Answer bridging(const FrozenView& frozen, const py::object& progress, const std::string& method, bool normalized) {
    constexpr Words<BridgingMethod, 2> methods{
        {{"hwang", BridgingMethod::hwang}, {"valente_fujimoto", BridgingMethod::valente_fujimoto}}};
    if (meaning_of(method, "method", methods) == BridgingMethod::valente_fujimoto) {
        return scores(frozen, 8 * from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
            return brokerage::bridging_by_loss(csr, {.normalized = normalized}, monitor);
        });
    }
    const auto lengths = costs(frozen.view);
    return scores(frozen, from_everybody(frozen), progress, [&](const auto& csr, Monitor& monitor) {
        return brokerage::bridging(csr, lengths, {.normalized = normalized}, monitor);
    });
}

std::pair<Pairs, py::array_t<double>> tie_bridging(const FrozenView& frozen, const py::object& progress,
                                                   bool normalized) {
    const auto ties = interruptible(8 * from_everybody(frozen), progress, [&](Monitor& monitor) {
        return frozen.visit(
            [&](const auto& csr) { return brokerage::tie_bridging(csr, {.normalized = normalized}, monitor); });
    });
    Pairs pairs;
    std::vector<double> losses;
    for (const brokerage::TieBridging& tie : ties) {
        pairs.emplace_back(tie.first, tie.second);
        losses.push_back(tie.loss);
    }
    return {std::move(pairs), to_array(std::move(losses))};
}

Answer simmelian(const FrozenView& frozen) {
    return scores(frozen, around_everybody(frozen), py::none(),
                  [&](const auto& csr, Monitor& monitor) { return brokerage::simmelian(csr, monitor); });
}

std::pair<Pairs, py::array_t<double>> simmelian_ties(const FrozenView& frozen) {
    const auto ties = interruptible(around_everybody(frozen), py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return brokerage::mutual_ties(csr, monitor); });
    });
    Pairs pairs;
    std::vector<double> thirds;
    for (const brokerage::MutualTie& tie : ties) {
        pairs.emplace_back(tie.first, tie.second);
        thirds.push_back(tie.thirds);
    }
    return {std::move(pairs), to_array(std::move(thirds))};
}

double fragmentation(const FrozenView& frozen, const std::vector<Vertex>& without, bool by_distance,
                     const std::string& mode) {
    const brokerage::FragmentationOptions options{.by_distance = by_distance, .mode = mode_from(mode)};
    const std::uint64_t effort = frozen.vertex_count() * one_round(frozen);
    return interruptible(effort, py::none(), [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return brokerage::fragmentation(csr, without, options, monitor); });
    });
}

double group_reach(const FrozenView& frozen, const std::vector<Vertex>& actors, bool by_distance, std::uint32_t within,
                   const std::string& mode) {
    const brokerage::GroupReachOptions options{.by_distance = by_distance, .within = within, .mode = mode_from(mode)};
    const py::gil_scoped_release unlocked;
    return frozen.visit([&](const auto& csr) { return brokerage::group_reach(csr, actors, options); });
}

using Sets = std::vector<std::vector<Vertex>>;

std::tuple<Sets, double, double, bool> key_players(const FrozenView& frozen, std::uint32_t k,
                                                   const py::object& progress, const std::string& goal,
                                                   const std::string& method, std::optional<std::uint32_t> within,
                                                   const std::string& mode, std::uint64_t max_results,
                                                   std::optional<double> time_limit) {
    using brokerage::Goal;
    using brokerage::Method;
    constexpr Words<Goal, 4> goals{{{"fragment", Goal::fragment},
                                    {"distance_fragment", Goal::distance_fragment},
                                    {"reach", Goal::reach},
                                    {"distance_reach", Goal::distance_reach}}};
    constexpr Words<Method, 2> methods{{{"exact", Method::exact}, {"greedy", Method::greedy}}};
    const brokerage::KeyPlayersOptions options{.goal = meaning_of(goal, "goal", goals),
                                               .method = meaning_of(method, "method", methods),
                                               .within = within,
                                               .mode = mode_from(mode),
                                               .max_results = max_results,
                                               .time_limit = time_limit};
    constexpr std::uint64_t long_work = 1'000'000'000;  // nobody knows how long: always interruptible
    KeyPlayers players = interruptible(long_work, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) { return brokerage::key_players(csr, k, options, monitor); });
    });
    return {std::move(players.sets), players.value, players.bound, players.partial};
}

}  // namespace

void bind_brokerage(py::module_& m) {
    auto brokerage = m.def_submodule("brokerage");
    brokerage.def("roles", &roles, "view"_a, "groups"_a, "progress"_a, py::kw_only(), "weighted"_a, "shared"_a,
                  "one_way"_a, "permutations"_a, "seed"_a, "alternative"_a);
    brokerage.def("two_mode_roles", &two_mode_roles, "view"_a, "forums"_a, "groups"_a, "progress"_a, py::kw_only(),
                  "chains"_a, "permutations"_a, "seed"_a, "alternative"_a);
    brokerage.def("constraint", &constraint, "view"_a, py::kw_only(), "ego_network"_a, "sinks"_a);
    brokerage.def("hierarchy", &hierarchy, "view"_a, py::kw_only(), "ego_network"_a, "sinks"_a);
    brokerage.def("effective_size", &effective_size, "view"_a, py::kw_only(), "ego_network"_a, "sinks"_a);
    brokerage.def("efficiency", &efficiency, "view"_a, py::kw_only(), "ego_network"_a, "sinks"_a);
    brokerage.def("dyadic_constraint", &dyadic_constraint, "view"_a, py::kw_only(), "ego_network"_a);
    brokerage.def("bridging", &bridging, "view"_a, "progress"_a, py::kw_only(), "method"_a, "normalized"_a);
    brokerage.def("tie_bridging", &tie_bridging, "view"_a, "progress"_a, py::kw_only(), "normalized"_a);
    brokerage.def("simmelian", &simmelian, "view"_a);
    brokerage.def("simmelian_ties", &simmelian_ties, "view"_a);
    brokerage.def("fragmentation", &fragmentation, "view"_a, "without"_a, py::kw_only(), "by_distance"_a, "mode"_a);
    brokerage.def("group_reach", &group_reach, "view"_a, "actors"_a, py::kw_only(), "by_distance"_a, "within"_a,
                  "mode"_a);
    brokerage.def("key_players", &key_players, "view"_a, "k"_a, "progress"_a, py::kw_only(), "goal"_a, "method"_a,
                  "within"_a, "mode"_a, "max_results"_a, "time_limit"_a);
}

}  // namespace coopnet::bindings
