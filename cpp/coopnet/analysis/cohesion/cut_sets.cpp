#include <coopnet/analysis/cohesion/cut_sets.hpp>

#include <coopnet/analysis/detail/dyads.hpp>
#include <coopnet/analysis/detail/minimum_cuts.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/detail/separation.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace coopnet::cohesion {
namespace {

using detail::Dyads;
using detail::Separation;
using Set = std::vector<Vertex>;

void require_a_result(const CutSetsOptions& options) {
    if (options.max_results == 0) throw InvalidOption{"max_results=0 lists no set. Ask for at least 1."};
}

// Lists all cuts of a target that have exactly as many actors as the smallest.
class Listing {
public:
    Listing(Separation& parts, const CutSetsOptions& options, detail::Patience& patience)
        : parts_(parts), max_results_(options.max_results), patience_(patience) {}

    // With the smallest cut known, the others lack one of its actors: the first that they
    // lack parts them into as many classes, in each of which the same is asked again.
    // False once a limit stops it.
    bool all(Vertex target, std::uint32_t size, const Set& taken);

    [[nodiscard]] bool lasts() {
        const std::uint64_t work = parts_.work() - worked_;
        worked_ = parts_.work();
        partial_ = partial_ || !patience_.lasts(work + 1);
        return !partial_;
    }
    [[nodiscard]] bool partial() const noexcept { return partial_; }
    [[nodiscard]] std::vector<Set> sets() const { return {sets_.begin(), sets_.end()}; }

private:
    struct Level {
        Set cut;
        std::size_t next = 0;  // its actor to be kept next; those before are in all cuts to come
    };

    bool report(const Set& taken, const std::vector<Level>& levels);

    Separation& parts_;
    std::uint64_t max_results_;
    detail::Patience& patience_;
    std::set<Set> sets_;  // one that leaves three pieces is found for two targets
    std::uint64_t worked_ = 0;
    bool partial_ = false;
};

bool Listing::report(const Set& taken, const std::vector<Level>& levels) {
    Set set = taken;
    for (const Level& level : levels) {
        const bool last = &level == &levels.back();
        const auto in = static_cast<std::ptrdiff_t>(last ? level.cut.size() : level.next);
        set.insert(set.end(), level.cut.begin(), level.cut.begin() + in);
    }
    std::ranges::sort(set);
    partial_ = sets_.size() == max_results_ && !sets_.contains(set);
    if (!partial_) sets_.insert(std::move(set));
    return !partial_;
}

bool Listing::all(Vertex target, std::uint32_t size, const Set& taken) {
    std::vector<Level> levels;
    std::uint32_t left = size;  // actors still to be found
    const auto deeper = [&] {
        if (!lasts()) return false;
        auto cut = parts_.cut(target, left);
        if (!cut) return true;
        levels.push_back({std::move(*cut)});
        return report(taken, levels);
    };
    bool goes_on = deeper();
    while (!levels.empty()) {
        Level& level = levels.back();
        if (!goes_on || level.next == level.cut.size()) {  // undone, the level above goes on
            for (std::size_t i = 0; i < level.next; ++i) parts_.gone(level.cut[i], false);
            left += static_cast<std::uint32_t>(level.next);
            levels.pop_back();
            if (levels.empty()) break;
            Level& above = levels.back();
            parts_.kept(above.cut[above.next], false);
            parts_.gone(above.cut[above.next++], true);
            --left;
            continue;
        }
        parts_.kept(level.cut[level.next], true);
        const std::size_t depth = levels.size();
        goes_on = deeper();
        if (levels.size() > depth) continue;
        parts_.kept(level.cut[level.next], false);
        parts_.gone(level.cut[level.next++], true);
        --left;
    }
    return goes_on;
}

// All but the largest piece that remains, else all but that of the first actor.
Set cut_off_by(const Dyads& dyads, const Set& cut) {
    std::vector<bool> out(dyads.vertex_count(), false);
    for (const Vertex v : cut) out[v] = true;
    const auto pieces = detail::pieces_of(dyads, std::move(out));
    const auto largest =
        std::ranges::max_element(pieces, [](const Set& a, const Set& b) { return a.size() < b.size(); });
    Set cut_off;
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
        if (piece != largest) cut_off.insert(cut_off.end(), piece->begin(), piece->end());
    }
    std::ranges::sort(cut_off);
    return cut_off;
}

bool complete(const Dyads& dyads) {
    const std::uint64_t others = std::max(1U, dyads.vertex_count()) - 1;
    return dyads.actors.size() == others * dyads.vertex_count();
}

// Whom a source reaches along the edges without some actors.
template <Direction D>
std::vector<bool> reached(const Csr<D>& view, Vertex source, const Set& without) {
    std::vector<bool> seen(view.vertex_count(), false);
    for (const Vertex v : without) seen[v] = true;
    Set order{source};
    seen[source] = true;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const Vertex v : view.out(order[i])) {
            if (seen[v]) continue;
            seen[v] = true;
            order.push_back(v);
        }
    }
    for (const Vertex v : without) seen[v] = false;
    return seen;
}

}  // namespace

template <Direction D>
CutSets cut_sets(const Csr<D>& view, const CutSetsOptions& options, Monitor& monitor) {
    require_a_result(options);
    const Dyads dyads = detail::both_ways(detail::dyads(view));
    detail::Patience patience{monitor, options.time_limit};
    Separation parts{dyads};
    Listing listing{parts, options, patience};
    CutSets found;
    if (complete(dyads)) {
        found.why = view.vertex_count() < 2 ? "fewer than two actors cannot be parted" : "each actor is tied to each";
        return found;
    }
    found.size = detail::connectivity(dyads, patience);
    if (found.size) {
        detail::each_target(parts, dyads, *found.size, [&](Vertex target, std::uint32_t limit, const Set& taken) {
            return listing.all(target, limit, taken) && *found.size > 0;  // nobody parts all pieces at once
        });
    }
    found.partial = listing.partial() || !found.size;
    found.sets = listing.sets();
    for (const Set& set : found.sets) {
        monitor.check();
        found.cut_off.push_back(cut_off_by(dyads, set));
    }
    return found;
}

template <Direction D>
CutSets cut_sets(const Csr<D>& view, Vertex source, Vertex target, const CutSetsOptions& options, Monitor& monitor) {
    if (source == target) throw InvalidOption{"Nobody parts an actor from itself. Name two actors, or none."};
    require_a_result(options);
    detail::Patience patience{monitor, options.time_limit};
    auto cuts = detail::minimum_cuts(view, source, target, detail::Of::actors, options.max_results, patience);
    CutSets found;
    found.size = cuts.size;
    found.sets = std::move(cuts.sets);
    found.partial = cuts.partial;
    if (!found.size && !found.partial) found.why = "the two are tied to each other";
    const auto before = reached(view, source, {});
    for (const Set& set : found.sets) {
        monitor.check();
        const auto after = reached(view, source, set);
        Set cut_off;
        for (Vertex v = 0; v < view.vertex_count(); ++v) {
            const bool in_set = std::ranges::binary_search(set, v);
            if (before[v] && !after[v] && !in_set) cut_off.push_back(v);
        }
        found.cut_off.push_back(std::move(cut_off));
    }
    return found;
}

template CutSets cut_sets(const Digraph&, const CutSetsOptions&, Monitor&);
template CutSets cut_sets(const Ugraph&, const CutSetsOptions&, Monitor&);
template CutSets cut_sets(const Digraph&, Vertex, Vertex, const CutSetsOptions&, Monitor&);
template CutSets cut_sets(const Ugraph&, Vertex, Vertex, const CutSetsOptions&, Monitor&);

}  // namespace coopnet::cohesion
