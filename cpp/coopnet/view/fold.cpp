#include <coopnet/core/number.hpp>
#include <coopnet/view/detail/affiliations.hpp>
#include <coopnet/view/detail/bundle.hpp>
#include <coopnet/view/fold.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace coopnet {
namespace {

using detail::Bundle;

constexpr double least_cost = 1e-9;

bool folds_forums(const FoldOptions& options) noexcept {
    return options.affiliations != Affiliations::keep;
}

bool is_undirected(const Selection& selection, const FoldOptions& options) noexcept {
    return !selection.directed_ties && (folds_forums(options) || !selection.directed_affiliations);
}

// --- weights ----------------------------------------------------------------------

void require_usable(double weight, const Selection& selection, std::size_t tie) {
    const bool probability = selection.meaning == WeightMeaning::probability;
    const bool unlimited = selection.meaning == WeightMeaning::capacity && std::isinf(weight);
    if ((std::isfinite(weight) || unlimited) && weight >= 0 && (!probability || weight <= 1)) return;
    const Names& names = *selection.names;
    throw InvalidWeight{"The tie " + names[selection.sources[tie]] + " → " + names[selection.targets[tie]] +
                        " has the weight " + format_number(weight) + ", which is " +
                        (probability ? "no probability from 0 to 1" : "negative or not finite") +
                        ". Mend it, or choose another weight."};
}

// Without strength, probability or capacity there is no tie; a cost may be nothing.
bool is_a_tie(WeightMeaning meaning, double weight) noexcept {
    return meaning == WeightMeaning::cost || weight > 0;
}

std::vector<bool> counting_ties(const Selection& selection, const FoldOptions& options) {
    std::vector<bool> counts(selection.ties.size(), true);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!options.loops && selection.sources[i] == selection.targets[i]) counts[i] = false;
        if (selection.weights.empty()) continue;
        require_usable(selection.weights[i], selection, i);
        if (!is_a_tie(selection.meaning, selection.weights[i])) counts[i] = false;
    }
    return counts;
}

// --- edges ------------------------------------------------------------------------

// A forum that is folded away takes along every tie that ends in it.
Bundle single_ties(const Selection& selection, const FoldOptions& options, const std::vector<bool>& counts) {
    Bundle bundle;
    bundle.reserve(selection.ties.size());
    const bool fold = folds_forums(options);
    const bool undirected = is_undirected(selection, options);
    for (std::size_t i = 0; i < selection.ties.size(); ++i) {
        Vertex source = selection.sources[i];
        Vertex target = selection.targets[i];
        if (!counts[i] || (fold && (selection.forum[source] || selection.forum[target]))) continue;
        if (selection.reversed && selection.directed[i]) std::swap(source, target);
        const double weight = selection.weights.empty() ? 1 : selection.weights[i];
        const bool both_ways = !undirected && !selection.directed[i];
        bundle.add({source, target, weight, both_ways}, {&selection.ties[i], 1});
    }
    return bundle;
}

Parallel merge_rule(Parallel asked, WeightMeaning meaning) noexcept {
    if (asked != Parallel::automatic) return asked;
    switch (meaning) {
        case WeightMeaning::cost:
            return Parallel::min;
        case WeightMeaning::probability:
            return Parallel::max;
        default:
            return Parallel::sum;
    }
}

// --- vertices ---------------------------------------------------------------------

std::vector<bool> kept_vertices(const Selection& selection, const FoldOptions& options, const Bundle& bundle) {
    std::vector<bool> kept(selection.actors.size(), options.isolates);
    for (const EdgeSpec& edge : bundle.edges) kept[edge.source] = kept[edge.target] = true;
    if (folds_forums(options)) {
        for (std::size_t v = 0; v < kept.size(); ++v) kept[v] = kept[v] && !selection.forum[v];
    }
    return kept;
}

// Puts the kept actors into the view and renumbers the edges after them.
void close_ranks(const Selection& selection, const std::vector<bool>& kept, std::vector<EdgeSpec>& edges, View& view) {
    if (std::ranges::find(kept, false) == kept.end()) {
        view.names = selection.names;
        view.actors = selection.actors;
        return;
    }
    std::vector<Vertex> place(kept.size());
    std::vector<std::string> keys;
    for (Vertex v = 0; v < kept.size(); ++v) {
        if (!kept[v]) continue;
        place[v] = static_cast<Vertex>(keys.size());
        view.actors.push_back(selection.actors[v]);
        keys.push_back((*selection.names)[v]);
    }
    view.names = std::make_shared<const Names>(std::move(keys));
    for (EdgeSpec& edge : edges) {
        edge.source = place[edge.source];
        edge.target = place[edge.target];
    }
}

}  // namespace

std::span<const double> View::weights() const noexcept {
    if (meaning == WeightMeaning::none) return {};
    return std::visit([](const auto& graph) { return graph.weights(); }, csr);
}

View fold(const Selection& selection, const FoldOptions& options) {
    const bool is_strength = selection.meaning == WeightMeaning::none || selection.meaning == WeightMeaning::strength;
    if (folds_forums(options) && !is_strength) {
        throw InvalidOption{"Affiliations fold into strengths; leave the weight out or choose strength."};
    }
    const bool undirected = is_undirected(selection, options);
    const auto counts = counting_ties(selection, options);
    Bundle bundle = single_ties(selection, options, counts);
    if (folds_forums(options)) detail::add_shared_forums(bundle, selection, counts, options.affiliations, !undirected);
    if (options.parallel != Parallel::keep) {
        bundle = detail::merge_parallel(std::move(bundle), merge_rule(options.parallel, selection.meaning), undirected);
    }

    View view;
    view.counted = options.parallel == Parallel::count;
    view.meaning = view.counted || folds_forums(options) ? WeightMeaning::strength : selection.meaning;
    close_ranks(selection, kept_vertices(selection, options, bundle), bundle.edges, view);
    view.edge_tie_offsets = std::move(bundle.offsets);
    view.edge_ties = std::move(bundle.ties);
    const auto n = static_cast<std::uint32_t>(view.actors.size());
    if (undirected) {
        view.csr = Ugraph{n, std::move(bundle.edges)};
    } else {
        view.csr = Digraph{n, std::move(bundle.edges)};
    }
    return view;
}

std::vector<double> costs(const View& view) {
    if (view.meaning == WeightMeaning::capacity) {
        throw InvalidWeight{
            "A capacity says nothing about length. Choose delay_days, strength or reliability as weight."};
    }
    if (view.counted) return {};
    std::vector<double> lengths(view.weights().begin(), view.weights().end());
    for (double& length : lengths) {
        if (view.meaning == WeightMeaning::strength) length = 1 / length;
        if (view.meaning == WeightMeaning::probability) length = -std::log(length);
        if (!std::isfinite(length))
            throw InvalidWeight{"A strength is too small to have a cost. Scale the weights up."};
        length = std::max(length, least_cost);
    }
    return lengths;
}

std::span<const double> strengths(const View& view) {
    if (view.meaning == WeightMeaning::cost || view.meaning == WeightMeaning::capacity) {
        throw InvalidWeight{"A " + std::string{meaning_name(view.meaning)} +
                            " says nothing about strength. Choose strength or reliability as weight, or none."};
    }
    return view.weights();
}

}  // namespace coopnet
