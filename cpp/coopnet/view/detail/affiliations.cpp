#include <coopnet/view/detail/affiliations.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace coopnet::detail {
namespace {

// By forum, by member: the ties that say so.
using Members = std::map<Vertex, std::vector<TieRow>>;

std::map<Vertex, Members> members_by_forum(const Selection& selection, const std::vector<bool>& counts) {
    std::map<Vertex, Members> forums;
    for (std::size_t i = 0; i < selection.ties.size(); ++i) {
        const Vertex member = selection.sources[i];
        if (!counts[i] || !selection.affiliation[i] || selection.forum[member]) continue;
        forums[selection.targets[i]][member].push_back(selection.ties[i]);
    }
    return forums;
}

struct Shared {
    double weight = 0;
    std::vector<TieRow> ties;

    void take(const std::vector<TieRow>& more) { ties.insert(ties.end(), more.begin(), more.end()); }
};

}  // namespace

void add_shared_forums(Bundle& bundle, const Selection& selection, const std::vector<bool>& counts, Affiliations rule,
                       bool both_ways) {
    std::map<std::pair<Vertex, Vertex>, Shared> pairs;
    std::map<Vertex, double> joined;
    for (const auto& [forum, members] : members_by_forum(selection, counts)) {
        const double share = rule == Affiliations::newman ? 1 / (static_cast<double>(members.size()) - 1) : 1;
        for (auto a = members.begin(); a != members.end(); ++a) {
            ++joined[a->first];
            for (auto b = std::next(a); b != members.end(); ++b) {
                Shared& shared = pairs[{a->first, b->first}];
                shared.weight += share;
                shared.take(a->second);
                shared.take(b->second);
            }
        }
    }
    for (auto& [pair, shared] : pairs) {
        const auto [a, b] = pair;
        if (rule == Affiliations::jaccard) shared.weight /= joined[a] + joined[b] - shared.weight;
        bundle.add({a, b, shared.weight, both_ways}, shared.ties);
    }
}

}  // namespace coopnet::detail
