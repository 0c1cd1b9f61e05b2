#pragma once

#include <coopnet/tables/partition.hpp>
#include <coopnet/view/csr.hpp>

namespace coopnet::cohesion {

struct ComponentOptions {
    /// Only actors that reach each other along the ties are together. Off: direction is ignored.
    bool strong = false;
};

/// The pieces of the network. The largest is group 0; of equally large ones, that of the
/// first actor. Without directions both kinds are the same. An isolate is a piece of its
/// own. Cost: O(V + E). Reference: Tarjan (1972), doi:10.1137/0201010.
template <Direction D>
Partition components(const Csr<D>& view, ComponentOptions options = {});

}  // namespace coopnet::cohesion
