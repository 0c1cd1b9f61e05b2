#pragma once

#include <coopnet/analysis/pathways/condition.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::pathways {

/// A pattern that a whole pathway must fit, as an automaton whose arcs read ties and look at
/// actors. It leads from state 0 to state 1.
///
///     reports            a tie of this relation, followed as it runs
///     channel=police     a tie whose column has this value; `a,b` one of two, `!=` none, `-` the empty cell
///     .                  any tie
///     -refers            one followed against its direction; an undirected tie runs both ways
///     [kind=ncb country=KHM]   the actor here, by its columns; a kind includes what is_a it
///     a b   a|b   (a)    one after the other; either; together
///     a* a+ a? a{2} a{1,3} a{2,}     repeated
///     "co-sponsors (2)"  a word with marks in it
struct Pattern {
    enum class Reads : std::uint8_t { nothing, actor, along, against };
    struct Arc {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        Reads reads = Reads::nothing;
        std::uint32_t condition = 0;  ///< among those of actors or of ties
    };

    std::string text;
    std::vector<Condition> of_actors{};  ///< different ones
    std::vector<Condition> of_ties{};
    std::vector<Arc> arcs{};
    std::uint32_t states = 2;
};

/// Throws ParseError, pointing at the character where the pattern breaks, also where it has
/// too many conditions or would become an automaton of more than 2,000 states.
Pattern parse_pattern(std::string_view text);

/// A condition on its own: `[kind=ncb country=KHM]` on an actor, which may stand for
/// several, or `channel=police` on a tie.
struct Demand {
    std::string text;
    std::vector<Condition> of_actor;  ///< all of them; empty if it is on a tie
    std::vector<Condition> of_tie;
};

/// Throws ParseError, pointing at the character.
Demand parse_demand(std::string_view text);

}  // namespace coopnet::pathways
