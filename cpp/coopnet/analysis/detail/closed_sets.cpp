#include <coopnet/analysis/detail/closed_sets.hpp>

#include <utility>

namespace coopnet::detail {

ClosedSets::ClosedSets(Digraph graph, Vertex first, Vertex last, std::vector<Vertex> chosen)
    : graph_(std::move(graph)), chosen_(std::move(chosen)), side_(graph_.vertex_count(), Side::open) {
    settle(first, Side::in);
    settle(last, Side::out);
}

bool ClosedSets::next() {
    if (!std::exchange(begun_, true)) {
        choose(0);
        return true;
    }
    while (!choices_.empty() && choices_.back().taken) choices_.pop_back();
    if (choices_.empty()) return false;
    Choice& choice = choices_.back();
    for (; decided_.size() > choice.decided; decided_.pop_back()) side_[decided_.back()] = Side::open;
    choice.taken = true;
    const std::size_t place = choice.place;
    settle(chosen_[place], Side::in);
    choose(place + 1);
    return true;
}

void ClosedSets::choose(std::size_t place) {
    for (; place < chosen_.size(); ++place) {
        if (side_[chosen_[place]] != Side::open) continue;
        choices_.push_back({place, decided_.size()});
        settle(chosen_[place], Side::out);
    }
}

// In with all that is reached from it, or out with all that reaches it.
void ClosedSets::settle(Vertex v, Side side) {
    std::size_t next = decided_.size();
    const auto take = [&](Vertex w) {
        if (side_[w] != Side::open) return;
        side_[w] = side;
        decided_.push_back(w);
    };
    take(v);
    for (; next < decided_.size(); ++next) {
        const auto far = side == Side::in ? graph_.out(decided_[next]) : graph_.in(decided_[next]);
        work_ += far.size() + 1;
        for (const Vertex w : far) take(w);
    }
}

}  // namespace coopnet::detail
