#include <coopnet/analysis/detail/separation.hpp>

#include <algorithm>
#include <ranges>
#include <utility>

namespace coopnet::detail {
namespace {

bool comes(Way way) noexcept {
    return way != Way::out;
}

// The other actor's place of each dyad. Actors ascend at each vertex, so those who look back
// at a vertex do so in their order.
std::vector<std::uint32_t> twins(const Dyads& dyads) {
    std::vector<std::uint32_t> twins(dyads.actors.size());
    std::vector<std::uint32_t> next(dyads.offsets.begin(), dyads.offsets.end() - 1);
    for (Vertex v = 0; v < dyads.vertex_count(); ++v) {
        for (std::uint32_t place = dyads.offsets[v]; place < dyads.offsets[v + 1]; ++place) {
            twins[place] = next[dyads.actors[place]]++;
        }
    }
    return twins;
}

}  // namespace

Separation::Separation(const Dyads& dyads)
    : dyads_(dyads),
      twin_(twins(dyads)),
      shore_(dyads.vertex_count(), false),
      gone_(shore_),
      kept_(shore_),
      through_(dyads.vertex_count(), 0),
      sent_(dyads.actors.size(), 0),
      round_of_(2 * std::size_t{dyads.vertex_count()}, 0),
      next_(round_of_.size(), 0),
      step_(round_of_.size(), 0) {}

void Separation::reach(Node node, Node next, std::uint32_t place) {
    if (round_of_[node] == round_) return;
    round_of_[node] = round_;
    next_[node] = next;
    step_[node] = place;
    seen_.push_back(node);
}

// Against the ways that have room, and along those in use, from the target to the shore:
// true if a further pathway comes ashore, at the last node seen.
bool Separation::search(Vertex target) {
    ++round_;
    seen_.clear();
    reach(2 * target, 2 * target, 0);
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        const Node node = seen_[i];
        const Vertex v = node / 2;
        const bool entry = node % 2 == 0;
        ++work_;
        if (entry) {
            if (through_[v] > 0) reach(node + 1, node, 0);
            from_others(node);
            continue;
        }
        if (kept_[v] || through_[v] == 0) {
            reach(node - 1, node, 0);
            if (shore_[v]) return true;
        }
        if (through_[v] > 0 && back_along_pathways(node)) return true;
    }
    return false;
}

// Whoever leads to this one.
void Separation::from_others(Node entry) {
    const Vertex v = entry / 2;
    work_ += dyads_.degree(v);
    for (std::uint32_t place = dyads_.offsets[v]; place < dyads_.offsets[v + 1]; ++place) {
        const Vertex other = dyads_.actors[place];
        if (!gone_[other] && comes(dyads_.ways[place])) reach((2 * other) + 1, entry, twin_[place]);
    }
}

// Whom pathways go on to from here: one less of them would free its way. True if one of them is on the shore.
bool Separation::back_along_pathways(Node exit) {
    const Vertex v = exit / 2;
    work_ += dyads_.degree(v);
    for (std::uint32_t place = dyads_.offsets[v]; place < dyads_.offsets[v + 1]; ++place) {
        if (sent_[place] == 0) continue;
        const Vertex other = dyads_.actors[place];
        reach(2 * other, exit, place);
        if (shore_[other] && seen_.back() == 2 * other) return true;
    }
    return false;
}

void Separation::augment(Vertex target) {
    for (Node node = seen_.back(); node != 2 * target; node = next_[node]) {
        const Node next = next_[node];
        const bool entry = node % 2 == 0;
        if (node / 2 == next / 2) {  // through a vertex, or a pathway less through it
            through_[node / 2] += entry ? 1U : ~0U;
            used_vertices_.push_back(node / 2);
        } else {  // along a dyad, or a pathway less along it
            sent_[step_[node]] += entry ? ~0U : 1U;
            used_places_.push_back(step_[node]);
        }
    }
}

void Separation::forget() noexcept {
    for (const Vertex v : used_vertices_) through_[v] = 0;
    for (const std::uint32_t place : used_places_) sent_[place] = 0;
    used_vertices_.clear();
    used_places_.clear();
}

std::optional<std::vector<Vertex>> Separation::cut(Vertex target, std::uint32_t limit) {
    forget();
    for (std::uint32_t pathways = 0; search(target); ++pathways) {
        if (pathways == limit) return std::nullopt;
        augment(target);
    }
    std::vector<Vertex> cut;
    for (const Node node : seen_) {
        if (node % 2 == 1 && round_of_[node - 1] != round_) cut.push_back(node / 2);
    }
    std::ranges::sort(cut);
    return cut;
}

Dyads both_ways(Dyads dyads) {
    std::ranges::fill(dyads.ways, Way::both);
    return dyads;
}

Dyads among(const Dyads& dyads, std::span<const Vertex> actors) {
    constexpr Vertex outside = ~Vertex{0};
    std::vector<Vertex> as(dyads.vertex_count(), outside);
    for (Vertex v = 0; v < actors.size(); ++v) as[actors[v]] = v;
    Dyads made;
    for (const Vertex actor : actors) {
        const auto others = dyads.of(actor);
        for (std::size_t i = 0; i < others.size(); ++i) {
            if (as[others[i]] == outside) continue;
            made.actors.push_back(as[others[i]]);
            made.ways.push_back(dyads.ways_of(actor)[i]);
        }
        made.offsets.push_back(static_cast<std::uint32_t>(made.actors.size()));
    }
    return made;
}

std::vector<std::vector<Vertex>> pieces_of(const Dyads& dyads, std::vector<bool> left_out) {
    std::vector<bool> seen = std::move(left_out);
    seen.resize(dyads.vertex_count(), false);
    std::vector<std::vector<Vertex>> pieces;
    std::vector<Vertex> piece;
    const auto see = [&](Vertex v) {
        if (seen[v]) return;
        seen[v] = true;
        piece.push_back(v);
    };
    for (Vertex start = 0; start < dyads.vertex_count(); ++start) {
        see(start);
        for (std::size_t next = 0; next < piece.size();) {
            for (const Vertex v : dyads.of(piece[next++])) see(v);
        }
        if (piece.empty()) continue;
        std::ranges::sort(piece);
        pieces.push_back(std::exchange(piece, {}));
    }
    return pieces;
}

Landing::Landing(Separation& parts, const Dyads& dyads, std::uint32_t limit)
    : parts_(parts), dyads_(dyads), limit_(limit), ties_(dyads.vertex_count(), 0), near_(std::size_t{limit} + 1) {}

Landing::~Landing() {
    for (const Vertex v : landed_) parts_.shore(v, false);
}

void Landing::land(Vertex v) {
    if (!is_left(v)) return;
    parts_.shore(v, true);
    landed_.push_back(v);
}

void Landing::take(std::span<const Vertex> actors) {
    for (const Vertex v : actors) land(v);
    for (; spread_ < landed_.size(); ++spread_) {
        for (const Vertex v : dyads_.of(landed_[spread_])) {
            if (++ties_[v] > limit_) {
                land(v);
            } else {
                near_[ties_[v]].push_back(v);
            }
        }
    }
}

std::optional<Vertex> Landing::next() {
    for (auto& near : std::views::reverse(near_)) {
        while (!near.empty()) {
            const Vertex v = near.back();
            near.pop_back();
            if (is_left(v)) return v;
        }
    }
    for (; apart_ < dyads_.vertex_count(); ++apart_) {
        if (is_left(apart_)) return apart_;
    }
    return std::nullopt;
}

std::optional<std::vector<Vertex>> small_cut(const Dyads& dyads, std::uint32_t size, Patience& patience) {
    Separation parts{dyads};
    std::optional<std::vector<Vertex>> found;
    std::uint64_t worked = 0;
    each_target(parts, dyads, size, [&](Vertex target, std::uint32_t limit, const std::vector<Vertex>& taken) {
        if (!patience.lasts(1 + parts.work() - std::exchange(worked, parts.work()))) return false;
        found = parts.cut(target, limit);
        if (found) found->insert(found->end(), taken.begin(), taken.end());
        return !found;
    });
    if (found) std::ranges::sort(*found);
    return found;
}

std::optional<std::uint32_t> connectivity(const Dyads& dyads, Patience& patience) {
    const std::uint32_t count = dyads.vertex_count();
    if (count == 0) return 0;
    std::uint32_t size = count - 1;  // whoever an actor is tied to part it from the others, if there are others
    for (Vertex v = 0; v < count; ++v) size = std::min(size, dyads.degree(v));
    while (size > 0 && size + 1 < count) {
        const auto smaller = small_cut(dyads, size - 1, patience);
        if (patience.spent()) return std::nullopt;
        if (!smaller) break;
        size = static_cast<std::uint32_t>(smaller->size());
    }
    return size;
}

}  // namespace coopnet::detail
