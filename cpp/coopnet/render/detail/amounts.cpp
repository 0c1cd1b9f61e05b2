#include <coopnet/render/detail/amounts.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace coopnet::render::detail {
namespace {

constexpr double word_height = 15;
constexpr double grid = 6;
constexpr double off_boxes = 3;
constexpr std::array along{.5, .42, .58, .34, .66, .26, .74, .18, .82, .12, .88};

// The heights of a band that leads rightward, at steps of x: what lies under a word is found without a search.
struct Profile {
    double start = 0;
    double half = 0;
    std::vector<double> middles;

    [[nodiscard]] bool meets(const Box& box) const {
        if (middles.empty()) return false;
        const double last = start + grid * static_cast<double>(middles.size() - 1);
        if (box.right < start || box.left > last) return false;
        for (const double x : {box.left, box.center().x, box.right}) {
            const double step = (std::clamp(x, start, last) - start) / grid;
            const double middle = middles[static_cast<std::size_t>(step)];
            if (middle + half > box.top && middle - half < box.bottom) return true;
        }
        return false;
    }
};

Profile profile_of(const SankeyBand& band) {
    Profile profile{band.middle.front().x, band.width / 2, {}};
    const bool rightward = std::ranges::is_sorted(band.middle, {}, &Point::x);
    if (!rightward) return profile;
    std::size_t i = 1;
    for (double x = profile.start; x <= band.middle.back().x; x += grid) {
        while (i + 1 < band.middle.size() && band.middle[i].x < x) ++i;
        const Point a = band.middle[i - 1];
        const Point b = band.middle[i];
        const double share = b.x > a.x ? std::clamp((x - a.x) / (b.x - a.x), 0., 1.) : 0;
        profile.middles.push_back(a.y + (b.y - a.y) * share);
    }
    return profile;
}

bool fits_inside(const SankeyBand& band, const Profile& profile, const Box& box) {
    if (band.width < word_height) return false;
    if (profile.middles.empty()) return true;  // a loop is level where its word stands
    for (const double x : {box.left, box.right}) {
        const double step = std::max(0., (x - profile.start) / grid);
        const std::size_t at = std::min(static_cast<std::size_t>(step), profile.middles.size() - 1);
        if (profile.middles[at] - profile.half > box.top || profile.middles[at] + profile.half < box.bottom)
            return false;
    }
    return true;
}

// Where the words go, one by one.
class Places {
public:
    Places(const SankeyLayout& layout, const std::vector<Box>& others) : layout_{layout}, taken_{others} {
        for (const SankeyBand& band : layout.bands) profiles_.push_back(profile_of(band));
        for (const SankeyPlace& node : layout.nodes) taken_.push_back(node.box.grown(off_boxes));
    }

    std::optional<WordPlace> take(std::size_t i, double width) {
        const SankeyBand& band = layout_.bands[i];
        const double whole = length(band.middle);
        std::optional<WordPlace> best;
        double least = std::numeric_limits<double>::infinity();
        for (const double share : along) {
            const Box box = box_at(station(band.middle, whole * share).at, {width, word_height});
            if (std::ranges::any_of(taken_, [&](const Box& other) { return overlap(box, other); })) continue;
            const bool inside = fits_inside(band, profiles_[i], box);
            const double cost = std::abs(share - .5) + (inside ? 0 : .5) + covered(i, box);
            if (cost >= least) continue;
            least = cost;
            best = WordPlace{box, inside};
        }
        if (best) taken_.push_back(best->box);
        return best;
    }

private:
    // How many other bands a word would cover.
    [[nodiscard]] double covered(std::size_t own, const Box& box) const {
        double count = 0;
        for (std::size_t i = 0; i < profiles_.size(); ++i) count += i != own && profiles_[i].meets(box) ? 1 : 0;
        return count;
    }

    const SankeyLayout& layout_;
    std::vector<Profile> profiles_;
    std::vector<Box> taken_;
};

}  // namespace

std::vector<std::optional<WordPlace>> place_words(const SankeyLayout& layout, const std::vector<std::string>& words,
                                                  Letters letters, const std::vector<Box>& others) {
    // Wide bands first: their words have a ground of their own and little choice.
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return layout.bands[i].width; });

    Places places{layout, others};
    std::vector<std::optional<WordPlace>> found(words.size());
    for (const std::size_t i : order) {
        if (!words[i].empty()) found[i] = places.take(i, width_of(words[i], letters) + 6);
    }
    return found;
}

}  // namespace coopnet::render::detail
