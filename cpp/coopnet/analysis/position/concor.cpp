#include <coopnet/analysis/position/concor.hpp>

#include <coopnet/analysis/detail/products.hpp>
#include <coopnet/analysis/position/correlations.hpp>
#include <coopnet/analysis/position/rows.hpp>
#include <coopnet/core/parallel.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace coopnet::position {
namespace {

using Table = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;  // symmetric
using Group = std::vector<Vertex>;
using detail::Strips;

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
double otherwise(const Profiles& profiles, Vertex one, Vertex other, Diagonal diagonal) {
    Compared compared;
    compare(profiles, one, other, diagonal, compared);
    return std::ranges::all_of(compared.places, [](const Place& place) { return place.first == place.second; }) ? 1 : 0;
}

Table first_correlations(const Profiles& profiles, const Group& actors, Diagonal diagonal, Monitor& monitor) {
    const auto count = static_cast<Eigen::Index>(actors.size());
    Table table(count, count);
    const Correlations correlations{profiles, diagonal};
    over_rows(static_cast<std::uint32_t>(count), profiles.work(), monitor, [&](Vertex i) {
        const Vertex first = actors[i];
        std::vector<double> row(profiles.actor_count() - first);
        correlations.from(first, row);
        for (Eigen::Index j = i; j < count; ++j) {
            const Vertex other = actors[static_cast<std::size_t>(j)];
            const double found = row[other - first];
            table(i, j) = table(j, i) = std::isnan(found) ? otherwise(profiles, first, other, diagonal) : found;
        }
    });
    return table;
}

// A strip as Eigen sees it.
using Columns = Eigen::Map<Eigen::Matrix<double, Eigen::Dynamic, Strips::width, Eigen::RowMajor>>;

template <class Matrix>
Columns filled(Strips& strips, std::size_t index, const Matrix& matrix) {
    const std::span<Strips::Row> rows = strips.strip(index);
    Columns columns{rows.data()->data(), matrix.rows(), Strips::width};
    const auto first = static_cast<Eigen::Index>(Strips::first_column(index));
    const auto width = static_cast<Eigen::Index>(strips.columns_of(index));
    columns.leftCols(width) = matrix.middleCols(first, width);
    return columns;
}

template <class Matrix>
Strips strips(const Matrix& matrix) {
    Strips strips{static_cast<std::size_t>(matrix.rows()), static_cast<std::size_t>(matrix.cols())};
    for (std::size_t i = 0; i < strips.count(); ++i) filled(strips, i, matrix);
    return strips;
}

template <class Matrix>
std::span<double> cells(Matrix& matrix) {
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

// Each column less its mean, of length 1; 0 if it does not vary.
void standardize(Columns columns) {
    using Sums = Eigen::Array<double, 1, Strips::width>;
    const auto count = static_cast<double>(columns.rows());
    Sums means = Sums::Zero(), squares = Sums::Zero();
    for (const auto row : columns.rowwise()) means += row.array();
    means /= count;
    for (auto row : columns.rowwise()) {
        row.array() -= means;
        squares += row.array().square();
    }
    const Sums lengths = squares.sqrt();
    const Sums factors = (lengths > 1e-12 * std::sqrt(count)).select(lengths.inverse(), 0);
    for (auto row : columns.rowwise()) row.array() *= factors;
}

// Of the columns, by way of strips of their size; `into` may be the matrix itself.
template <class Matrix>
void correlate(const Matrix& matrix, Strips& strips, Table& into, Monitor& monitor) {
    const std::uint64_t steps = 4 * static_cast<std::uint64_t>(matrix.size());
    over_rows(static_cast<std::uint32_t>(strips.count()), steps, monitor,
              [&](std::uint32_t i) { standardize(filled(strips, i, matrix)); });
    detail::multiply(strips, cells(into), monitor);
    into.diagonal().setOnes();
}

bool settled(const Table& table, double tolerance) {
    return (table.array().abs() >= 1 - tolerance).all();
}

// Each round squares how much more the leading dimensions weigh than the others, so that after
// some rounds few are left: a correlation is then the product of two short rows.
using Factor = Eigen::MatrixXd;

struct Factored {
    Factor rows;  // their products are the table, but for
    double left;  // that much at most
};

// By Cholesky's method with pivots, in at most so many dimensions.
Factored factored(const Table& table, Eigen::Index most) {
    Factor factor(table.rows(), most);
    Eigen::VectorXd left = table.diagonal();
    const double enough = negligible * left.maxCoeff();
    for (Eigen::Index width = 0;; ++width) {
        Eigen::Index pivot = 0;
        const double largest = left.maxCoeff(&pivot);
        if (largest <= enough || width == most) return {factor.leftCols(width), largest};
        factor.col(width) = table.row(pivot);
        factor.col(width).noalias() -= factor.leftCols(width) * factor.row(pivot).head(width).transpose();
        factor.col(width) /= std::sqrt(largest);
        left -= factor.col(width).cwiseAbs2();
        left(pivot) = 0;
    }
}

// None if they would be long.
std::optional<Factor> short_rows(const Table& table) {
    // What is left falls by about the same share with each dimension: this is far from half the way.
    constexpr double hopeless = 0.01;
    const Eigen::Index most = table.rows() / 4;
    if (factored(table, most / 4).left > hopeless) return std::nullopt;
    Factored found = factored(table, most);
    return found.left <= negligible ? std::optional{std::move(found.rows)} : std::nullopt;
}

// A round on short rows. None is without variation: it would be correlated by 1 with all, and the table have settled.
Factor correlate(const Factor& factor, Monitor& monitor) {
    Table spread(factor.cols(), factor.cols());
    const Factor centred = factor.rowwise() - factor.colwise().mean();
    detail::multiply(strips(centred), cells(spread), monitor);
    const Factor onto = factored(spread, spread.rows()).rows;
    Factor next(factor.rows(), onto.cols());
    detail::multiply(strips(onto), strips(factor.transpose()), cells(next), monitor);
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

// Round by round, until all correlations are 1 or -1: those with the first.
template <class Matrix>
Eigen::VectorXd settle(const Matrix& first, const ConcorOptions& options, Monitor& monitor) {
    const Eigen::Index count = first.rows();
    Table table(count, count);
    Strips strips{static_cast<std::size_t>(count), static_cast<std::size_t>(count)};
    std::optional<Factor> factor;
    for (std::uint32_t round = 0; round < options.max_iterations; ++round) {
        monitor.check();
        if (factor) {
            factor = correlate(*factor, monitor);
            if (settled(*factor, options.tolerance)) return *factor * factor->row(0).transpose();
            continue;
        }
        if (round == 0) {
            correlate(first, strips, table, monitor);
        } else {
            correlate(table, strips, table, monitor);
        }
        if (settled(table, options.tolerance)) return table.row(0);
        factor = short_rows(table);
    }
    throw NotConverged{"The correlations of " + std::to_string(table.rows()) + " actors have not settled in " +
                       std::to_string(options.max_iterations) +
                       " rounds: they may fall in two in several ways that are equally good. Ask for fewer "
                       "splits, more rounds, or with another diagonal or mode."};
}

// The half with the first member comes first; the other may be empty.
std::pair<Group, Group> halves(const Table& first, const Group& group, const ConcorOptions& options, Monitor& monitor) {
    const auto own = first(group, group);
    if ((own.array() >= 1 - 1e-12).all()) return {group, {}};
    const Eigen::VectorXd with_first = settle(own, options, monitor);
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
