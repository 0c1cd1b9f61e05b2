#pragma once

#include <coopnet/analysis/detail/steps.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace coopnet::detail {

/// The best pathways from one source to everybody: breadth first, or nearest first if
/// steps have lengths. It is kept and asked again for the next source, so that nothing is
/// allocated twice. The steps must outlive it.
///
/// Cost of a source: O(V + E), or O(E · log V) with lengths; where these add up, those who
/// wait are spread over buckets by how far they are, so that few of them are to be sorted.
template <class Rule>
class Sweep {
public:
    /// Pathways worse than `longest` are not followed.
    explicit Sweep(const Steps& steps, double longest = Rule::unreached);

    void from(Vertex source);

    /// Those reached, the source first, nearer ones before farther ones.
    [[nodiscard]] std::span<const Vertex> order() const noexcept { return order_; }
    /// How far each is; `Rule::unreached` if no pathway leads there.
    [[nodiscard]] std::span<const double> lengths() const noexcept { return lengths_; }

private:
    void make_buckets();
    void breadth_first();
    void nearest_first();
    void bucket_by_bucket();
    bool settle_next();
    void relax(Vertex v);
    void take(std::uint64_t bucket);
    void put(Vertex v, double length);
    void put_at_hand(Vertex v, double length);
    void unlink(Vertex v, std::uint64_t place);
    [[nodiscard]] std::uint64_t next_bucket() const noexcept;
    [[nodiscard]] std::uint64_t bucket_of(double length) const noexcept {
        return static_cast<std::uint64_t>(length * per_length_);
    }

    const Steps& steps_;
    double longest_;
    std::vector<double> lengths_;
    std::vector<Vertex> order_;
    std::vector<std::pair<double, Vertex>> waiting_;  // a heap; may hold outdated entries

    // Those farther than the bucket at hand: in a ring of buckets of equal width, each a list,
    // linked both ways.
    struct Links {
        Vertex next;
        Vertex previous;
    };
    double per_length_ = 0;     // buckets in one unit of length
    std::uint64_t ring_ = 0;    // buckets less one, a row of ones in binary
    std::uint64_t bucket_ = 0;  // at hand
    std::size_t next_ = 0;      // in order_: who in the bucket at hand is still to come
    std::uint32_t farther_ = 0;
    std::vector<Vertex> first_;          // by bucket of the ring
    std::vector<std::uint64_t> filled_;  // a bit a bucket; may be set for an empty one
    std::vector<Links> links_;
};

}  // namespace coopnet::detail
