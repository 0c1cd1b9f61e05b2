#include <coopnet/analysis/centrality/voterank.hpp>

#include <coopnet/analysis/detail/steps.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <limits>
#include <queue>
#include <span>
#include <utility>
#include <vector>

namespace coopnet::centrality {
namespace {

// Votes are counted in parts of a full vote, as many as there are ties from neighbor to
// neighbor; the vote of who is next to an elected actor loses as many parts as there are actors.
class Election {
public:
    Election(const detail::Steps& out, const detail::Steps& in)
        : out_(out), in_(in), parts_(out.step_count()), vote_(out.vertex_count(), parts_), votes_(out.vertex_count()) {
        for (Vertex v = 0; v < votes_.size(); ++v) {
            votes_[v] = parts_ * (out_.offsets[v + 1] - out_.offsets[v]);
            offer(v);
        }
        elected_.resize(votes_.size());
    }

    /// Elects the next actor and gives back the full votes it got; nothing if no vote is left.
    std::optional<std::pair<Vertex, double>> elect() {
        while (!waiting_.empty()) {
            const Candidate best = waiting_.top();
            waiting_.pop();
            const Vertex v = best.actor;
            if (elected_[v] || best.votes != votes_[v]) continue;  // outdated
            if (best.votes == 0) return std::nullopt;
            elected_[v] = true;
            weaken(v, vote_[v]);
            for (const Vertex w : near(out_, v)) weaken(w, votes_.size());
            return std::pair{v, static_cast<double>(best.votes) / static_cast<double>(parts_)};
        }
        return std::nullopt;
    }

private:
    struct Candidate {
        std::uint64_t votes;
        Vertex actor;
        bool operator<(const Candidate& other) const noexcept {
            return votes != other.votes ? votes < other.votes : actor > other.actor;
        }
    };

    static std::span<const Vertex> near(const detail::Steps& steps, Vertex v) noexcept {
        return {steps.targets.data() + steps.offsets[v], steps.targets.data() + steps.offsets[v + 1]};
    }

    void offer(Vertex v) { waiting_.push({votes_[v], v}); }

    void weaken(Vertex voter, std::uint64_t parts) {
        const std::uint64_t lost = std::min(parts, vote_[voter]);
        if (lost == 0) return;
        vote_[voter] -= lost;
        for (const Vertex u : near(in_, voter)) {
            votes_[u] -= lost;
            if (!elected_[u]) offer(u);
        }
    }

    const detail::Steps& out_;
    const detail::Steps& in_;
    std::uint64_t parts_;
    std::vector<std::uint64_t> vote_;   // what each actor's vote is worth
    std::vector<std::uint64_t> votes_;  // what each actor would get now
    std::vector<bool> elected_;
    std::priority_queue<Candidate> waiting_;
};

}  // namespace

template <Direction D>
Scores voterank(const Csr<D>& view, VoterankOptions options, Monitor& monitor) {
    const std::uint32_t count = view.vertex_count();
    if (options.k && *options.k < 1) {
        throw InvalidOption{"Voterank elects at least 1 actor. Leave k out to elect until no vote is left."};
    }
    const auto out = detail::steps<detail::Sum>(view, {}, detail::Mode::out);
    const auto in = detail::steps<detail::Sum>(view, {}, detail::Mode::in);
    Election election{out, in};
    Scores scores{std::vector<double>(count, std::numeric_limits<double>::quiet_NaN()), {}};
    const std::uint64_t seats =
        options.k ? std::min<std::uint64_t>(count, static_cast<std::uint64_t>(*options.k)) : count;
    for (std::uint64_t seat = 0; seat < seats; ++seat) {
        monitor.check();
        const auto winner = election.elect();
        if (!winner) {
            scores.why = "no vote was left for an actor that was not elected.";
            return scores;
        }
        scores.values[winner->first] = winner->second;
    }
    if (seats < count) scores.why = "all seats were taken before an actor that was not elected.";
    return scores;
}

template Scores voterank(const Digraph&, VoterankOptions, Monitor&);
template Scores voterank(const Ugraph&, VoterankOptions, Monitor&);

}  // namespace coopnet::centrality
