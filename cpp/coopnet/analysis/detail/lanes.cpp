#include <coopnet/analysis/detail/lanes.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace coopnet::detail {
namespace {

constexpr std::uint64_t every = ~std::uint64_t{0};

// A uniform number is below the probability where their first different digit says so. A
// word is decided after some eight digits.
std::uint64_t draw_word(Random& random, double probability) noexcept {
    std::uint64_t below = 0;
    std::uint64_t open = every;
    for (double rest = probability; open != 0 && rest > 0;) {
        rest *= 2;
        const bool digit = rest >= 1;
        const std::uint64_t drawn = random.next();
        if (digit) {
            rest -= 1;
            below |= open & ~drawn;
            open &= drawn;
        } else {
            open &= ~drawn;
        }
    }
    return below;
}

}  // namespace

Lanes Lanes::all() noexcept {
    Lanes lanes;
    lanes.words.fill(every);
    return lanes;
}

Lanes Lanes::first(std::uint64_t few) noexcept {
    Lanes lanes;
    for (std::uint64_t& word : lanes.words) {
        word = few >= 64 ? every : (std::uint64_t{1} << few) - 1;
        few -= std::min<std::uint64_t>(few, 64);
    }
    return lanes;
}

std::uint64_t Lanes::ones() const noexcept {
    std::uint64_t ones = 0;
    for (const std::uint64_t word : words) ones += static_cast<std::uint64_t>(std::popcount(word));
    return ones;
}

Lanes draw(Random& random, double probability) noexcept {
    if (probability >= 1) return Lanes::all();
    Lanes lanes;
    for (std::uint64_t& word : lanes.words) word = draw_word(random, probability);
    return lanes;
}

Flood::Flood(std::uint32_t vertex_count, const std::vector<EdgeSpec>& edges)
    : graph_(vertex_count, edges), at_(vertex_count), waiting_(vertex_count, false) {}

Lanes Flood::reached(std::span<const Lanes> works) {
    std::ranges::fill(at_, Lanes{});
    at_[0] = Lanes::all();
    queue_.assign(1, 0);
    for (std::size_t next = 0; next < queue_.size(); ++next) {
        const Vertex v = queue_[next];
        waiting_[v] = false;
        const auto far = graph_.out(v);
        const auto edges = graph_.out_edges(v);
        for (std::size_t i = 0; i < far.size(); ++i) {
            const Vertex w = far[i];
            std::uint64_t fresh = 0;
            for (std::size_t word = 0; word < at_[v].words.size(); ++word) {
                const std::uint64_t come = at_[v].words[word] & works[edges[i]].words[word] & ~at_[w].words[word];
                at_[w].words[word] |= come;
                fresh |= come;
            }
            if (fresh == 0 || waiting_[w]) continue;
            waiting_[w] = true;
            queue_.push_back(w);
        }
    }
    return at_[1];
}

}  // namespace coopnet::detail
