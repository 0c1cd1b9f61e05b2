#include <coopnet/core/error.hpp>
#include <coopnet/render/detail/layers.hpp>
#include <coopnet/render/two_mode_places.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

namespace coopnet::render {
namespace {

constexpr double gap = 16;         // between two boxes of a column
constexpr double column_gap = 34;  // between staggered columns
constexpr double between = 420;    // the two sides
constexpr double highest_column = 780;
constexpr double drop = 30;  // room for the heading
constexpr std::size_t most_two_mode = 300;

using Ends = std::pair<Vertex, Vertex>;  // a member and its forum

template <class Visit>
void each_edge(const View& view, const Visit& visit) {
    std::visit(
        [&](const auto& csr) {
            for (std::size_t id = 0; id < csr.edges().size(); ++id)
                visit(csr.edges()[id], view.ties(static_cast<EdgeId>(id)).front());
        },
        view.csr);
}

bool is_membership(const Network& network, TieRow tie) {
    return network.vocabulary()[network[tie].relation].affiliation;
}

// By vertex: 0 a member, 1 a forum, as memberships say; -1 neither.
std::vector<int> sides_by_membership(const Network& network, const View& view) {
    std::vector<int> side(view.actors.size(), -1);
    each_edge(view, [&](const EdgeSpec& edge, TieRow tie) {
        if (!is_membership(network, tie)) return;
        side[edge.target] = 1;
        if (side[edge.source] < 0) side[edge.source] = 0;
    });
    return side;
}

// The two sides between which all ties run, each piece with its first source at the left; empty if there are none.
std::vector<int> sides_by_ties(const View& view) {
    std::vector<std::vector<Vertex>> tied(view.actors.size());
    each_edge(view, [&](const EdgeSpec& edge, TieRow) {
        tied[edge.source].push_back(edge.target);
        tied[edge.target].push_back(edge.source);
    });
    std::vector<int> side(view.actors.size(), -1);
    bool two_sides = true;
    each_edge(view, [&](const EdgeSpec& first, TieRow) {
        if (side[first.source] >= 0) return;
        side[first.source] = 0;
        std::vector<Vertex> next{first.source};
        while (!next.empty()) {
            const Vertex one = next.back();
            next.pop_back();
            for (const Vertex other : tied[one]) {
                two_sides = two_sides && side[other] != side[one];
                if (side[other] >= 0) continue;
                side[other] = 1 - side[one];
                next.push_back(other);
            }
        }
    });
    return two_sides ? side : std::vector<int>{};
}

class Columns {
public:
    Columns(const Network& network, const View& view, const BoxSizes& sizes, const Texts& texts)
        : network_{network}, view_{view}, sizes_{sizes}, texts_{texts} {
        side_ = sides_by_membership(network, view);
        by_membership_ = std::ranges::find(side_, 1) != side_.end();
        if (!by_membership_) side_ = sides_by_ties(view);
        if (std::ranges::find(side_, 1) == side_.end()) {
            throw InvalidOption{
                "There are no two sides here: no tie joins a member to a forum, event, body or instrument, and the "
                "others do not run between two groups. Select layers=\"membership\", or choose the layout \"graph\"."};
        }
        collect();
    }

    Placing placed() {
        detail::reduce_crossings(layers_);
        result_.places.assign(network_.actors().size(), std::nullopt);
        result_.sides.assign(network_.actors().size(), -1);
        double left = 0;
        for (const std::size_t side : {0U, 1U}) left = stand(side, left, highest_column) + between;
        for (const std::size_t side : {0U, 1U}) center(side);
        add_remarks();
        return std::move(result_);
    }

private:
    void collect() {
        std::set<Ends> pairs;
        each_edge(view_, [&](const EdgeSpec& edge, TieRow) {
            if (side_[edge.source] < 0 || side_[edge.target] < 0) return;
            if (side_[edge.source] == side_[edge.target]) {
                ++within_;
                return;
            }
            pairs.insert(side_[edge.source] == 0 ? Ends{edge.source, edge.target} : Ends{edge.target, edge.source});
        });
        std::vector<bool> is_shown(view_.actors.size());
        for (const auto& [member, forum] : pairs) is_shown[member] = is_shown[forum] = true;
        std::vector<std::size_t> item(view_.actors.size());
        layers_.columns.resize(2);
        for (Vertex vertex = 0; vertex < is_shown.size(); ++vertex) {
            if (!is_shown[vertex]) continue;
            item[vertex] = shown_.size();
            layers_.columns[static_cast<std::size_t>(side_[vertex])].push_back(shown_.size());
            shown_.push_back(vertex);
        }
        left_out_ = view_.actors.size() - shown_.size();
        for (const auto& [member, forum] : pairs) layers_.joints.push_back({item[member], item[forum], 1});
        const std::size_t count = layers_.columns[0].size() + layers_.columns[1].size();
        if (count > most_two_mode) {
            throw InvalidOption{fmt::format(
                "Two columns of {} actors cannot be read; {} is the limit. Select fewer with a projection (relations, "
                "kinds, countries), or choose the layout \"graph\".",
                count, most_two_mode)};
        }
    }

    [[nodiscard]] ActorRow actor(std::size_t item) const { return view_.actors[shown_[item]]; }
    [[nodiscard]] Size size_of(std::size_t item) const { return sizes_[index(actor(item))]; }

    [[nodiscard]] double pitch(std::size_t side, std::size_t columns) const {
        double highest = 0;
        for (const std::size_t item : layers_.columns[side]) highest = std::max(highest, size_of(item).height);
        // Lines to the farther of staggered columns run between two boxes of the nearer.
        return (highest + gap) / static_cast<double>(columns);
    }

    [[nodiscard]] double stacked(std::size_t side, std::size_t columns) const {
        return static_cast<double>(layers_.columns[side].size()) * pitch(side, columns);
    }

    // Puts a side into one column, or two if it would be too high; returns where it ends.
    double stand(std::size_t side, double left, double height) {
        const auto& members = layers_.columns[side];
        std::size_t columns = 1;
        if (stacked(side, columns) > height) columns = 2;
        std::vector<double> widths(columns);
        for (std::size_t i = 0; i < members.size(); ++i)
            widths[i % columns] = std::max(widths[i % columns], size_of(members[i]).width);
        double right = left;
        for (std::size_t column = 0; column < columns; ++column) {
            // The first stands at the inner edge on both sides.
            const std::size_t at = side == 0 ? columns - 1 - column : column;
            for (std::size_t i = at; i < members.size(); i += columns) {
                const Point place{right + widths[at] / 2, drop + pitch(side, columns) * (static_cast<double>(i) + .5)};
                result_.places[index(actor(members[i]))] = place;
                result_.sides[index(actor(members[i]))] = static_cast<int>(side);
            }
            right += widths[at] + column_gap;
        }
        right -= column_gap;
        const std::string key =
            std::string{"two_mode."} + (by_membership_ ? "" : "plain.") + (side == 0 ? "left" : "right");
        result_.areas.push_back({texts_(key, {{"count", std::to_string(members.size())}}), {left, 14}, {}, {}, 0});
        heights_.at(side) = stacked(side, columns);
        return right;
    }

    // The shorter side stands in the middle of the longer.
    void center(std::size_t side) {
        const double by = (std::max(heights_[0], heights_[1]) - heights_.at(side)) / 2;
        for (const std::size_t item : layers_.columns[side]) result_.places[index(actor(item))]->y += by;
    }

    void add_remarks() {
        const auto remark = [&](const char* key, std::size_t count) {
            if (count > 0) result_.remarks.push_back(texts_(key, {{"count", std::to_string(count)}}));
        };
        remark("remark.two_mode.actors", left_out_);
        remark("remark.two_mode.ties", within_);
    }

    const Network& network_;
    const View& view_;
    const BoxSizes& sizes_;
    const Texts& texts_;
    std::vector<int> side_;  // by vertex
    bool by_membership_ = true;
    std::vector<Vertex> shown_;  // by item of the columns
    detail::Layers layers_;
    std::array<double, 2> heights_{};
    std::size_t left_out_ = 0;
    std::size_t within_ = 0;
    Placing result_;
};

}  // namespace

bool is_two_mode(const Network& network, const View& view) {
    bool any = false;
    bool all = true;
    each_edge(view, [&](const EdgeSpec&, TieRow tie) {
        any = true;
        all = all && is_membership(network, tie);
    });
    return any && all;
}

Placing two_mode_places(const Network& network, const View& view, const BoxSizes& sizes, const Texts& texts) {
    Placing placing = Columns{network, view, sizes, texts}.placed();
    move_to_corner(placing, sizes);
    return placing;
}

}  // namespace coopnet::render
