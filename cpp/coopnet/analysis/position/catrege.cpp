#include <coopnet/analysis/position/catrege.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace coopnet::position {
namespace {

// The position an actor is in, then those it is tied to, each once: by side and number.
using Ties = std::vector<std::uint64_t>;

Ties ties_of(const Profiles& profiles, Vertex actor, const std::vector<std::uint32_t>& positions) {
    Ties ties;
    for (const Strand& strand : profiles.of(actor)) {
        ties.push_back(std::uint64_t{strand.side()} << 32U | positions[strand.other()]);
    }
    std::ranges::sort(ties);
    const auto repeated = std::ranges::unique(ties);
    ties.erase(repeated.begin(), repeated.end());
    ties.insert(ties.begin(), positions[actor]);
    return ties;
}

}  // namespace

template <Direction D>
Partition catrege(const Csr<D>& view, const Relations& relations, Monitor& monitor) {
    const Profiles profiles = position::profiles(view, {}, relations, Mode::all);
    Partition partition{std::vector<std::uint32_t>(view.vertex_count()), view.vertex_count() > 0 ? 1U : 0U};
    while (true) {
        std::map<Ties, std::uint32_t> number;
        std::vector<std::uint32_t> finer;
        for (Vertex v = 0; v < view.vertex_count(); ++v) {
            if (v % 1024 == 0) monitor.check();
            const auto next = static_cast<std::uint32_t>(number.size());
            finer.push_back(number.try_emplace(ties_of(profiles, v, partition.groups), next).first->second);
        }
        const auto count = static_cast<std::uint32_t>(number.size());
        if (count == partition.group_count) return partition;
        partition = {std::move(finer), count};
    }
}

template Partition catrege(const Digraph&, const Relations&, Monitor&);
template Partition catrege(const Ugraph&, const Relations&, Monitor&);

}  // namespace coopnet::position
