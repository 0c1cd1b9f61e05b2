#include <coopnet/analysis/detail/sweep.hpp>

#include <algorithm>
#include <bit>
#include <type_traits>

namespace coopnet::detail {
namespace {

constexpr Vertex nobody = ~Vertex{0};
constexpr double buckets_in_longest_step = 256;  // few actors wait in one, so that sorting them is cheap
constexpr double most_buckets = 1 << 14;

}  // namespace

template <class Rule>
Sweep<Rule>::Sweep(const Steps& steps, double longest)
    : steps_(steps), longest_(longest), lengths_(steps.vertex_count(), Rule::unreached) {
    order_.reserve(steps.vertex_count());
    if constexpr (std::is_same_v<Rule, Sum>) make_buckets();
}

template <class Rule>
void Sweep<Rule>::make_buckets() {
    if (steps_.lengths.empty()) return;
    const auto [shortest, longest] = std::ranges::minmax(steps_.lengths);
    // No wider than the shortest step: who waits in the nearest bucket then has its final length.
    const double width = std::min(shortest * (1 - 1e-6), longest / buckets_in_longest_step);
    const double wanted = longest / width + 3;
    if (!(wanted <= most_buckets)) return;
    const std::uint64_t buckets = std::bit_ceil(static_cast<std::uint64_t>(wanted));
    per_length_ = 1 / width;
    ring_ = buckets - 1;
    first_.assign(buckets, nobody);
    filled_.assign(buckets / 64, 0);
    links_.resize(steps_.vertex_count());
}

template <class Rule>
void Sweep<Rule>::from(Vertex source) {
    for (const Vertex v : order_) lengths_[v] = Rule::unreached;
    order_.clear();
    lengths_[source] = Rule::start;
    order_.push_back(source);
    if (steps_.lengths.empty()) {
        breadth_first();
    } else if (per_length_ > 0) {
        bucket_by_bucket();
    } else {
        nearest_first();
    }
}

template <class Rule>
void Sweep<Rule>::breadth_first() {
    for (std::size_t next = 0; next < order_.size(); ++next) {
        const Vertex v = order_[next];
        const double length = Rule::join(lengths_[v], 1);
        if (Rule::better(longest_, length)) return;
        for (std::uint32_t step = steps_.offsets[v]; step < steps_.offsets[v + 1]; ++step) {
            const Vertex w = steps_.targets[step];
            if (lengths_[w] != Rule::unreached) continue;
            lengths_[w] = length;
            order_.push_back(w);
        }
    }
}

template <class Rule>
void Sweep<Rule>::nearest_first() {
    // A total order, so that every standard library settles the same vertex next.
    const auto later = [](const auto& a, const auto& b) {
        return a.first != b.first ? Rule::better(b.first, a.first) : a.second > b.second;
    };
    waiting_.assign(1, {Rule::start, order_.front()});
    order_.clear();
    while (!waiting_.empty()) {
        std::ranges::pop_heap(waiting_, later);
        const auto [length, v] = waiting_.back();
        waiting_.pop_back();
        if (length != lengths_[v]) continue;
        order_.push_back(v);
        for (std::uint32_t step = steps_.offsets[v]; step < steps_.offsets[v + 1]; ++step) {
            const Vertex w = steps_.targets[step];
            const double further = Rule::join(length, steps_.lengths[step]);
            if (!Rule::better(further, lengths_[w]) || Rule::better(longest_, further)) continue;
            lengths_[w] = further;
            waiting_.emplace_back(further, w);
            std::ranges::push_heap(waiting_, later);
        }
    }
}

template <class Rule>
void Sweep<Rule>::bucket_by_bucket() {
    const Vertex source = order_.front();
    order_.clear();
    lengths_[source] = Rule::unreached;
    put(source, Rule::start);
    std::uint64_t bucket = 0;
    while (waiting_count_ > 0) {
        bucket = next_bucket(bucket);
        std::size_t next = order_.size();
        take(bucket & ring_);
        for (; next < order_.size(); ++next) {
            const Vertex v = order_[next];
            const double length = lengths_[v];
            for (std::uint32_t step = steps_.offsets[v]; step < steps_.offsets[v + 1]; ++step) {
                const Vertex w = steps_.targets[step];
                const double further = Rule::join(length, steps_.lengths[step]);
                if (Rule::better(further, lengths_[w]) && !Rule::better(longest_, further)) put(w, further);
            }
        }
    }
}

// Moves those who wait in a bucket to the end of the order, nearer ones first.
template <class Rule>
void Sweep<Rule>::take(std::uint64_t bucket) {
    const std::size_t begin = order_.size();
    for (Vertex v = first_[bucket]; v != nobody; v = links_[v].next) order_.push_back(v);
    first_[bucket] = nobody;
    filled_[bucket / 64] &= ~(std::uint64_t{1} << (bucket % 64));
    waiting_count_ -= static_cast<std::uint32_t>(order_.size() - begin);
    const auto nearer = [this](Vertex a, Vertex b) {
        return lengths_[a] != lengths_[b] ? lengths_[a] < lengths_[b] : a < b;
    };
    std::ranges::sort(order_.begin() + static_cast<std::ptrdiff_t>(begin), order_.end(), nearer);
}

template <class Rule>
void Sweep<Rule>::put(Vertex v, double length) {
    const std::uint64_t bucket = bucket_of(length) & ring_;
    if (lengths_[v] != Rule::unreached) {
        const std::uint64_t old = bucket_of(lengths_[v]) & ring_;
        lengths_[v] = length;
        if (old == bucket) return;
        const Links links = links_[v];
        (links.previous == nobody ? first_[old] : links_[links.previous].next) = links.next;
        if (links.next != nobody) links_[links.next].previous = links.previous;
    } else {
        lengths_[v] = length;
        ++waiting_count_;
    }
    const Vertex second = first_[bucket];
    links_[v] = {second, nobody};
    if (second != nobody) links_[second].previous = v;
    first_[bucket] = v;
    filled_[bucket / 64] |= std::uint64_t{1} << (bucket % 64);
}

// The nearest bucket, at `bucket` or beyond, in which somebody may wait.
template <class Rule>
std::uint64_t Sweep<Rule>::next_bucket(std::uint64_t bucket) const noexcept {
    const std::uint64_t within = filled_[(bucket & ring_) / 64] >> (bucket % 64);
    if (within != 0) return bucket + static_cast<std::uint64_t>(std::countr_zero(within));
    for (bucket = (bucket / 64 + 1) * 64;; bucket += 64) {
        const std::uint64_t word = filled_[(bucket & ring_) / 64];
        if (word != 0) return bucket + static_cast<std::uint64_t>(std::countr_zero(word));
    }
}

template class Sweep<Sum>;
template class Sweep<Product>;

}  // namespace coopnet::detail
