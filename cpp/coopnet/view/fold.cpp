#include <coopnet/view/fold.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace coopnet {
namespace {

constexpr double least_cost = 1e-9;

// An edge in the making: what it joins, what it weighs, which ties it stands for.
struct Strand {
    EdgeSpec edge;
    std::vector<TieRow> ties;
};

bool is_a_tie(WeightMeaning meaning, double weight) noexcept {
    return meaning == WeightMeaning::cost || weight > 0;
}

std::string shortest_text(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

void require_usable(WeightMeaning meaning, double weight, const std::string& source, const std::string& target) {
    const bool probability = meaning == WeightMeaning::probability;
    if (std::isfinite(weight) && weight >= 0 && (!probability || weight <= 1)) return;
    throw InvalidWeight{"The tie " + source + " → " + target + " has the weight " + shortest_text(weight) +
                        ", which is " + (probability ? "no probability from 0 to 1" : "negative or not finite") +
                        ". Mend it, or choose another weight."};
}

bool is_undirected(const Selection& selection, const FoldOptions& options) noexcept {
    const bool keeps_forums = options.affiliations == Affiliations::keep;
    return !selection.directed_ties && !(keeps_forums && selection.directed_affiliations);
}

std::vector<Strand> single_strands(const Selection& selection, const FoldOptions& options) {
    std::vector<Strand> strands;
    strands.reserve(selection.ties.size());
    const bool fold_forums = options.affiliations != Affiliations::keep;
    const bool undirected = is_undirected(selection, options);
    for (std::size_t i = 0; i < selection.ties.size(); ++i) {
        const Vertex source = selection.sources[i];
        const Vertex target = selection.targets[i];
        const double weight = selection.weights.empty() ? 1 : selection.weights[i];
        require_usable(selection.meaning, weight, (*selection.names)[source], (*selection.names)[target]);
        if (!is_a_tie(selection.meaning, weight)) continue;
        if (!options.loops && source == target) continue;
        if (fold_forums && selection.affiliation[i]) continue;
        const bool both_ways = !undirected && !selection.directed[i];
        strands.push_back({{source, target, weight, both_ways}, {selection.ties[i]}});
    }
    return strands;
}

// --- affiliations -----------------------------------------------------------------

struct Membership {
    Vertex member;
    TieRow tie;
};

std::map<Vertex, std::vector<Membership>> members_by_forum(const Selection& selection) {
    std::map<Vertex, std::vector<Membership>> forums;
    for (std::size_t i = 0; i < selection.ties.size(); ++i) {
        if (!selection.affiliation[i]) continue;
        auto& members = forums[selection.targets[i]];
        const bool known =
            std::ranges::any_of(members, [&](const Membership& m) { return m.member == selection.sources[i]; });
        if (!known) members.push_back({selection.sources[i], selection.ties[i]});
    }
    return forums;
}

struct Shared {
    double weight = 0;
    std::vector<TieRow> ties;
};

// Newman (2001), doi:10.1103/PhysRevE.64.016132: a forum of k members adds 1/(k−1) to each pair.
std::vector<Strand> member_strands(const Selection& selection, Affiliations rule, bool undirected) {
    const auto forums = members_by_forum(selection);
    std::map<std::pair<Vertex, Vertex>, Shared> pairs;
    std::map<Vertex, double> joined;
    for (const auto& [forum, members] : forums) {
        const double share = rule == Affiliations::newman
                                 ? 1.0 / static_cast<double>(std::max<std::size_t>(members.size(), 2) - 1)
                                 : 1.0;
        for (std::size_t i = 0; i < members.size(); ++i) {
            ++joined[members[i].member];
            for (std::size_t j = 0; j < i; ++j) {
                auto& shared = pairs[std::minmax(members[i].member, members[j].member)];
                shared.weight += share;
                shared.ties.insert(shared.ties.end(), {members[j].tie, members[i].tie});
            }
        }
    }
    std::vector<Strand> strands;
    for (auto& [pair, shared] : pairs) {
        const auto [a, b] = pair;
        if (rule == Affiliations::jaccard) shared.weight /= joined[a] + joined[b] - shared.weight;
        strands.push_back({{a, b, shared.weight, !undirected}, std::move(shared.ties)});
    }
    return strands;
}

// --- parallel edges ---------------------------------------------------------------

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

double merged(Parallel rule, double a, double b) noexcept {
    switch (rule) {
        case Parallel::max:
            return std::max(a, b);
        case Parallel::min:
            return std::min(a, b);
        default:
            return a + b;
    }
}

// A pair whose ties all run both ways stays one edge; a directed tie among them makes each
// direction an edge of its own.
std::vector<Strand> split_mixed(std::vector<Strand> strands) {
    std::map<std::pair<Vertex, Vertex>, bool> has_directed;
    for (const Strand& strand : strands) {
        bool& directed = has_directed[std::minmax(strand.edge.source, strand.edge.target)];
        directed = directed || !strand.edge.both_ways;
    }
    std::vector<Strand> split;
    split.reserve(strands.size());
    for (Strand& strand : strands) {
        EdgeSpec& edge = strand.edge;
        if (!edge.both_ways || !has_directed[std::minmax(edge.source, edge.target)]) {
            split.push_back(std::move(strand));
            continue;
        }
        edge.both_ways = false;
        Strand back = strand;
        std::swap(back.edge.source, back.edge.target);
        split.push_back(std::move(strand));
        if (back.edge.source != back.edge.target) split.push_back(std::move(back));
    }
    return split;
}

std::vector<Strand> merge_parallel(std::vector<Strand> strands, Parallel rule, bool undirected) {
    if (!undirected) strands = split_mixed(std::move(strands));
    const auto key = [undirected](const EdgeSpec& edge) {
        const bool ordered = !undirected && !edge.both_ways;
        return ordered ? std::pair{edge.source, edge.target}
                       : std::pair{std::min(edge.source, edge.target), std::max(edge.source, edge.target)};
    };
    // Sorting positions keeps the first of a group first, without a hash table's order.
    std::vector<std::uint32_t> order(strands.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::tuple{key(strands[i].edge), i}; });

    std::vector<std::uint32_t> first(strands.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
        const bool joins = k > 0 && key(strands[order[k]].edge) == key(strands[order[k - 1]].edge);
        first[order[k]] = joins ? first[order[k - 1]] : order[k];
    }
    if (rule == Parallel::count) {
        for (Strand& strand : strands) strand.edge.weight = 1;
    }
    for (std::uint32_t i = 0; i < strands.size(); ++i) {
        if (first[i] == i) continue;
        Strand& kept = strands[first[i]];
        kept.edge.weight = merged(rule, kept.edge.weight, strands[i].edge.weight);
        kept.ties.insert(kept.ties.end(), strands[i].ties.begin(), strands[i].ties.end());
    }
    std::vector<Strand> result;
    for (std::uint32_t i = 0; i < strands.size(); ++i) {
        if (first[i] == i) result.push_back(std::move(strands[i]));
    }
    return result;
}

// --- vertices ---------------------------------------------------------------------

std::vector<bool> kept_vertices(const Selection& selection, const FoldOptions& options,
                                const std::vector<Strand>& strands) {
    std::vector<bool> kept(selection.actors.size(), options.isolates);
    for (const Strand& strand : strands) kept[strand.edge.source] = kept[strand.edge.target] = true;
    if (options.affiliations != Affiliations::keep) {
        for (std::size_t v = 0; v < kept.size(); ++v) kept[v] = kept[v] && !selection.forum[v];
    }
    return kept;
}

View freeze_strands(const Selection& selection, std::vector<Strand> strands, const std::vector<bool>& kept,
                    bool undirected) {
    View view;
    constexpr Vertex gone = ~Vertex{0};
    std::vector<Vertex> place(kept.size(), gone);
    const bool all = std::ranges::find(kept, false) == kept.end();
    std::vector<std::string> keys;
    for (std::size_t v = 0; v < kept.size(); ++v) {
        if (!kept[v]) continue;
        place[v] = static_cast<Vertex>(view.actors.size());
        view.actors.push_back(selection.actors[v]);
        if (!all) keys.push_back((*selection.names)[static_cast<Vertex>(v)]);
    }
    view.names = all ? selection.names : std::make_shared<const Names>(std::move(keys));

    std::vector<EdgeSpec> edges;
    edges.reserve(strands.size());
    view.edge_tie_offsets.push_back(0);
    for (Strand& strand : strands) {
        const Vertex source = place[strand.edge.source];
        const Vertex target = place[strand.edge.target];
        if (source == gone || target == gone) continue;
        edges.push_back({source, target, strand.edge.weight, strand.edge.both_ways});
        view.edge_ties.insert(view.edge_ties.end(), strand.ties.begin(), strand.ties.end());
        view.edge_tie_offsets.push_back(static_cast<std::uint32_t>(view.edge_ties.size()));
    }
    const auto n = static_cast<std::uint32_t>(view.actors.size());
    if (undirected) {
        view.csr = Ugraph{n, std::move(edges)};
    } else {
        view.csr = Digraph{n, std::move(edges)};
    }
    return view;
}

}  // namespace

std::span<const double> View::weights() const noexcept {
    if (meaning == WeightMeaning::none) return {};
    return std::visit([](const auto& graph) { return graph.weights(); }, csr);
}

View fold(const Selection& selection, const FoldOptions& options) {
    const bool fold_forums = options.affiliations != Affiliations::keep;
    const bool is_strength = selection.meaning == WeightMeaning::none || selection.meaning == WeightMeaning::strength;
    if (fold_forums && !is_strength) {
        throw InvalidOption{"Affiliations fold into strengths; leave the weight out or choose strength."};
    }
    const bool undirected = is_undirected(selection, options);
    auto strands = single_strands(selection, options);
    if (fold_forums) {
        auto members = member_strands(selection, options.affiliations, undirected);
        std::ranges::move(members, std::back_inserter(strands));
    }
    const bool merge = options.parallel != Parallel::keep;
    if (merge) {
        const Parallel rule = merge_rule(options.parallel, selection.meaning);
        strands = merge_parallel(std::move(strands), rule, undirected);
    }
    const auto kept = kept_vertices(selection, options, strands);
    View view = freeze_strands(selection, std::move(strands), kept, undirected);
    const bool counts = fold_forums || (merge && options.parallel == Parallel::count);
    view.meaning = counts ? WeightMeaning::strength : selection.meaning;
    return view;
}

std::vector<double> costs(const View& view) {
    if (view.meaning == WeightMeaning::capacity) {
        throw InvalidWeight{
            "A capacity says nothing about length. Choose delay_days, strength or reliability as weight."};
    }
    std::vector<double> lengths(view.weights().begin(), view.weights().end());
    for (double& length : lengths) {
        if (view.meaning == WeightMeaning::strength) length = 1 / length;
        if (view.meaning == WeightMeaning::probability) length = -std::log(length);
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
