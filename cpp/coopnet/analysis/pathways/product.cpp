#include <coopnet/analysis/pathways/product.hpp>

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace coopnet::pathways {
namespace {

using Reads = Pattern::Reads;
using State = std::uint32_t;

constexpr std::size_t most_states = 100'000;
constexpr std::size_t most_vertices = 20'000'000;

[[noreturn]] void refuse() {
    throw InvalidOption{
        "The pattern and what to pass lead to more states than can be searched. Ask a simpler pattern, pass less, or "
        "choose fewer ties."};
}

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
        std::vector<std::uint32_t> after;
        for (const std::uint32_t from : members_[state]) {
            for (const auto& arc : leaving_[from]) {
                const bool follows = (arc.reads == Reads::along && along) || (arc.reads == Reads::against && against);
                if (follows && (tie >> arc.condition & 1U) != 0) after.push_back(arc.to);
            }
        }
        return after.empty() ? stuck : state_of(std::move(after), actor);
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
            if (members_.size() == most_states) refuse();
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
};

bool reads_backwards(const Pattern& pattern) {
    return std::ranges::any_of(pattern.arcs, [](const auto& arc) { return arc.reads == Reads::against; });
}

// Gives each different value a number, in the order they come.
template <class Value>
class Numbered {
public:
    std::uint32_t of(const Value& value) {
        return numbers_.try_emplace(value, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(numbers_.size()); }

private:
    std::map<Value, std::uint32_t> numbers_;
};

// One step through the view. Ties that the pattern reads alike are of one class, and so are actors.
struct Move {
    Vertex to;
    EdgeId edge;
    bool along;
    bool against;
    std::uint32_t tie_class = 0;
};

// The steps from each vertex, each edge once, in the order of vertices, then edges.
template <Direction D>
class Moves {
public:
    Moves(const Csr<D>& view, bool backwards) {
        for (Vertex v = 0; v < view.vertex_count(); ++v) {
            const auto first = static_cast<std::ptrdiff_t>(moves_.size());
            for (std::size_t i = 0; i < view.out(v).size(); ++i) {
                const EdgeId edge = view.out_edges(v)[i];
                const bool both = !Csr<D>::is_directed || view.edges()[edge].both_ways;
                if (view.out(v)[i] != v) moves_.push_back({view.out(v)[i], edge, true, both});
            }
            for (std::size_t i = 0; Csr<D>::is_directed && backwards && i < view.in(v).size(); ++i) {
                const EdgeId edge = view.in_edges(v)[i];
                if (view.in(v)[i] != v && !view.edges()[edge].both_ways) {
                    moves_.push_back({view.in(v)[i], edge, false, true});
                }
            }
            std::sort(moves_.begin() + first, moves_.end(),
                      [](const Move& a, const Move& b) { return std::pair{a.to, a.edge} < std::pair{b.to, b.edge}; });
            offsets_.push_back(moves_.size());
        }
    }

    [[nodiscard]] std::vector<Move>& all() noexcept { return moves_; }
    [[nodiscard]] std::span<const Move> of(Vertex v) const noexcept {
        return {moves_.data() + offsets_[v], moves_.data() + offsets_[v + 1]};
    }

private:
    std::vector<Move> moves_;
    std::vector<std::size_t> offsets_{0};
};

template <Direction D>
class Builder {
public:
    Builder(const Csr<D>& view, const Admission& admitted, const Pattern& pattern, Vertex target,
            detail::Patience& patience)
        : view_(view),
          admitted_(admitted),
          automaton_(pattern),
          moves_(view, reads_backwards(pattern)),
          target_(target),
          patience_(patience) {
        for (Vertex v = 0; v < view.vertex_count(); ++v) actor_class_.push_back(actors_.of(actor(v)));
        for (Move& move : moves_.all()) {
            move.tie_class = ties_.of({verdict(admitted.tie_verdicts, move.edge), move.along, move.against});
        }
    }

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
        const auto moves = moves_.of(at.vertex);
        static_cast<void>(patience_.lasts(1 + moves.size()));
        for (const Move& move : moves) {
            if (avoided(move)) continue;
            const State state = next(at.state, move);
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

    // What the automaton says, asked once for all ties and actors that it reads alike.
    State next(State state, const Move& move) {
        constexpr State unasked = Automaton::stuck - 1;
        if (state >= next_.size()) next_.resize(state + 1);
        auto& known = next_[state];
        if (known.empty()) known.assign(std::size_t{ties_.size()} * actors_.size(), unasked);
        State& then = known[std::size_t{move.tie_class} * actors_.size() + actor_class_[move.to]];
        if (then == unasked) {
            then = automaton_.next(state, verdict(admitted_.tie_verdicts, move.edge), move.along, move.against,
                                   actor(move.to));
        }
        return then;
    }

    Vertex place(Vertex vertex, State state, std::uint32_t passed) {
        const std::uint32_t level = levels_.of({state, passed});
        if (level == known_.size()) known_.emplace_back(view_.vertex_count(), goal);
        Vertex& known = known_[level][vertex];
        if (known == goal) {
            if (known_.size() * view_.vertex_count() > most_vertices) refuse();
            known = static_cast<Vertex>(places_.size());
            places_.push_back({vertex, state, passed});
        }
        return known;
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
    Moves<D> moves_;
    Numbered<std::tuple<std::uint64_t, bool, bool>> ties_;
    Numbered<std::uint64_t> actors_;
    std::vector<std::uint32_t> actor_class_;
    std::vector<std::vector<State>> next_;  // by state, then classes of ties and actors
    Vertex target_;
    detail::Patience& patience_;
    std::vector<Place> places_;
    Numbered<std::pair<State, std::uint32_t>> levels_;
    std::vector<std::vector<Vertex>> known_;  // by level, then vertex
    std::vector<EdgeSpec> edges_;
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
