#include <coopnet/render/detail/rows.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace coopnet::render::detail {
namespace {

constexpr int sweeps = 24;
constexpr int pulls = 16;

class Rows {
public:
    Rows(std::vector<std::vector<std::size_t>>& rows, const std::vector<RowTie>& ties,
         const std::vector<double>& widths, double gap)
        : rows_{rows}, ties_{ties}, widths_{widths}, gap_{gap}, tied_(widths.size()), at_(widths.size()) {
        for (const RowTie& tie : ties) {
            tied_[tie.a].emplace_back(tie.b, tie.weight);
            tied_[tie.b].emplace_back(tie.a, tie.weight);
        }
    }

    std::vector<double> placed() {
        for (auto& row : rows_) pack(row);
        auto best = rows_;
        double shortest = span();
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                auto& row = rows_[sweep % 2 == 0 ? i : rows_.size() - 1 - i];
                std::ranges::stable_sort(row, {}, [this](std::size_t item) { return wish(item); });
                pack(row);
            }
            if (const double now = span(); now < shortest - 1e-9) {
                shortest = now;
                best = rows_;
            }
        }
        rows_ = std::move(best);
        for (auto& row : rows_) pack(row);
        for (int pull = 0; pull < pulls; ++pull) {
            for (auto& row : rows_) draw_near(row);
        }
        return std::move(at_);
    }

private:
    [[nodiscard]] double wish(std::size_t item) const {
        double sum = 0;
        double weight = 0;
        for (const auto& [other, strength] : tied_[item]) {
            sum += at_[other] * strength;
            weight += strength;
        }
        return weight > 0 ? sum / weight : at_[item];
    }

    [[nodiscard]] double span() const {
        double sum = 0;
        for (const RowTie& tie : ties_) sum += std::abs(at_[tie.a] - at_[tie.b]) * tie.weight;
        return sum;
    }

    void pack(const std::vector<std::size_t>& row) {
        double whole = -gap_;
        for (const std::size_t item : row) whole += widths_[item] + gap_;
        double left = -whole / 2;
        for (const std::size_t item : row) {
            at_[item] = left + widths_[item] / 2;
            left += widths_[item] + gap_;
        }
    }

    // Two passes that each keep the distances; so does their mean.
    void draw_near(const std::vector<std::size_t>& row) {
        std::vector<double> wishes;
        for (const std::size_t item : row) wishes.push_back(wish(item));
        const auto apart = [&](std::size_t i) { return (widths_[row[i - 1]] + widths_[row[i]]) / 2 + gap_; };
        std::vector<double> from_left = wishes;
        for (std::size_t i = 1; i < row.size(); ++i) from_left[i] = std::max(from_left[i], from_left[i - 1] + apart(i));
        std::vector<double> from_right = wishes;
        for (std::size_t i = row.size(); i-- > 1;)
            from_right[i - 1] = std::min(from_right[i - 1], from_right[i] - apart(i));
        for (std::size_t i = 0; i < row.size(); ++i) at_[row[i]] = (from_left[i] + from_right[i]) / 2;
    }

    std::vector<std::vector<std::size_t>>& rows_;
    const std::vector<RowTie>& ties_;
    const std::vector<double>& widths_;
    double gap_;
    std::vector<std::vector<std::pair<std::size_t, double>>> tied_;
    std::vector<double> at_;
};

}  // namespace

std::vector<double> stand_in_rows(std::vector<std::vector<std::size_t>>& rows, const std::vector<RowTie>& ties,
                                  const std::vector<double>& widths, double gap) {
    return Rows{rows, ties, widths, gap}.placed();
}

}  // namespace coopnet::render::detail
