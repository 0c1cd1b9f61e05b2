#include <coopnet/analysis/cohesion/components.hpp>

#include <coopnet/analysis/detail/pieces.hpp>

namespace coopnet::cohesion {

template <Direction D>
Partition components(const Csr<D>& view, ComponentOptions options) {
    return options.strong ? detail::strong_pieces(view) : detail::weak_pieces(view);
}

template Partition components(const Digraph&, ComponentOptions);
template Partition components(const Ugraph&, ComponentOptions);

}  // namespace coopnet::cohesion
