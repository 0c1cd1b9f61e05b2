#include <coopnet/analysis/pathways/product.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace coopnet::pathways {
namespace {

using Reads = Pattern::Reads;
using State = std::uint32_t;

constexpr std::size_t most_vertices = 20'000'000;

// A pattern read step by step: each state stands for all states of the pattern that one
// could be in, so that a way through the view is in one state only. Made as they are met.
class Automaton {
public:
    static constexpr State stuck = ~State{0};

    explicit Automaton(const Pattern& pattern) : pattern_(pattern), leaving_(pattern.states), is_in_(pattern.states) {
        for (const auto& arc : pattern.arcs) leaving_[arc.from].push_back(arc);
    }

    State start(std::uint64_t actor) { return state_of({0}, actor); }

    // After a tie that has these verdicts, at an actor that has those.
    State next(State state, std::uint64_t tie, bool along, bool against, std::uint64_t actor) {
        const auto key = std::tuple{state, tie, along, against, actor};
        if (const auto known = next_.find(key); known != next_.end()) return known->second;
        std::vector<std::uint32_t> after;
        for (const std::uint32_t from : members_[state]) {
            for (const auto& arc : leaving_[from]) {
                const bool follows = (arc.reads == Reads::along && along) || (arc.reads == Reads::against && against);
                if (follows && (tie >> arc.condition & 1U) != 0) after.push_back(arc.to);
            }
        }
        return next_[key] = after.empty() ? stuck : state_of(std::move(after), actor);
    }

    [[nodiscard]] bool accepts(State state) const { return accepts_[state]; }

private:
    // With all that it leads to without a tie, given the actor that one stands at.
    State state_of(std::vector<std::uint32_t> members, std::uint64_t actor) {
        for (const std::uint32_t member : members) is_in_[member] = true;
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (const auto& arc : leaving_[members[i]]) {
                const bool free =
                    arc.reads == Reads::nothing || (arc.reads == Reads::actor && (actor >> arc.condition & 1U) != 0);
                if (!free || is_in_[arc.to]) continue;
                is_in_[arc.to] = true;
                members.push_back(arc.to);
            }
        }
        for (const std::uint32_t member : members) is_in_[member] = false;
        std::ranges::sort(members);
        members.erase(std::ranges::unique(members).begin(), members.end());
        const auto [known, fresh] = states_.try_emplace(members, static_cast<State>(members_.size()));
        if (fresh) {
            accepts_.push_back(std::ranges::binary_search(members, 1U));
            members_.push_back(std::move(members));
        }
        return known->second;
    }

    const Pattern& pattern_;
    std::vector<std::vector<Pattern::Arc>> leaving_;
    std::vector<bool> is_in_;
    std::vector<std::vector<std::uint32_t>> members_;
    std::vector<bool> accepts_;
    std::map<std::vector<std::uint32_t>, State> states_;
    std::map<std::tuple<State, std::uint64_t, bool, bool, std::uint64_t>, State> next_;
};

bool reads_backwards(const Pattern& pattern) {
    return std::ranges::any_of(pattern.arcs, [](const auto& arc) { return arc.reads == Reads::against; });
}

// One step through the view.
struct Move {
    Vertex to;
    EdgeId edge;
    bool along;
    bool against;
};

template <Direction D>
class Builder {
public:
    Builder(const Csr<D>& view, const Admission& admitted, const Pattern& pattern, Vertex target,
            detail::Patience& patience)
        : view_(view),
          admitted_(admitted),
          automaton_(pattern),
          backwards_(reads_backwards(pattern)),
          target_(target),
          patience_(patience) {}

    std::optional<Product> build(Vertex source) {
        Product made;
        if (!avoids(admitted_, source)) {
            place(source, automaton_.start(actor(source)), passed_at(source));
            for (Vertex v = 0; v < places_.size(); ++v) {
                if (patience_.spent()) return std::nullopt;
                expand(v, made);
            }
        } else {
            places_.push_back({source, Automaton::stuck, 0});
        }
        made.goal = static_cast<Vertex>(places_.size());
        for (EdgeSpec& edge : edges_) {
            if (edge.target == goal) edge.target = made.goal;
        }
        made.vertices.reserve(places_.size());
        for (const Place& at : places_) made.vertices.push_back(at.vertex);
        made.graph = Digraph{made.goal + 1, std::move(edges_)};
        return made;
    }

private:
    struct Place {
        Vertex vertex;
        State state;
        std::uint32_t passed;  // a bit for each thing to pass
    };
    static constexpr Vertex goal = ~Vertex{0};

    void expand(Vertex from, Product& made) {
        const Place at = places_[from];
        moves(at.vertex);
        static_cast<void>(patience_.lasts(1 + moves_.size()));
        for (const Move& move : moves_) {
            if (move.to == at.vertex || avoided(move)) continue;
            const std::uint64_t tie = verdict(admitted_.tie_verdicts, move.edge);
            const State state = automaton_.next(at.state, tie, move.along, move.against, actor(move.to));
            if (state == Automaton::stuck) continue;
            const std::uint32_t passed = at.passed | passed_at(move.to) | passed_along(move.edge);
            edges_.push_back({from, place(move.to, state, passed)});
            made.edges.push_back(move.edge);
        }
        const std::uint32_t all = (std::uint32_t{1} << admitted_.via.size()) - 1;
        if (at.vertex != target_ || at.passed != all || !automaton_.accepts(at.state)) return;
        edges_.push_back({from, goal});
        made.edges.push_back(Product::arrival);
    }

    // All steps from a vertex, each edge once, in the view's order.
    void moves(Vertex v) {
        moves_.clear();
        for (std::size_t i = 0; i < view_.out(v).size(); ++i) {
            const EdgeId edge = view_.out_edges(v)[i];
            const bool both = !Csr<D>::is_directed || view_.edges()[edge].both_ways;
            moves_.push_back({view_.out(v)[i], edge, true, both});
        }
        if (Csr<D>::is_directed && backwards_) {
            for (std::size_t i = 0; i < view_.in(v).size(); ++i) {
                const EdgeId edge = view_.in_edges(v)[i];
                if (!view_.edges()[edge].both_ways) moves_.push_back({view_.in(v)[i], edge, false, true});
            }
        }
        std::ranges::sort(moves_, {}, [](const Move& move) { return std::pair{move.to, move.edge}; });
    }

    Vertex place(Vertex vertex, State state, std::uint32_t passed) {
        if (state >= known_.size()) known_.resize(state + 1);
        const std::uint64_t key = std::uint64_t{passed} << 32U | vertex;
        const auto [known, fresh] = known_[state].try_emplace(key, static_cast<Vertex>(places_.size()));
        if (fresh) {
            if (places_.size() == most_vertices) {
                throw InvalidOption{
                    "The pattern and what to pass give more than 20,000,000 states. Ask a simpler pattern, pass less, "
                    "or choose fewer ties."};
            }
            places_.push_back({vertex, state, passed});
        }
        return known->second;
    }

    // --- verdicts -------------------------------------------------------------------
    static std::uint64_t verdict(const std::vector<std::uint64_t>& verdicts, std::uint32_t item) noexcept {
        return verdicts.empty() ? ~std::uint64_t{0} : verdicts[item];
    }
    [[nodiscard]] std::uint64_t actor(Vertex v) const noexcept { return verdict(admitted_.actor_verdicts, v); }

    [[nodiscard]] bool avoided(const Move& move) const {
        return avoids(admitted_, move.to) || std::ranges::any_of(admitted_.avoid, [&](const Passing& some) {
                   return !some.edges.empty() && some.edges[move.edge];
               });
    }
    [[nodiscard]] std::uint32_t passed_at(Vertex v) const {
        return passed([v](const Passing& some) { return !some.vertices.empty() && some.vertices[v]; });
    }
    [[nodiscard]] std::uint32_t passed_along(EdgeId edge) const {
        return passed([edge](const Passing& some) { return !some.edges.empty() && some.edges[edge]; });
    }
    template <class Is>
    [[nodiscard]] std::uint32_t passed(const Is& is) const {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < admitted_.via.size(); ++i) {
            if (is(admitted_.via[i])) bits |= std::uint32_t{1} << i;
        }
        return bits;
    }

    const Csr<D>& view_;
    const Admission& admitted_;
    Automaton automaton_;
    bool backwards_;
    Vertex target_;
    detail::Patience& patience_;
    std::vector<Place> places_;
    std::vector<std::unordered_map<std::uint64_t, Vertex>> known_;  // by state
    std::vector<EdgeSpec> edges_;
    std::vector<Move> moves_;
};

const Pattern& anything() {
    static const Pattern pattern = parse_pattern(".*");
    return pattern;
}

}  // namespace

template <Direction D>
std::optional<Product> product(const Csr<D>& view, const Admission& admitted, Vertex source, Vertex target,
                               detail::Patience& patience) {
    const Pattern& pattern = admitted.pattern ? *admitted.pattern : anything();
    return Builder<D>{view, admitted, pattern, target, patience}.build(source);
}

template std::optional<Product> product(const Digraph&, const Admission&, Vertex, Vertex, detail::Patience&);
template std::optional<Product> product(const Ugraph&, const Admission&, Vertex, Vertex, detail::Patience&);

}  // namespace coopnet::pathways
