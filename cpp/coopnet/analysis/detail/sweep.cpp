#include <coopnet/analysis/detail/sweep.hpp>

#include <algorithm>

namespace coopnet::detail {

template <class Rule>
Sweep<Rule>::Sweep(const Steps& steps) : steps_(steps), lengths_(steps.vertex_count(), Rule::unreached) {
    order_.reserve(steps.vertex_count());
}

template <class Rule>
void Sweep<Rule>::from(Vertex source) {
    for (const Vertex v : order_) lengths_[v] = Rule::unreached;
    order_.clear();
    lengths_[source] = Rule::start;
    order_.push_back(source);
    if (steps_.lengths.empty()) {
        breadth_first();
    } else {
        nearest_first();
    }
}

template <class Rule>
void Sweep<Rule>::breadth_first() {
    for (std::size_t next = 0; next < order_.size(); ++next) {
        const Vertex v = order_[next];
        const double length = Rule::join(lengths_[v], 1);
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
            if (!Rule::better(further, lengths_[w])) continue;
            lengths_[w] = further;
            waiting_.emplace_back(further, w);
            std::ranges::push_heap(waiting_, later);
        }
    }
}

template class Sweep<Sum>;
template class Sweep<Product>;

}  // namespace coopnet::detail
