#pragma once

#include <coopnet/tables/value.hpp>
#include <coopnet/view/csr.hpp>

namespace coopnet::cohesion {

enum class Closure {
    weak,    ///< of the ways a → b → c, the share that a → c closes
    strong,  ///< of all ordered triads, the share where a → b → c is there if and only if a → c is
};

struct TransitivityOptions {
    Closure closure = Closure::weak;
};

/// How often who is tied through another is tied directly.
///
/// Without directions: three times the triangles over the pairs of ties that meet. Loops and
/// parallel edges make no difference, strengths neither. Undefined if there is nothing to
/// close (weak), and for fewer than three actors (strong). Cost: O(E·√E).
/// Reference: Holland and Leinhardt (1971), doi:10.1177/104649647100200201; Wasserman and
/// Faust (1994), doi:10.1017/CBO9780511815478, section 6.3.3.
template <Direction D>
Value transitivity(const Csr<D>& view, TransitivityOptions options = {});

}  // namespace coopnet::cohesion
