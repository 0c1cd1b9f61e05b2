#include <coopnet/analysis/pathways/find.hpp>
#include <coopnet/analysis/pathways/pareto.hpp>
#include <coopnet/analysis/pathways/through.hpp>
#include <coopnet/view/freeze.hpp>
#include <coopnet/view/freeze_labels.hpp>

#include "arrays.hpp"
#include "bindings.hpp"
#include "pathways.hpp"
#include "views.hpp"
#include "waiting.hpp"
#include "words.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using pathways::Admission;
using pathways::Aim;
using pathways::Limit;
using pathways::Measure;
using pathways::Stop;
using Texts = std::vector<std::string>;
using Limits = std::map<std::string, double>;

// --- what is asked, read against the view -------------------------------------------------

// An actor by its id, unless the projection leaves it out; else a condition.
std::optional<Stop> stop(const FrozenView& frozen, const std::string& text, bool must_be_there) {
    const bool condition = text.starts_with('[') || text.find('=') != std::string::npos;
    const auto& keys = frozen.view.names->keys();
    if (std::ranges::find(keys, text) != keys.end() || (must_be_there && !condition)) return frozen.vertex(text);
    if (condition) return pathways::parse_demand(text);
    static_cast<void>(frozen.network->actor(text));
    return std::nullopt;
}

std::vector<Stop> stops(const FrozenView& frozen, const Texts& texts, bool must_be_there) {
    std::vector<Stop> stops;
    for (const std::string& text : texts) {
        if (auto made = stop(frozen, text, must_be_there)) stops.push_back(std::move(*made));
    }
    return stops;
}

struct Question {
    Admission admitted;
    Measure measure;
    std::vector<Limit> limits;
};

Admission admission(const FrozenView& frozen, const std::optional<std::string>& pattern, const Texts& via,
                    const Texts& avoid) {
    pathways::Wish wish{.via = stops(frozen, via, true), .avoid = stops(frozen, avoid, false)};
    if (pattern) wish.pattern = pathways::parse_pattern(*pattern);
    const auto columns = pathways::columns_of(wish);
    const Labels labels = freeze_labels(*frozen.network, frozen.view, columns.actors, columns.ties);
    return admit(wish, labels, static_cast<std::uint32_t>(frozen.vertex_count()),
                 static_cast<std::uint32_t>(frozen.edge_count()));
}

Measure weighed(const FrozenView& frozen, bool widest) {
    const auto weights = frozen.view.weights();
    std::vector<double> numbers{weights.begin(), weights.end()};
    if (widest) return {Aim::widest, std::move(numbers)};
    if (frozen.view.meaning == WeightMeaning::probability) return {Aim::most_reliable, std::move(numbers)};
    return {Aim::least, costs(frozen.view)};
}

Measure column(const FrozenView& frozen, const std::string& name, std::optional<double> fill) {
    if (name == "steps") return {};
    const Aim aim = name == "reliability" ? Aim::most_reliable : Aim::least;
    return {aim, edge_numbers(*frozen.network, frozen.view, name, fill)};
}

std::vector<Limit> limits_of(const FrozenView& frozen, const Limits& limits, std::optional<double> fill) {
    std::vector<Limit> bounds;
    for (const auto& [name, bound] : limits) bounds.push_back({column(frozen, name, fill), bound});
    return bounds;
}

Question question(const FrozenView& frozen, const std::optional<std::string>& pattern, const Texts& via,
                  const Texts& avoid, const Limits& limits, bool widest, std::optional<double> fill) {
    return {admission(frozen, pattern, via, avoid), weighed(frozen, widest), limits_of(frozen, limits, fill)};
}

// --- questions ------------------------------------------------------------------------------

std::pair<std::vector<Way>, bool> find(const FrozenView& frozen, const std::string& source, const std::string& target,
                                       const std::optional<std::string>& pattern, const Texts& via, const Texts& avoid,
                                       const Limits& limits, bool widest, std::optional<double> fill, std::uint64_t k,
                                       bool walks, std::optional<double> time_limit, const py::object& progress) {
    const Vertex from = frozen.vertex(source), to = frozen.vertex(target);
    const Question asked = question(frozen, pattern, via, avoid, limits, widest, fill);
    Pathways found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            return pathways::find(csr, asked.admitted, asked.measure, asked.limits, from, to,
                                  {.k = k, .walks = walks, .time_limit = time_limit}, monitor);
        });
    });
    return ways(std::move(found));
}

// Each way with what it adds up to, by measure; and whether a limit left some out.
std::pair<std::vector<std::pair<Way, std::vector<double>>>, bool> pareto(
    const FrozenView& frozen, const std::string& source, const std::string& target, const Texts& by,
    const std::optional<std::string>& pattern, const Texts& via, const Texts& avoid, const Limits& limits,
    std::optional<double> fill, std::uint64_t max_results, std::optional<double> time_limit,
    const py::object& progress) {
    const Vertex from = frozen.vertex(source), to = frozen.vertex(target);
    const Admission admitted = admission(frozen, pattern, via, avoid);
    std::vector<Measure> measures;
    for (const std::string& name : by) measures.push_back(column(frozen, name, fill));
    const auto bounds = limits_of(frozen, limits, fill);
    pathways::Front found = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            return pathways::pareto(csr, admitted, measures, bounds, from, to,
                                    {.max_results = max_results, .time_limit = time_limit}, monitor);
        });
    });
    std::vector<std::pair<Way, std::vector<double>>> ways;
    ways.reserve(found.items.size());
    for (auto& [way, values] : found.items) {
        ways.emplace_back(Way{std::move(way.vertices), std::move(way.edges), way.length}, std::move(values));
    }
    return {std::move(ways), found.partial};
}

// Those that an id or a condition names, in the view's order.
std::vector<Vertex> some(const FrozenView& frozen, const Texts& texts) {
    std::vector<Vertex> all;
    for (const Stop& one : stops(frozen, texts, true)) {
        if (const auto* vertex = std::get_if<Vertex>(&one)) {
            all.push_back(*vertex);
            continue;
        }
        const auto& demand = std::get<pathways::Demand>(one);
        const auto columns = pathways::columns_of({.via = {one}});
        const Labels labels = freeze_labels(*frozen.network, frozen.view, columns.actors, columns.ties);
        const auto fit = pathways::fitting(demand, labels, static_cast<std::uint32_t>(frozen.vertex_count()));
        all.insert(all.end(), fit.begin(), fit.end());
    }
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

// By actor and by edge, then the pairs, those joined, and whether a limit left pathways out.
py::tuple through(const FrozenView& frozen, const Texts& sources, const Texts& targets,
                  const std::optional<std::string>& pattern, const Texts& via, const Texts& avoid, const Limits& limits,
                  bool shared, std::optional<double> fill, std::uint64_t k, std::optional<double> time_limit,
                  const py::object& progress) {
    const auto from = some(frozen, sources), to = some(frozen, targets);
    const Question asked = question(frozen, pattern, via, avoid, limits, false, fill);
    const auto chances = shared ? column(frozen, "reliability", fill).numbers : std::vector<double>{};
    Passage passage = interruptible(endless, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            return pathways::through(csr, asked.admitted, asked.measure, asked.limits, from, to, chances,
                                     {.k = k, .time_limit = time_limit}, monitor);
        });
    });
    return py::make_tuple(to_array(std::move(passage.vertices)), to_array(std::move(passage.edges)), passage.pairs,
                          passage.joined, passage.partial);
}

}  // namespace

void bind_patterns(py::module_& m) {
    auto pathways = m.attr("pathways").cast<py::module_>();
    pathways.def("find", &find, "view"_a, "source"_a, "target"_a, py::kw_only(), "pattern"_a, "via"_a, "avoid"_a,
                 "limits"_a, "widest"_a, "fill"_a, "k"_a, "walks"_a, "time_limit"_a, "progress"_a);
    pathways.def("pareto", &pareto, "view"_a, "source"_a, "target"_a, py::kw_only(), "by"_a, "pattern"_a, "via"_a,
                 "avoid"_a, "limits"_a, "fill"_a, "max_results"_a, "time_limit"_a, "progress"_a);
    pathways.def("through", &through, "view"_a, "sources"_a, "targets"_a, py::kw_only(), "pattern"_a, "via"_a,
                 "avoid"_a, "limits"_a, "shared"_a, "fill"_a, "k"_a, "time_limit"_a, "progress"_a);
}

}  // namespace coopnet::bindings
