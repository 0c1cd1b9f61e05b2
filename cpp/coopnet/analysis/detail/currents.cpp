#include <coopnet/analysis/detail/currents.hpp>
#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/core/parallel.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <numeric>
#include <ranges>
#include <utility>

namespace coopnet::detail {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;

constexpr Index width = 64;  // columns solved at once

// Eigen cuts products into blocks by the size of the caches it finds, and so adds in another
// order on another machine, unless it is told.
void same_sums_everywhere() {
    static const bool told = [] {
        Eigen::setCpuCacheSizes(32 * 1024, 256 * 1024, 2 * 1024 * 1024);
        return true;
    }();
    static_cast<void>(told);
}

// An actor taken out of the circuit, and the wires it had: its potential is the mean of those
// at their other ends.
struct Star {
    struct Ray {
        Vertex end;
        double share;  // of what all its wires conduct
    };
    Vertex centre;
    double strength;  // of all its wires
    std::vector<Ray> rays;
};

// Wires between actors, each of whom can be taken out so that the potentials of the others
// stay what they are: then wires between its contacts stand for it (a star becomes a mesh).
class Circuit {
public:
    explicit Circuit(const Wires& piece) : contacts_(piece.members.size()) {
        const auto count = static_cast<Index>(piece.members.size());
        strengths_ = Matrix::Zero(count, count);
        for (const Wires::Wire& wire : piece.wires) conduct(wire.one, wire.other, wire.strength);
    }

    [[nodiscard]] std::size_t degree(Vertex v) const noexcept { return contacts_[v].size(); }

    Star take_out(Vertex centre) {
        const std::vector<Vertex> ends = std::exchange(contacts_[centre], {});
        double sum = 0;
        for (const Vertex end : ends) sum += strengths_(end, centre);
        Star star{centre, sum, {}};
        for (const Vertex end : ends) {
            star.rays.push_back({end, strengths_(end, centre) / sum});
            std::erase(contacts_[end], centre);
        }
        for (std::size_t i = 1; i < ends.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                conduct(ends[i], ends[j], strengths_(ends[i], centre) * star.rays[j].share);
        }
        return star;
    }

    // What flows into the actors if one of them has the potential 1 and all others 0.
    [[nodiscard]] Matrix laplacian(std::span<const Vertex> actors) const {
        Matrix laws = -strengths_(actors, actors);
        for (std::size_t i = 0; i < actors.size(); ++i) {
            double& own = laws(static_cast<Index>(i), static_cast<Index>(i)) = 0;
            for (const Vertex contact : contacts_[actors[i]]) own += strengths_(contact, actors[i]);
        }
        return laws;
    }

private:
    void conduct(Vertex one, Vertex other, double strength) {
        if (strengths_(one, other) == 0) {
            contacts_[one].push_back(other);
            contacts_[other].push_back(one);
        }
        strengths_(one, other) += strength;
        strengths_(other, one) = strengths_(one, other);
    }

    Matrix strengths_;
    std::vector<std::vector<Vertex>> contacts_;
};

// Takes out who has the fewest contacts as long as that is less work than to keep them, but
// never the first actor. In a sparse network few are left.
std::vector<Star> take_out(Circuit& circuit, std::vector<Vertex>& left, Monitor& monitor) {
    constexpr std::size_t few = 4;
    constexpr std::size_t worth_it = 8;
    std::vector<Star> stars;
    while (!left.empty()) {
        monitor.check();
        const auto next = std::ranges::min_element(left, {}, [&](Vertex v) { return circuit.degree(v); });
        const std::size_t degree = circuit.degree(*next);
        if (degree > few && degree * worth_it > left.size()) break;
        stars.push_back(circuit.take_out(*next));
        left.erase(next);
    }
    return stars;
}

// Columns of the inverse of the factor, from the row of the first of them on; above it they are 0.
Matrix inverse_of(const Matrix& factor, Index first, Index columns) {
    const Index rows = factor.rows() - first;
    Matrix part = Matrix::Identity(rows, columns);
    factor.bottomRightCorner(rows, rows).triangularView<Eigen::Lower>().solveInPlace(part);
    return part;
}

// Visits the blocks of columns, on several threads.
template <class Visit>
void each_block(Index count, Monitor& monitor, const Visit& visit) {
    parallel_blocks(static_cast<std::size_t>((count + width - 1) / width), [&](std::size_t block) {
        monitor.check();
        const Index first = static_cast<Index>(block) * width;
        visit(first, std::min(width, count - first));
    });
}

// The inverse of a symmetric matrix, which becomes its factor, L·Lᵀ.
Matrix inverse_of_symmetric(Matrix& matrix, Monitor& monitor) {
    same_sums_everywhere();
    const Index count = matrix.rows();
    const Eigen::LLT<Eigen::Ref<Matrix>> factor(matrix);
    Matrix half = Matrix::Zero(count, count);
    each_block(count, monitor, [&](Index first, Index columns) {
        half.block(first, first, count - first, columns) = inverse_of(matrix, first, columns);
    });
    // Columns of L⁻ᵀ·L⁻¹ down from the diagonal; the rest is their mirror image.
    Matrix whole(count, count);
    each_block(count, monitor, [&](Index first, Index columns) {
        for (Index row = first; row < count; row += width) {
            const Index rows = std::min(width, count - row);
            whole.block(row, first, rows, columns).noalias() =
                half.block(row, row, count - row, rows).transpose() * half.block(row, first, count - row, columns);
        }
    });
    whole.triangularView<Eigen::StrictlyUpper>() = whole.transpose();
    return whole;
}

}  // namespace

std::vector<Wires> wires(const Ugraph& view, std::span<const double> strengths) {
    const Partition pieces = weak_pieces(view);
    std::vector<Wires> all(pieces.group_count);
    std::vector<Vertex> place(view.vertex_count());
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        auto& members = all[pieces.groups[v]].members;
        place[v] = static_cast<Vertex>(members.size());
        members.push_back(v);
    }
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        if (edge.source == edge.target) continue;
        const double strength = strengths.empty() ? 1.0 : strengths[id];
        all[pieces.groups[edge.source]].wires.push_back({place[edge.source], place[edge.target], strength});
    }
    return all;
}

Potentials potentials(const Wires& piece, Monitor& monitor) {
    const std::size_t size = piece.members.size();
    Potentials found{size, std::vector<double>(size * size, 0.0)};
    Eigen::Map<Matrix> values(found.values.data(), static_cast<Index>(size), static_cast<Index>(size));
    Circuit circuit{piece};
    std::vector<Vertex> left(size - 1);
    std::iota(left.begin(), left.end(), 1);
    const auto stars = take_out(circuit, left, monitor);
    Matrix laws = circuit.laplacian(left);
    values(left, left) = inverse_of_symmetric(laws, monitor);
    for (const Star& star : stars | std::views::reverse) {
        monitor.check();
        auto own = values.col(star.centre);
        for (const auto& [end, share] : star.rays) own += share * values.col(end);
        own(star.centre) = 1 / star.strength;
        for (const auto& [end, share] : star.rays) own(star.centre) += share * own(end);
        values.row(star.centre) = own.transpose();
    }
    return found;
}

}  // namespace coopnet::detail
