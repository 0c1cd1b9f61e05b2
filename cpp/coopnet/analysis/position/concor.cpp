#include <coopnet/analysis/position/concor.hpp>

#include <coopnet/analysis/position/rows.hpp>
#include <coopnet/core/parallel.hpp>

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace coopnet::position {
namespace {

using Table = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Group = std::vector<Vertex>;

constexpr Eigen::Index rows_a_block = 64;
constexpr std::uint32_t most_iterations = 40;
// Dimensions are left out that would change no correlation by more than rounding does.
constexpr double negligible = 1e-15;

void require(const ConcorOptions& options) {
    if (options.max_iterations < 1 || options.max_iterations > most_iterations) {
        throw InvalidOption{"max_iterations=" + std::to_string(options.max_iterations) +
                            " is not from 1 to 40: in more rounds, rounding errors would grow until they decide."};
    }
    if (!(options.tolerance > 0 && options.tolerance < 1)) {
        throw InvalidOption{"tolerance=" + std::to_string(options.tolerance) +
                            " is not between 0 and 1. The customary one is 0.001."};
    }
}

bool is_isolate(const Profiles& profiles, Vertex actor) {
    return std::ranges::all_of(profiles.of(actor), [&](const Strand& strand) { return strand.other() == actor; });
}

// Where a correlation is undefined, equal profiles are alike all the same; others are not.
double otherwise(const Compared& compared) {
    return std::ranges::all_of(compared.places, [](const Place& place) { return place.first == place.second; }) ? 1 : 0;
}

Table first_correlations(const Profiles& profiles, const Group& actors, Diagonal diagonal, Monitor& monitor) {
    const auto count = static_cast<Eigen::Index>(actors.size());
    Table table = Table::Identity(count, count);
    over_rows(static_cast<std::uint32_t>(count), profiles.work(), monitor, [&](Vertex i) {
        Compared compared;
        for (Eigen::Index j = i + 1; j < count; ++j) {
            compare(profiles, actors[i], actors[static_cast<std::size_t>(j)], diagonal, compared);
            table(i, j) = table(j, i) = correlation(compared).value_or(otherwise(compared));
        }
    });
    return table;
}

// Each row less its mean, of length 1; 0 if it does not vary.
Table standardized(const Table& table) {
    Table rows = table.colwise() - table.rowwise().mean();
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const double length = rows.row(i).norm();
        if (length > 1e-12 * std::sqrt(static_cast<double>(rows.cols()))) {
            rows.row(i) /= length;
        } else {
            rows.row(i).setZero();
        }
    }
    return rows;
}

// Of the rows of a symmetric table, which are its columns.
Table correlations(const Table& table, Monitor& monitor) {
    const Table rows = standardized(table);
    const Eigen::Index count = rows.rows();
    Table result(count, count);
    const auto blocks = static_cast<std::size_t>((count + rows_a_block - 1) / rows_a_block);
    parallel_blocks(blocks, [&](std::size_t block) {
        monitor.check();
        const Eigen::Index first = static_cast<Eigen::Index>(block) * rows_a_block;
        const Eigen::Index height = std::min(rows_a_block, count - first);
        result.block(first, first, height, count - first).noalias() =
            rows.middleRows(first, height) * rows.bottomRows(count - first).transpose();
    });
    for (Eigen::Index i = 0; i < count; ++i) {
        result(i, i) = 1;
        for (Eigen::Index j = i + 1; j < count; ++j) {
            result(j, i) = result(i, j) = std::clamp(result(i, j), -1.0, 1.0);
        }
    }
    return result;
}

bool settled(const Table& table, double tolerance) {
    return (table.array().abs() >= 1 - tolerance).all();
}

// Each round squares how much more the leading dimensions weigh than the others, so that after
// some rounds few are left: a correlation is then the product of two short rows.
using Factor = Eigen::MatrixXd;

// The rows whose products are the table, by Cholesky's method with pivots; none if they would be long.
std::optional<Factor> factored(const Table& table) {
    const Eigen::Index count = table.rows(), most = count / 4;
    if (table.squaredNorm() < 8 * static_cast<double>(count)) return std::nullopt;  // spread over many dimensions
    Factor factor(count, most);
    Eigen::VectorXd left = table.diagonal();
    for (Eigen::Index width = 0;; ++width) {
        Eigen::Index pivot = 0;
        const double largest = left.maxCoeff(&pivot);
        if (largest <= negligible) return factor.leftCols(width);
        if (width == most) return std::nullopt;
        factor.col(width) = table.col(pivot);
        factor.col(width).noalias() -= factor.leftCols(width) * factor.row(pivot).head(width).transpose();
        factor.col(width) /= std::sqrt(largest);
        left -= factor.col(width).cwiseAbs2();
        left(pivot) = 0;
    }
}

// A round on short rows. None is without variation: it would be correlated by 1 with all, and the table have settled.
Factor correlations(const Factor& factor) {
    Eigen::ColPivHouseholderQR<Factor> parts(factor.rowwise() - factor.colwise().mean());
    parts.setThreshold(negligible);
    const Factor upper = parts.matrixR().topRows(parts.rank()).triangularView<Eigen::Upper>();
    Factor next = factor * parts.colsPermutation() * upper.transpose();
    next.rowwise().normalize();
    return next;
}

bool settled(const Factor& factor, double tolerance) {
    const auto settled = [&](Eigen::Index row) {
        return ((factor * factor.row(row).transpose()).array().abs() >= 1 - tolerance).all();
    };
    for (Eigen::Index row = 0; row < factor.rows(); ++row) {
        if (!settled(row)) return false;
    }
    return true;
}

Table selected(const Table& table, const Group& group) {
    const auto count = static_cast<Eigen::Index>(group.size());
    Table part(count, count);
    for (Eigen::Index i = 0; i < count; ++i) {
        for (Eigen::Index j = 0; j < count; ++j) {
            part(i, j) = table(group[static_cast<std::size_t>(i)], group[static_cast<std::size_t>(j)]);
        }
    }
    return part;
}

// Round by round, until all correlations are 1 or -1: those with the first.
Eigen::VectorXd settle(Table table, const ConcorOptions& options, Monitor& monitor) {
    std::optional<Factor> factor;
    for (std::uint32_t round = 0; round < options.max_iterations; ++round) {
        monitor.check();
        if (factor) {
            factor = correlations(*factor);
            if (settled(*factor, options.tolerance)) return *factor * factor->row(0).transpose();
        } else {
            table = correlations(table, monitor);
            if (settled(table, options.tolerance)) return table.row(0);
            factor = factored(table);
        }
    }
    throw NotConverged{"The correlations of " + std::to_string(table.rows()) + " actors have not settled in " +
                       std::to_string(options.max_iterations) +
                       " rounds: they may fall in two in several ways that are equally good. Ask for fewer "
                       "splits, more rounds, or with another diagonal or mode."};
}

// The half with the first member comes first; the other may be empty.
std::pair<Group, Group> halves(const Table& first, const Group& group, const ConcorOptions& options, Monitor& monitor) {
    Table table = selected(first, group);
    if ((table.array() >= 1 - 1e-12).all()) return {group, {}};
    const Eigen::VectorXd with_first = settle(std::move(table), options, monitor);
    std::pair<Group, Group> halves;
    for (std::size_t i = 0; i < group.size(); ++i) {
        (with_first(static_cast<Eigen::Index>(i)) > 0 ? halves.first : halves.second).push_back(group[i]);
    }
    return halves;
}

}  // namespace

template <Direction D>
Partition concor(const Csr<D>& view, std::span<const double> strengths, const Relations& relations,
                 const ConcorOptions& options, Monitor& monitor) {
    require(options);
    require_room(view.vertex_count());
    const Profiles profiles = position::profiles(view, strengths, relations, options.mode);
    Group tied, isolates;
    for (Vertex v = 0; v < view.vertex_count(); ++v) (is_isolate(profiles, v) ? isolates : tied).push_back(v);
    const Table first = first_correlations(profiles, tied, options.diagonal, monitor);

    std::vector<Group> groups;  // of places among the tied
    if (!tied.empty()) groups.emplace_back();
    for (Vertex place = 0; place < tied.size(); ++place) groups.front().push_back(place);
    for (std::uint32_t split = 0; split < options.splits && groups.size() < tied.size(); ++split) {
        std::vector<Group> finer;
        for (const Group& group : groups) {
            monitor.check();
            auto [one, other] = halves(first, group, options, monitor);
            finer.push_back(std::move(one));
            if (!other.empty()) finer.push_back(std::move(other));
        }
        if (finer.size() == groups.size()) break;
        groups = std::move(finer);
    }

    Partition partition{std::vector<std::uint32_t>(view.vertex_count()), 0};
    for (const Group& group : groups) {
        for (const Vertex place : group) partition.groups[tied[place]] = partition.group_count;
        ++partition.group_count;
    }
    for (const Vertex isolate : isolates) partition.groups[isolate] = partition.group_count;
    if (!isolates.empty()) ++partition.group_count;
    return partition;
}

template Partition concor(const Digraph&, std::span<const double>, const Relations&, const ConcorOptions&, Monitor&);
template Partition concor(const Ugraph&, std::span<const double>, const Relations&, const ConcorOptions&, Monitor&);

}  // namespace coopnet::position
