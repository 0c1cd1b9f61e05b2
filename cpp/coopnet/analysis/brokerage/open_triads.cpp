#include <coopnet/analysis/brokerage/chance.hpp>
#include <coopnet/analysis/brokerage/open_triads.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace coopnet::brokerage {
namespace {

double weight_of(TriadWeight rule, double first, double second) noexcept {
    switch (rule) {
        case TriadWeight::minimum:
            return std::min(first, second);
        case TriadWeight::maximum:
            return std::max(first, second);
        case TriadWeight::arithmetic:
            return (first + second) / 2;
        case TriadWeight::geometric:
            return std::sqrt(first * second);
        default:
            return first * second;
    }
}

void add(RoleNumbers& roles, Role role, double value) noexcept {
    roles[static_cast<std::size_t>(role)] += value;
    roles[static_cast<std::size_t>(Role::total)] += value;
}

}  // namespace

template <Direction D>
OpenTriads::OpenTriads(const Csr<D>& view, std::span<const double> strengths, TriadOptions options, Monitor& monitor)
    : in_(detail::contacts(view, strengths, detail::Mode::in)),
      out_(detail::contacts(view, strengths, detail::Mode::out)),
      options_(options),
      both_ways_(!Csr<D>::is_directed) {
    if (options.again) remember(monitor);
}

double OpenTriads::weight(double first, double second, Vertex source, Vertex target) const {
    const double whole = options_.weight ? weight_of(*options_.weight, first, second) : 1;
    if (!options_.shared) return whole;
    double brokers = 0;
    detail::each_common(out_.of(source), in_.of(target), [&](std::size_t, std::size_t) { ++brokers; });
    return whole / brokers;
}

// What one tie of the broker contributes: its strength, if that counts.
double OpenTriads::factor(const detail::Contacts& ties, Vertex broker, std::size_t place) const noexcept {
    return options_.weight ? ties.strengths_of(broker)[place] : 1;
}

template <class Visit>
void OpenTriads::each_triad(Vertex broker, Monitor& monitor, const Visit& visit) const {
    const auto sources = in_.of(broker);
    const auto targets = out_.of(broker);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        monitor.check();
        const Vertex source = sources[i];
        if (multiplies()) {
            // Without directions each pair is met once and counts both ways.
            const std::size_t first = both_ways_ ? i + 1 : 0;
            detail::each_common(out_.of(source), targets.subspan(first), [&](std::size_t, std::size_t k) {
                const std::size_t at = first + k;
                const double weight = -factor(in_, broker, i) * factor(out_, broker, at);
                visit(Triad{source, targets[at], weight});
                if (both_ways_) visit(Triad{targets[at], source, weight});
            });
            continue;
        }
        const double first = in_.strengths_of(broker)[i];
        for (std::size_t k = 0; k < targets.size(); ++k) {
            if (targets[k] == source || std::ranges::binary_search(out_.of(source), targets[k])) continue;
            const double second = out_.strengths_of(broker)[k];
            visit(Triad{source, targets[k], weight(first, second, source, targets[k])});
        }
    }
}

void OpenTriads::remember(Monitor& monitor) {
    constexpr std::size_t most = 10'000'000;
    offsets_.push_back(0);
    for (Vertex broker = 0; broker < vertex_count(); ++broker) {
        bool too_many = false;
        each_triad(broker, monitor, [&](const Triad& triad) {
            too_many = too_many || triads_.size() == most;
            if (!too_many) triads_.push_back(triad);
        });
        if (too_many) {
            offsets_.clear();
            triads_ = {};
            return;
        }
        offsets_.push_back(triads_.size());
    }
}

double OpenTriads::density() const noexcept {
    const double actors = vertex_count();
    return static_cast<double>(out_.actors.size()) / (actors * (actors - 1));
}

std::uint64_t OpenTriads::effort() const noexcept {
    const std::uint64_t ties = out_.actors.size();
    return vertex_count() + ties + (offsets_.empty() ? ties * ties / std::max(1U, vertex_count()) : triads_.size());
}

// All two-step ways by the groups of their ends; `from` and `to` are zero for every group,
// before and after.
void OpenTriads::count_ways(Vertex broker, std::span<const std::uint32_t> groups, std::vector<double>& from,
                            std::vector<double>& to, RoleNumbers& roles) const {
    const std::uint32_t own = groups[broker];
    const auto sources = in_.of(broker), targets = out_.of(broker);
    double all_in = 0, all_out = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        from[groups[sources[i]]] += factor(in_, broker, i);
        all_in += factor(in_, broker, i);
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        to[groups[targets[i]]] += factor(out_, broker, i);
        all_out += factor(out_, broker, i);
    }

    double inside_others = 0;  // from a group to itself
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (groups[sources[i]] != own) inside_others += factor(in_, broker, i) * to[groups[sources[i]]];
    }
    add(roles, Role::coordinator, from[own] * to[own]);
    add(roles, Role::itinerant, inside_others);
    add(roles, Role::gatekeeper, (all_in - from[own]) * to[own]);
    add(roles, Role::representative, from[own] * (all_out - to[own]));
    add(roles, Role::liaison, ((all_in - from[own]) * (all_out - to[own])) - inside_others);
    // To and fro between the broker and one other is no triad.
    detail::each_common(sources, targets, [&](std::size_t i, std::size_t k) {
        const std::uint32_t group = groups[sources[i]];
        add(roles, role(group, own, group), -factor(in_, broker, i) * factor(out_, broker, k));
    });

    for (const Vertex source : sources) from[groups[source]] = 0;
    for (const Vertex target : targets) to[groups[target]] = 0;
}

void OpenTriads::tally(std::span<const std::uint32_t> groups, std::vector<RoleNumbers>& roles, Monitor& monitor) const {
    roles.assign(vertex_count(), RoleNumbers{});
    // Whoever tallies often does so on several threads already.
    constexpr std::uint64_t small_work = 2'000'000;
    const std::uint64_t blocks = options_.again || effort() <= small_work ? 1 : std::min(vertex_count(), 64U);
    const auto border = [&](std::uint64_t block) { return static_cast<Vertex>(block * vertex_count() / blocks); };
    parallel_blocks(blocks,
                    [&](std::size_t block) { tally(border(block), border(block + 1), groups, roles, monitor); });
}

void OpenTriads::tally(Vertex first, Vertex last, std::span<const std::uint32_t> groups,
                       std::vector<RoleNumbers>& roles, Monitor& monitor) const {
    const std::uint32_t group_count = groups.empty() ? 0 : *std::ranges::max_element(groups) + 1;
    std::vector<double> from(group_count), to(group_count);
    for (Vertex broker = first; broker < last; ++broker) {
        if (multiplies()) count_ways(broker, groups, from, to, roles[broker]);
        const auto visit = [&](const Triad& triad) {
            add(roles[broker], role(groups[triad.source], groups[broker], groups[triad.target]), triad.weight);
        };
        if (offsets_.empty()) {
            each_triad(broker, monitor, visit);
        } else {
            std::for_each(triads_.begin() + static_cast<std::ptrdiff_t>(offsets_[broker]),
                          triads_.begin() + static_cast<std::ptrdiff_t>(offsets_[broker + 1]), visit);
        }
    }
}

template OpenTriads::OpenTriads(const Digraph&, std::span<const double>, TriadOptions, Monitor&);
template OpenTriads::OpenTriads(const Ugraph&, std::span<const double>, TriadOptions, Monitor&);

}  // namespace coopnet::brokerage
