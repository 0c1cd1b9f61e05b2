#pragma once

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/roles.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// What an open triad a → b → c weighs, by the strengths of its two ties: the four rules of
/// Opsahl and Panzarasa (2009), doi:10.1016/j.socnet.2009.02.002, or their product: if
/// strengths count something, how many ways lead through the broker.
enum class TriadWeight { minimum, maximum, arithmetic, geometric, product };

struct TriadOptions {
    /// What a triad counts. None: one.
    std::optional<TriadWeight> weight = std::nullopt;
    /// A pair's triads share what one counts, each alike, among all who broker it.
    bool shared = false;
    /// They will be tallied more than once: what is found the first time is kept.
    bool again = false;
};

/// The open triads of a network: a is tied to the broker b and b to c, but not a to c.
/// Loops are no ties, parallel edges one.
class OpenTriads {
public:
    /// `strengths` by edge id; empty: each edge has strength one. Cost: O(V + E·√E).
    template <Direction D>
    OpenTriads(const Csr<D>& view, std::span<const double> strengths, TriadOptions options, Monitor& monitor);

    [[nodiscard]] std::uint32_t vertex_count() const noexcept { return out_.vertex_count(); }
    /// The share of ordered pairs of actors that are tied.
    [[nodiscard]] double density() const noexcept;
    /// What each actor brokers in each role, if these are the groups, numbered from 0.
    /// Cost: O(V + E + closed triads); shared, or weighted but by the product, O(V + E + open triads).
    void tally(std::span<const std::uint32_t> groups, std::vector<RoleNumbers>& roles, Monitor& monitor) const;
    /// The steps of a tally, roughly.
    [[nodiscard]] std::uint64_t effort() const noexcept;

private:
    struct Triad {
        Vertex source;
        Vertex target;
        double weight;
    };

    // Is a triad's weight what its first tie brings times what its second does? Then all ways of two
    // steps are a product of sums, and only those that a tie closes are looked at one by one.
    [[nodiscard]] bool multiplies() const noexcept {
        return !options_.shared && (!options_.weight || *options_.weight == TriadWeight::product);
    }
    [[nodiscard]] double factor(const detail::Contacts& ties, Vertex broker, std::size_t place) const noexcept;
    [[nodiscard]] double weight(double first, double second, Vertex source, Vertex target) const;
    // Closed triads, which are counted off all ways of two steps, if weights multiply; else the open ones.
    template <class Visit>
    void each_triad(Vertex broker, Monitor& monitor, const Visit& visit) const;
    void remember(Monitor& monitor);
    void tally(Vertex first, Vertex last, std::span<const std::uint32_t> groups, std::vector<RoleNumbers>& roles,
               Monitor& monitor) const;  ///< of some brokers in a row
    void count_ways(Vertex broker, std::span<const std::uint32_t> groups, std::vector<double>& from,
                    std::vector<double>& to, RoleNumbers& roles) const;

    detail::Contacts in_;
    detail::Contacts out_;
    TriadOptions options_;
    bool both_ways_;  ///< all ties run both ways
    // What each_triad visits, by broker; nothing if that is wanted once, or too much to keep.
    std::vector<std::size_t> offsets_;
    std::vector<Triad> triads_;
};

}  // namespace coopnet::brokerage
