#include <coopnet/model/builder.hpp>
#include <coopnet/render/condensed.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/view/freeze.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

namespace coopnet::render {
namespace {

constexpr std::size_t most_groups = 60;

// Ties between two groups: from so many on a line is so wide.
struct Width {
    std::size_t from;
    double width;
};
constexpr std::array<Width, 4> widths{{{1, 1.1}, {10, 2.2}, {100, 4}, {1000, 6.5}}};

std::size_t width_class(std::size_t count) {
    std::size_t at = 0;
    while (at + 1 < widths.size() && count >= widths.at(at + 1).from) ++at;
    return at;
}

std::string class_id(std::size_t at) {
    return fmt::format("ties{}", at);
}

class Condensed {
public:
    Condensed(const Network& network, const View& view, const Groups& groups, const PictureOptions& options)
        : network_{network}, view_{view}, groups_{groups}, options_{options} {
        count_members();
        count_ties();
    }

    Drawing drawn() {
        const Network condensed = build(draft());
        PictureOptions options;
        options.layout = Layout::graph;
        options.theme = options_.theme;
        options.language = options_.language;
        options.texts = options_.texts;
        options.selection = options_.selection;
        options.title = options_.title.empty() ? text("groups.title." + groups_.by) : options_.title;
        options.description = description();
        options.sources = sources_line(network_, ties_, options_.texts);
        options.shading = Shading{text("groups.measure"), {members_.begin(), members_.end()}};
        return draw(condensed, freeze(condensed, Projection{}, false), options);
    }

private:
    [[nodiscard]] std::string text(const std::string& key) const {
        return options_.texts(key, {{"groups", std::to_string(members_.size())},
                                    {"actors", std::to_string(view_.actors.size())},
                                    {"ties", std::to_string(ties_.size())},
                                    {"within", std::to_string(within_)}});
    }

    // Groups by size, what is too small for a group of its own together as the last.
    void count_members() {
        std::size_t count = groups_.names.size();
        for (const std::size_t group : groups_.of) count = std::max(count, group + 1);
        std::vector<std::size_t> sizes(count);
        for (const std::size_t group : groups_.of) ++sizes[group];
        std::vector<std::size_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t group) { return sizes[group]; });
        std::vector<std::size_t> shown(count);
        for (std::size_t i = 0; i < count; ++i) shown[order[i]] = std::min(i, most_groups);
        members_.assign(std::min(count, most_groups + 1), 0);
        for (const std::size_t group : groups_.of) {
            group_of_.push_back(shown[group]);
            ++members_[shown[group]];
        }
        name_groups(order);
    }

    void name_groups(const std::vector<std::size_t>& order) {
        const std::vector<std::size_t> tied = neighbors();
        std::vector<std::size_t> first(members_.size(), view_.actors.size());
        for (std::size_t vertex = 0; vertex < group_of_.size(); ++vertex) {
            std::size_t& best = first[group_of_[vertex]];
            if (best == view_.actors.size() || tied[vertex] > tied[best]) best = vertex;
        }
        for (std::size_t i = 0; i < members_.size(); ++i) {
            const std::string& own = groups_.names.empty() ? "" : groups_.names[order[i]];
            if (i == most_groups) {
                names_.push_back(options_.texts("groups.rest"));
            } else if (!groups_.names.empty()) {
                names_.push_back(own.empty() ? options_.texts("groups.none") : own);
            } else {
                names_.push_back(options_.texts(
                    "groups.around", {{"actor", short_name(network_, view_.actors[first[i]], options_.language)}}));
            }
        }
    }

    [[nodiscard]] std::vector<std::size_t> neighbors() const {
        std::vector<std::size_t> tied(view_.actors.size());
        std::visit(
            [&](const auto& csr) {
                for (const EdgeSpec& edge : csr.edges()) {
                    ++tied[edge.source];
                    ++tied[edge.target];
                }
            },
            view_.csr);
        return tied;
    }

    void count_ties() {
        std::visit(
            [&](const auto& csr) {
                for (std::size_t id = 0; id < csr.edges().size(); ++id) {
                    const EdgeSpec& edge = csr.edges()[id];
                    const auto some = view_.ties(static_cast<EdgeId>(id));
                    ties_.insert(ties_.end(), some.begin(), some.end());
                    const auto [a, b] = std::minmax({group_of_[edge.source], group_of_[edge.target]});
                    (a == b ? within_ : between_[{a, b}]) += some.size();
                }
            },
            view_.csr);
    }

    [[nodiscard]] Draft draft() const {
        Draft draft;
        draft.about = network_.about();
        draft.about.types.clear();
        draft.about.package.clear();
        const auto key = [](std::size_t group) { return fmt::format("group{}", group); };
        draft.actors.header = {"id", "name"};
        draft.actors.columns.resize(2);
        for (std::size_t i = 0; i < members_.size(); ++i) {
            draft.actors.columns[0].push_back(key(i));
            draft.actors.columns[1].push_back(names_[i]);
        }
        draft.ties.header = {"source", "target", "relation"};
        draft.ties.columns.resize(3);
        draft.vocabulary.layers.push_back({"ties", {}});
        for (std::size_t at = 0; at < widths.size(); ++at) {
            const std::string to = at + 1 < widths.size() ? "groups.line" : "groups.line.last";
            LineStyle line{class_id(at), {}, "#4a5665", "single", widths.at(at).width, "none"};
            line.label["en"] =
                options_.texts(to, {{"from", std::to_string(widths.at(at).from)},
                                    {"to", std::to_string(at + 1 < widths.size() ? widths.at(at + 1).from - 1 : 0)}});
            draft.vocabulary.lines.push_back(std::move(line));
        }
        for (const auto& [ends, count] : between_) {
            const std::string relation = fmt::format("tied{}", count);
            draft.ties.columns[0].push_back(key(ends.first));
            draft.ties.columns[1].push_back(key(ends.second));
            draft.ties.columns[2].push_back(relation);
            if (draft.vocabulary.relation(relation)) continue;
            Relation said;
            said.id = relation;
            said.directed = false;
            said.line = class_id(width_class(count));
            said.label["en"] =
                options_.texts(count == 1 ? "groups.tied.one" : "groups.tied.many", {{"count", std::to_string(count)}});
            draft.vocabulary.relations.push_back(std::move(said));
        }
        return draft;
    }

    [[nodiscard]] std::string description() const {
        const auto& about = network_.about();
        const std::string what{label_in(about.title, options_.language, about.name)};
        std::string line = what.empty() ? "" : what + ". ";
        if (!options_.period.empty()) line += options_.texts("subtitle.period", {{"period", options_.period}}) + " ";
        if (!options_.remark.empty()) line += options_.remark + " ";
        return line + text("groups.too_many") + " " + text("groups.by." + groups_.by) + " " + text("groups.lines");
    }

    const Network& network_;
    const View& view_;
    const Groups& groups_;
    const PictureOptions& options_;
    std::vector<std::size_t> members_;   // by group that is shown
    std::vector<std::size_t> group_of_;  // by vertex
    std::vector<std::string> names_;
    std::vector<TieRow> ties_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> between_;
    std::size_t within_ = 0;
};

}  // namespace

Drawing draw_groups(const Network& network, const View& view, const Groups& groups, const PictureOptions& options) {
    return Condensed{network, view, groups, options}.drawn();
}

}  // namespace coopnet::render
