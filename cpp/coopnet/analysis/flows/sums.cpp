#include <coopnet/analysis/flows/sums.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

namespace coopnet::flows {
namespace {

// Reported counts are whole numbers or short decimals; sums of them err far less than this.
constexpr double same = 1e-9;

bool equal(double a, double b) {
    return std::abs(a - b) <= same * std::max(1.0, std::abs(b));
}

class SumSearch {
public:
    SumSearch(std::span<const double> counts, std::size_t fewest, std::size_t most)
        : counts_(counts), fewest_(fewest), most_(most) {}

    std::vector<Sum> of_all() {
        for (std::uint32_t whole = 0; whole < counts_.size(); ++whole) {
            if (counts_[whole] > 0) extend(whole, 0, counts_[whole]);
        }
        return std::move(found_);
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): as deep as parts are asked for
    void extend(std::uint32_t whole, std::uint32_t next, double left) {
        if (parts_.size() >= fewest_ && equal(left, 0)) found_.push_back({.whole = whole, .parts = parts_});
        if (parts_.size() == most_) return;
        for (std::uint32_t part = next; part < counts_.size(); ++part) {
            const bool fits = counts_[part] > 0 && (counts_[part] < left || equal(counts_[part], left));
            if (part == whole || !fits) continue;
            parts_.push_back(part);
            extend(whole, part + 1, left - counts_[part]);
            parts_.pop_back();
        }
    }

    std::span<const double> counts_;
    std::size_t fewest_;
    std::size_t most_;
    std::vector<std::uint32_t> parts_;
    std::vector<Sum> found_;
};

// More parts than this are too many to try every set of them.
constexpr std::size_t most_tried = 16;
constexpr std::size_t most_left_out = 4;

// Of many parts that are too much together: all but a few, which are as few as they can be.
class LeavingOut {
public:
    struct Set {
        std::vector<std::uint32_t> out;  // places in `able`
        double slack = 0;
    };

    LeavingOut(std::span<const double> parts, const std::vector<std::uint32_t>& able) : parts_(parts), able_(able) {}

    std::vector<Set> of(double excess) {
        extend(0, excess);
        return std::move(found_);
    }

private:
    double part(std::uint32_t place) const { return parts_[able_[place]]; }

    // NOLINTNEXTLINE(misc-no-recursion): four deep
    void extend(std::uint32_t next, double excess) {
        if (excess < 0 || equal(excess, 0)) {
            const bool needed = std::ranges::none_of(out_, [&](auto place) { return excess + part(place) <= same; });
            if (needed) found_.push_back({out_, -excess});
            return;
        }
        if (out_.size() == most_left_out) return;
        for (std::uint32_t place = next; place < able_.size(); ++place) {
            out_.push_back(place);
            extend(place + 1, excess - part(place));
            out_.pop_back();
        }
    }

    std::span<const double> parts_;
    const std::vector<std::uint32_t>& able_;
    std::vector<std::uint32_t> out_;
    std::vector<Set> found_;
};

Sum taken(double whole, std::span<const double> parts, const std::vector<std::uint32_t>& places) {
    double sum = 0;
    for (const auto place : places) sum += parts[place];
    return {.parts = places, .exact = equal(sum, whole)};
}

std::vector<Sum> nearly_all(double whole, std::span<const double> parts, const std::vector<std::uint32_t>& able,
                            double excess, std::size_t limit) {
    auto sets = LeavingOut(parts, able).of(excess);
    std::ranges::stable_sort(sets, {}, &LeavingOut::Set::slack);
    if (sets.size() > limit) sets.resize(limit);
    std::vector<Sum> found;
    for (const auto& set : sets) {
        std::vector<std::uint32_t> places;
        for (std::uint32_t place = 0; place < able.size(); ++place) {
            if (!std::ranges::binary_search(set.out, place)) places.push_back(able[place]);
        }
        found.push_back(taken(whole, parts, places));
    }
    // None of them may hold each part: that none is more than the whole is known in any case.
    for (const auto place : able) found.push_back(taken(whole, parts, {place}));
    return found;
}

double slack(double whole, std::span<const double> parts, const Sum& sum) {
    for (const auto place : sum.parts) whole -= parts[place];
    return whole;
}

}  // namespace

std::vector<Sum> sums_among(std::span<const double> counts, std::size_t fewest, std::size_t most) {
    return SumSearch(counts, fewest, most).of_all();
}

std::vector<Sum> fitting_parts(double whole, std::span<const double> parts, std::size_t limit) {
    std::vector<std::uint32_t> able;
    double all = 0;
    for (std::uint32_t place = 0; place < parts.size(); ++place) {
        if (!(parts[place] > 0) || (parts[place] > whole && !equal(parts[place], whole))) continue;
        able.push_back(place);
        all += parts[place];
    }
    std::vector<Sum> found;
    if (able.empty()) return found;
    const auto fits = [&](double sum) { return sum < whole || equal(sum, whole); };
    if (fits(all)) return {taken(whole, parts, able)};
    if (able.size() > most_tried) return nearly_all(whole, parts, able, all - whole, limit);
    const std::uint32_t sets = 1U << able.size();
    std::vector<double> sums(sets, 0);
    for (std::uint32_t set = 1; set < sets; ++set) {
        sums[set] = sums[set & (set - 1)] + parts[able[static_cast<std::size_t>(std::countr_zero(set))]];
    }
    for (std::uint32_t set = 1; set < sets; ++set) {
        if (!fits(sums[set])) continue;
        std::vector<std::uint32_t> places;
        bool largest = true;
        for (std::uint32_t i = 0; i < able.size(); ++i) {
            if (((set >> i) & 1U) != 0)
                places.push_back(able[i]);
            else
                largest = largest && !fits(sums[set | (1U << i)]);
        }
        if (largest) found.push_back(taken(whole, parts, places));
    }
    std::ranges::stable_sort(found, {}, [&](const Sum& sum) { return slack(whole, parts, sum); });
    if (found.size() > limit) found.resize(limit);
    return found;
}

}  // namespace coopnet::flows
