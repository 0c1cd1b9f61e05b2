#include <coopnet/analysis/flows/spread.hpp>

#include <Eigen/Dense>

#include <cmath>
#include <limits>

namespace coopnet::flows {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

constexpr double nothing = 1e-9;  // against sizes of about one: rounding

constexpr std::int32_t none = -1;

// By variable its place among those that are not fixed.
std::vector<std::int32_t> places_of(std::span<const std::uint8_t> fixed) {
    std::vector<std::int32_t> places;
    std::int32_t next = 0;
    for (const std::uint8_t is_fixed : fixed) places.push_back(is_fixed != 0 ? none : next++);
    return places;
}

Matrix dense(const detail::SparseRows& rows, const std::vector<std::int32_t>& places, Eigen::Index free) {
    Matrix matrix = Matrix::Zero(static_cast<Eigen::Index>(rows.size()), free);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const auto& [variable, value] : rows.row(row)) {
            const std::int32_t place = places[variable];
            if (place != none) matrix(static_cast<Eigen::Index>(row), place) += value;
        }
    }
    return matrix;
}

// Orthonormal columns that span what `rows · x = 0` leaves free.
Matrix freedom(const Matrix& rows) {
    if (rows.rows() == 0) return Matrix::Identity(rows.cols(), rows.cols());
    const Eigen::ColPivHouseholderQR<Matrix> parts(rows.transpose());
    const Matrix basis = parts.householderQ();
    return basis.rightCols(rows.cols() - parts.rank());
}

}  // namespace

Spread spread(const SpreadQuestion& question) {
    const auto places = places_of(question.fixed);
    Eigen::Index free = 0;
    for (const std::int32_t place : places) free += place == none ? 0 : 1;
    if (free == 0) return {std::vector<double>(question.wanted.size(), 0.0), 0};
    const Matrix basis = freedom(dense(question.rows, places, free));
    if (basis.cols() == 0) return {std::vector<double>(question.wanted.size(), 0.0), 0};

    Matrix information = Matrix::Zero(basis.cols(), basis.cols());
    const auto reduced = [&](const detail::SparseRow& sum) {
        Vector taken = Vector::Zero(basis.cols());
        for (const auto& [variable, value] : sum) {
            if (places[variable] != none) taken += value * basis.row(places[variable]).transpose();
        }
        return taken;
    };
    Matrix seen(basis.cols(), static_cast<Eigen::Index>(question.observations.size()));
    for (Eigen::Index i = 0; i < seen.cols(); ++i) {
        const Observation& observation = question.observations[static_cast<std::size_t>(i)];
        seen.col(i) = std::sqrt(observation.weight) * reduced(observation.sum);
    }
    if (seen.cols() > 0) information.selfadjointView<Eigen::Lower>().rankUpdate(seen);  // Eigen divides by it
    const Eigen::SelfAdjointEigenSolver<Matrix> modes(information);
    const double least = nothing * std::max(modes.eigenvalues().maxCoeff(), nothing);

    Spread made;
    for (const double value : modes.eigenvalues()) made.settled += value > least ? 1 : 0;
    for (const detail::SparseRow& sum : question.wanted) {
        const Vector along = modes.eigenvectors().transpose() * reduced(sum);
        double variance = 0;
        for (Eigen::Index mode = 0; mode < along.size(); ++mode) {
            const double value = modes.eigenvalues()[mode];
            if (value > least) {
                variance += along[mode] * along[mode] / value;
            } else if (std::abs(along[mode]) > std::sqrt(nothing)) {
                variance = std::numeric_limits<double>::quiet_NaN();
            }
        }
        made.variances.push_back(variance);
    }
    return made;
}

}  // namespace coopnet::flows
