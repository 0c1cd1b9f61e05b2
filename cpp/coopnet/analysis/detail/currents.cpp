#include <coopnet/analysis/detail/currents.hpp>
#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/core/parallel.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>

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

// The factor of the grounded Laplacian, L·Lᵀ, and columns of its inverse.
class Factor {
public:
    Factor(const Wires& piece, Monitor& monitor) : count_(static_cast<Index>(piece.members.size()) - 1) {
        same_sums_everywhere();
        monitor.check();
        Matrix laplacian = Matrix::Zero(count_, count_);
        for (const Wires::Wire& wire : piece.wires) {
            const Index i = static_cast<Index>(wire.one) - 1;
            const Index j = static_cast<Index>(wire.other) - 1;
            if (i >= 0) laplacian(i, i) += wire.strength;
            if (j >= 0) laplacian(j, j) += wire.strength;
            if (i >= 0 && j >= 0) {
                laplacian(i, j) -= wire.strength;
                laplacian(j, i) -= wire.strength;
            }
        }
        llt_.compute(laplacian);
        monitor.check();
    }

    [[nodiscard]] Index count() const noexcept { return count_; }
    [[nodiscard]] std::size_t blocks() const noexcept { return static_cast<std::size_t>((count_ + width - 1) / width); }
    [[nodiscard]] Index first(std::size_t block) const noexcept { return static_cast<Index>(block) * width; }
    [[nodiscard]] Index columns(std::size_t block) const noexcept { return std::min(width, count_ - first(block)); }

    // Columns of L⁻¹ from the row of the first of them on; above it they are 0.
    [[nodiscard]] Matrix inverse(std::size_t block) const {
        const Index rows = count_ - first(block);
        Matrix part = Matrix::Identity(rows, columns(block));
        llt_.matrixLLT().bottomRightCorner(rows, rows).triangularView<Eigen::Lower>().solveInPlace(part);
        return part;
    }
    [[nodiscard]] Eigen::VectorXd solve(const Eigen::VectorXd& currents) const { return llt_.solve(currents); }

private:
    Index count_;
    Eigen::LLT<Matrix> llt_;
};

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
    const Factor factor{piece, monitor};
    const Index count = factor.count();
    Matrix inverse = Matrix::Zero(count, count);
    parallel_blocks(factor.blocks(), [&](std::size_t block) {
        monitor.check();
        const Index first = factor.first(block);
        inverse.block(first, first, count - first, factor.columns(block)) = factor.inverse(block);
    });

    Potentials found{piece.members.size(), std::vector<double>(piece.members.size() * piece.members.size(), 0.0)};
    using Strided = Eigen::Map<Matrix, 0, Eigen::OuterStride<>>;
    const auto stride = static_cast<Index>(found.size);
    Strided values(found.values.data() + found.size + 1, count, count, Eigen::OuterStride<>(stride));
    // Columns of L⁻ᵀ·L⁻¹ down from the diagonal; the rest is their mirror image.
    parallel_blocks(factor.blocks(), [&](std::size_t block) {
        monitor.check();
        const Index first = factor.first(block);
        const Index columns = factor.columns(block);
        for (Index row = first; row < count; row += width) {
            const Index rows = std::min(width, count - row);
            values.block(row, first, rows, columns).noalias() = inverse.block(row, row, count - row, rows).transpose() *
                                                                inverse.block(row, first, count - row, columns);
        }
    });
    for (Index v = 0; v < count; ++v)
        for (Index u = 0; u < v; ++u) values(u, v) = values(v, u);
    return found;
}

PotentialSums potential_sums(const Wires& piece, Monitor& monitor) {
    const Factor factor{piece, monitor};
    PotentialSums sums{std::vector<double>(piece.members.size(), 0.0), std::vector<double>(piece.members.size(), 0.0)};
    parallel_blocks(factor.blocks(), [&](std::size_t block) {
        monitor.check();
        const Matrix part = factor.inverse(block);
        for (Index i = 0; i < part.cols(); ++i)
            sums.own[static_cast<std::size_t>(factor.first(block) + i) + 1] = part.col(i).squaredNorm();
    });
    const Eigen::VectorXd all = factor.solve(Eigen::VectorXd::Ones(factor.count()));
    std::copy(all.begin(), all.end(), sums.all.begin() + 1);
    return sums;
}

}  // namespace coopnet::detail
