#include <coopnet/analysis/flows/fit.hpp>

#include <Eigen/Core>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace coopnet::flows {
namespace {

using Index = Eigen::Index;
using Vector = Eigen::VectorXd;
using Table = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using SparseTable = Eigen::SparseMatrix<double, Eigen::RowMajor>;
using SparseVector = Eigen::SparseVector<double>;

constexpr double nothing = 1e-9;  // against sizes of about one: rounding

constexpr Index none = -1;

// By variable its place among those that are not fixed.
std::vector<Index> places_of(std::span<const std::uint8_t> fixed) {
    std::vector<Index> places;
    Index next = 0;
    for (const std::uint8_t is_fixed : fixed) places.push_back(is_fixed != 0 ? none : next++);
    return places;
}

// The rows, and in the last column what they are equal to.
Table equations(const detail::SparseRows& rows, const std::vector<Index>& places) {
    const Index free = std::ssize(places) - std::ranges::count(places, none);
    Table table = Table::Zero(static_cast<Index>(rows.size()), free + 1);
    for (Index row = 0; row < table.rows(); ++row) {
        for (const auto& [variable, value] : rows.row(static_cast<std::size_t>(row))) {
            if (places[variable] != none) table(row, places[variable]) += value;
        }
        table(row, free) = rows.low[static_cast<std::size_t>(row)];
    }
    return table;
}

// The largest entry of a row; of equal ones the last, which is of a gap rather than of a cell: then most cells stay
// free each by itself.
Index pivot_of(const Table& table, Index row) {
    Index best = none;
    double most = nothing;
    for (Index column = 0; column + 1 < table.cols(); ++column) {
        const double size = std::abs(table(row, column));
        if (size >= most) best = column;
        most = std::max(most, size);
    }
    return best;
}

// Whatever holds the rows is start + basis · u, and each u gives one.
struct Freedom {
    SparseTable basis;
    Vector start;
};

// By Gauss and Jordan: each row tells one of its variables by others.
Freedom freedom(Table table) {
    const Index free = table.cols() - 1;
    std::vector<Index> row_of(static_cast<std::size_t>(free), none);
    for (Index row = 0; row < table.rows(); ++row) {
        const Index pivot = pivot_of(table, row);
        if (pivot == none) continue;
        row_of[static_cast<std::size_t>(pivot)] = row;
        table.row(row) /= table(row, pivot);
        for (Index other = 0; other < table.rows(); ++other) {
            const double times = table(other, pivot);
            if (other != row && times != 0) table.row(other) -= times * table.row(row);
        }
    }
    Freedom made{{}, Vector::Zero(free)};
    std::vector<Index> free_columns;
    std::vector<Eigen::Triplet<double>> cells;
    for (Index column = 0; column < free; ++column) {
        if (row_of[static_cast<std::size_t>(column)] != none) continue;
        cells.emplace_back(column, static_cast<Index>(free_columns.size()), 1.0);
        free_columns.push_back(column);
    }
    for (Index column = 0; column < free; ++column) {
        const Index row = row_of[static_cast<std::size_t>(column)];
        if (row == none) continue;
        made.start[column] = table(row, free);
        for (std::size_t i = 0; i < free_columns.size(); ++i) {
            const double value = table(row, free_columns[i]);
            if (std::abs(value) > nothing) cells.emplace_back(column, static_cast<Index>(i), -value);
        }
    }
    made.basis.resize(free, static_cast<Index>(free_columns.size()));
    made.basis.setFromTriplets(cells.begin(), cells.end());
    return made;
}

// Cholesky's factor of a matrix that may be singular: a column that depends on those before it
// is settled by nothing, and left out.
class Factor {
public:
    explicit Factor(Eigen::MatrixXd information) : lower_(std::move(information)) {
        const Vector own = lower_.diagonal();
        const Index n = lower_.rows();
        for (Index k = 0; k < n; ++k) {
            const double pivot = lower_(k, k);
            auto column = lower_.col(k).tail(n - k);
            settles_.push_back(pivot > nothing * own[k]);
            if (!settles_.back()) {
                column.setZero();
                continue;
            }
            column /= std::sqrt(pivot);
            for (Index j = k + 1; j < n; ++j) {
                if (lower_(j, k) != 0) lower_.col(j).tail(n - j) -= lower_(j, k) * lower_.col(k).tail(n - j);
            }
        }
    }

    [[nodiscard]] std::uint32_t settled() const {
        return static_cast<std::uint32_t>(std::ranges::count(settles_, true));
    }

    // What becomes of z when the factor is taken off; false if it has a part that nothing settles.
    bool take_off(Vector& z) const {
        bool all = true;
        for (Index k = 0; k < z.size(); ++k) {
            if (z[k] == 0) continue;
            if (!settles_[static_cast<std::size_t>(k)]) {
                all = all && std::abs(z[k]) <= std::sqrt(nothing);
                z[k] = 0;
                continue;
            }
            z[k] /= lower_(k, k);
            const Index rest = z.size() - k - 1;
            z.tail(rest) -= z[k] * lower_.col(k).tail(rest);
        }
        return all;
    }

    // The solution, zero where nothing settles it.
    [[nodiscard]] Vector solved(Vector right) const {
        take_off(right);
        for (Index k = right.size(); k-- > 0;) {
            if (!settles_[static_cast<std::size_t>(k)]) continue;
            const Index rest = right.size() - k - 1;
            right[k] = (right[k] - lower_.col(k).tail(rest).dot(right.tail(rest))) / lower_(k, k);
        }
        return right;
    }

private:
    Eigen::MatrixXd lower_;
    std::vector<bool> settles_;
};

class Fitting {
public:
    explicit Fitting(const FitQuestion& question)
        : question_(question), places_(places_of(question.fixed)), free_(freedom(equations(question.rows, places_))) {}

    Fit all() const {
        const Index n = free_.basis.cols();
        Eigen::MatrixXd information = Eigen::MatrixXd::Zero(n, n);
        Vector right = Vector::Zero(n);
        for (const auto& [sum, value, weight] : question_.observations) {
            const auto [along, start] = reduced(sum);
            for (SparseVector::InnerIterator i(along); i; ++i) {
                right[i.index()] += weight * i.value() * (value - start);
                for (SparseVector::InnerIterator j(along); j; ++j) {
                    information(j.index(), i.index()) += weight * i.value() * j.value();
                }
            }
        }
        const Factor factor{std::move(information)};
        return {values(factor.solved(std::move(right))), variances(factor), factor.settled()};
    }

private:
    // A sum of variables as one of what is free, and what it is where all that is zero.
    [[nodiscard]] std::pair<SparseVector, double> reduced(const detail::SparseRow& sum) const {
        SparseVector along(free_.basis.cols());
        double start = 0;
        for (const auto& [variable, value] : sum) {
            const Index place = places_[variable];
            if (place == none) continue;
            along += value * SparseVector(free_.basis.row(place));
            start += value * free_.start[place];
        }
        return {std::move(along), start};
    }

    [[nodiscard]] std::vector<double> values(const Vector& free) const {
        const Vector found = free_.start + free_.basis * free;
        std::vector<double> values(question_.variables, 0.0);
        for (std::size_t variable = 0; variable < values.size(); ++variable) {
            if (places_[variable] != none) values[variable] = found[places_[variable]];
        }
        return values;
    }

    [[nodiscard]] std::vector<double> variances(const Factor& factor) const {
        std::vector<double> variances;
        for (const detail::SparseRow& sum : question_.wanted) {
            Vector z = reduced(sum).first;
            const bool settled = factor.take_off(z);
            variances.push_back(settled ? z.squaredNorm() : std::numeric_limits<double>::quiet_NaN());
        }
        return variances;
    }

    const FitQuestion& question_;
    std::vector<Index> places_;
    Freedom free_;
};

}  // namespace

Fit fit(const FitQuestion& question) {
    return Fitting{question}.all();
}

}  // namespace coopnet::flows
