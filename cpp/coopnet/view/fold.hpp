#pragma once

#include <coopnet/core/ids.hpp>
#include <coopnet/view/csr.hpp>
#include <coopnet/view/names.hpp>
#include <coopnet/view/projection.hpp>

#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace coopnet {

/// A tie that a projection keeps at other dates only.
struct DormantTie {
    TieRow tie{};
    Vertex source = 0;
    Vertex target = 0;
    bool directed = false;
    bool affiliation = false;
};

/// What a projection selects of a network, every tie by itself: flat arrays that know the
/// network no more, so that they can be folded again after an edit.
struct Selection {
    std::shared_ptr<const Names> names;  ///< keys of all vertices below
    std::vector<ActorRow> actors;        ///< by vertex
    std::vector<bool> forum;             ///< by vertex: an affiliation tie ends here

    std::vector<Vertex> sources;  ///< by tie, as below; ends as recorded
    std::vector<Vertex> targets;
    std::vector<bool> directed;
    std::vector<bool> affiliation;
    std::vector<double> weights;  ///< empty: no weight
    std::vector<TieRow> ties;

    WeightMeaning meaning = WeightMeaning::none;
    bool reversed = false;  ///< directed ties run from target to source
    // Does a tie it would keep at some date run one way? Then so does the view, at every date.
    bool directed_ties = false;          ///< among ties that are no affiliations
    bool directed_affiliations = false;  ///< among affiliations
    std::vector<DormantTie> dormant;     ///< no edges, but they too say which way the view runs and who is a forum

    /// Lets a tie that is kept at some date say so.
    void settle(Vertex target, bool is_directed, bool is_affiliation) {
        bool& one_way = is_affiliation ? directed_affiliations : directed_ties;
        one_way = one_way || is_directed;
        if (is_affiliation) forum[target] = true;
    }
};

struct FoldOptions {
    Parallel parallel = Parallel::keep;  ///< `automatic` merges by what the weight means
    Affiliations affiliations = Affiliations::keep;
    bool loops = true;
    bool isolates = true;
};

/// A network frozen through a projection, ready for kernels.
struct View {
    std::variant<Digraph, Ugraph> csr;
    std::shared_ptr<const Names> names;
    std::vector<ActorRow> actors;                 ///< by vertex
    std::vector<std::uint32_t> edge_tie_offsets;  ///< by edge, into edge_ties
    std::vector<TieRow> edge_ties;                ///< the ties an edge stands for
    WeightMeaning meaning = WeightMeaning::none;
    bool counted = false;  ///< the weights count ties: a strength, but every edge is one step

    [[nodiscard]] std::span<const TieRow> ties(EdgeId edge) const noexcept {
        return {edge_ties.data() + edge_tie_offsets[edge], edge_ties.data() + edge_tie_offsets[edge + 1]};
    }
    [[nodiscard]] std::span<const double> weights() const noexcept;
};

/// Merges parallel ties, folds affiliations into ties among members, drops what counts as
/// no tie (a strength, probability or capacity of 0), and freezes the result.
///
/// Undirected ties of a mixed view run both ways as one edge; merged with a directed tie,
/// by ordered pair, each direction becomes an edge of its own.
/// Cost: O(actors + ties · log ties), O(Σ members²) for affiliations.
/// Throws InvalidOption if affiliations are folded under a weight that is no strength, and
/// InvalidWeight if a weight is negative or not finite, or a probability above 1; a capacity may be infinite.
View fold(const Selection& selection, const FoldOptions& options);

/// The cost of each edge: the weight itself if it is a cost, 1/strength, −ln(probability),
/// each at least 1e-9, since a sure step is a step; empty if every edge is just one step.
/// Throws InvalidWeight for a capacity, and for a strength too small to have a cost.
std::vector<double> costs(const View& view);

/// How strong each edge is: its weight, a probability too; empty if there is no weight.
/// Throws InvalidWeight for a cost or a capacity.
std::span<const double> strengths(const View& view);

}  // namespace coopnet
