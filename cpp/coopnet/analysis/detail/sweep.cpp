#include <coopnet/analysis/detail/sweep.hpp>

#include <algorithm>
#include <bit>
#include <span>
#include <type_traits>

namespace coopnet::detail {
namespace {

constexpr Vertex nobody = ~Vertex{0};
// A total order, so that every standard library settles the same vertex next.
template <class Rule>
constexpr auto later = [](const std::pair<double, Vertex>& a, const std::pair<double, Vertex>& b) {
    return a.first != b.first ? Rule::better(b.first, a.first) : a.second > b.second;
};

constexpr double buckets_in_a_step = 64;  // few actors wait in one, so that sorting them is cheap
constexpr double most_buckets = 1 << 14;

// A length in the middle of some hundred of them.
double usual(std::span<const double> lengths) {
    std::vector<double> some;
    for (std::size_t i = 0; i < lengths.size(); i += 1 + lengths.size() / 128) some.push_back(lengths[i]);
    const auto middle = some.begin() + static_cast<std::ptrdiff_t>(some.size() / 2);
    std::ranges::nth_element(some, middle);
    return *middle;
}

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
    const double longest = std::ranges::max(steps_.lengths);
    constexpr double least = 1e-300;  // its inverse is a number
    const double width = std::max({usual(steps_.lengths) / buckets_in_a_step, longest / (most_buckets - 2), least});
    // The ring holds all who can wait at a time: from the bucket at hand to the longest step beyond it.
    const std::uint64_t buckets = std::bit_ceil(std::uint64_t{64} + static_cast<std::uint64_t>(longest / width) + 2);
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
    } else if constexpr (std::is_same_v<Rule, Sum>) {
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
    waiting_.assign(1, {Rule::start, order_.front()});
    order_.clear();
    while (!waiting_.empty()) {
        std::ranges::pop_heap(waiting_, later<Rule>);
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
            std::ranges::push_heap(waiting_, later<Rule>);
        }
    }
}

template <class Rule>
void Sweep<Rule>::bucket_by_bucket() {
    bucket_ = 0;
    next_ = 0;
    while (true) {
        while (next_ < order_.size() || settle_next()) relax(order_[next_++]);
        if (farther_ == 0) return;
        bucket_ = next_bucket();
        take(bucket_ & ring_);
    }
}

// Moves the nearest of the heap to the end of the order, if there is one.
template <class Rule>
bool Sweep<Rule>::settle_next() {
    while (!waiting_.empty()) {
        std::ranges::pop_heap(waiting_, later<Rule>);
        const auto [length, v] = waiting_.back();
        waiting_.pop_back();
        if (length != lengths_[v]) continue;
        order_.push_back(v);
        return true;
    }
    return false;
}

template <class Rule>
void Sweep<Rule>::relax(Vertex v) {
    const double length = lengths_[v];
    for (std::uint32_t step = steps_.offsets[v]; step < steps_.offsets[v + 1]; ++step) {
        const Vertex w = steps_.targets[step];
        const double further = Rule::join(length, steps_.lengths[step]);
        if (Rule::better(further, lengths_[w]) && !Rule::better(longest_, further)) put(w, further);
    }
}

// Those who wait in a bucket go to the end of the order, sorted: they keep it unless a step
// is so short that it ends in the same bucket.
template <class Rule>
void Sweep<Rule>::take(std::uint64_t bucket) {
    const std::size_t begin = order_.size();
    for (Vertex v = first_[bucket]; v != nobody; v = links_[v].next) order_.push_back(v);
    first_[bucket] = nobody;
    filled_[bucket / 64] &= ~(std::uint64_t{1} << (bucket % 64));
    farther_ -= static_cast<std::uint32_t>(order_.size() - begin);
    const auto nearer = [this](Vertex a, Vertex b) {
        return lengths_[a] != lengths_[b] ? lengths_[a] < lengths_[b] : a < b;
    };
    std::ranges::sort(order_.begin() + static_cast<std::ptrdiff_t>(begin), order_.end(), nearer);
}

template <class Rule>
void Sweep<Rule>::put(Vertex v, double length) {
    const std::uint64_t bucket = bucket_of(length);
    if (bucket == bucket_) {
        put_at_hand(v, length);
        return;
    }
    if (lengths_[v] != Rule::unreached) {
        const std::uint64_t before = bucket_of(lengths_[v]);
        lengths_[v] = length;
        if (before == bucket) return;
        unlink(v, before & ring_);
    } else {
        lengths_[v] = length;
        ++farther_;
    }
    const std::uint64_t place = bucket & ring_;
    const Vertex second = first_[place];
    links_[v] = {second, nobody};
    if (second != nobody) links_[second].previous = v;
    first_[place] = v;
    filled_[place / 64] |= std::uint64_t{1} << (place % 64);
}

template <class Rule>
void Sweep<Rule>::put_at_hand(Vertex v, double length) {
    // The order of those still to come in the bucket is open again: into the heap with them.
    for (; order_.size() > next_; order_.pop_back()) {
        waiting_.emplace_back(lengths_[order_.back()], order_.back());
        std::ranges::push_heap(waiting_, later<Rule>);
    }
    if (lengths_[v] != Rule::unreached && bucket_of(lengths_[v]) != bucket_) {
        unlink(v, bucket_of(lengths_[v]) & ring_);
        --farther_;
    }
    lengths_[v] = length;
    waiting_.emplace_back(length, v);
    std::ranges::push_heap(waiting_, later<Rule>);
}

template <class Rule>
void Sweep<Rule>::unlink(Vertex v, std::uint64_t place) {
    const Links links = links_[v];
    (links.previous == nobody ? first_[place] : links_[links.previous].next) = links.next;
    if (links.next != nobody) links_[links.next].previous = links.previous;
}

// The nearest bucket beyond the one at hand in which somebody may wait.
template <class Rule>
std::uint64_t Sweep<Rule>::next_bucket() const noexcept {
    std::uint64_t bucket = bucket_ + 1;
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
