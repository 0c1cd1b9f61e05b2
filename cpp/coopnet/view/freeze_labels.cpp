#include <coopnet/model/columns.hpp>
#include <coopnet/view/freeze_labels.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace coopnet {
namespace {

// Gives each word its place, in the order they come.
class Words {
public:
    explicit Words(std::vector<std::string>& words) : words_(words) {}

    std::uint32_t place(std::string_view word) {
        const auto [at, fresh] = places_.try_emplace(std::string{word}, static_cast<std::uint32_t>(words_.size()));
        if (fresh) words_.emplace_back(word);
        return at->second;
    }

private:
    std::vector<std::string>& words_;
    std::unordered_map<std::string, std::uint32_t> places_;
};

// By row of a table, the place of its cell among the words.
std::vector<std::uint32_t> cells_of(const Sheet& sheet, const std::string& name, LabelColumn& column) {
    Words words{column.words};
    std::vector<std::uint32_t> places;
    places.reserve(sheet.rows());
    for (std::size_t row = 0; row < sheet.rows(); ++row) places.push_back(words.place(sheet.cell(row, name)));
    return places;
}

LabelColumn kinds(const Network& network, const View& view) {
    LabelColumn column{.name = "kind", .words = {""}};
    const auto& known = network.vocabulary().kinds;
    for (const Kind& kind : known) column.words.push_back(kind.id);
    for (const ActorRow actor : view.actors) {
        auto kind = network[actor].kind;
        if (!kind) column.values.push_back(0);
        for (; kind; kind = known[index(*kind)].is_a) {
            column.values.push_back(static_cast<std::uint32_t>(index(*kind) + 1));
        }
        column.offsets.push_back(static_cast<std::uint32_t>(column.values.size()));
    }
    return column;
}

LabelColumn actor_column(const Network& network, const View& view, const std::string& name) {
    if (name == "kind") return kinds(network, view);
    LabelColumn column{.name = name};
    const auto places = cells_of(network.draft().actors, name, column);
    for (const ActorRow actor : view.actors) {
        column.values.push_back(places[index(actor)]);
        column.offsets.push_back(static_cast<std::uint32_t>(column.values.size()));
    }
    return column;
}

template <class Items, class PlaceOf>
std::vector<std::uint32_t> named(const Network& network, const Items& items, LabelColumn& column, PlaceOf place_of) {
    for (const auto& item : items) column.words.push_back(item.id);
    std::vector<std::uint32_t> places;
    places.reserve(network.ties().size());
    for (const Tie& tie : network.ties()) places.push_back(static_cast<std::uint32_t>(place_of(tie)));
    return places;
}

std::vector<std::uint32_t> places_of_ties(const Network& network, LabelColumn& column) {
    const Vocabulary& words = network.vocabulary();
    if (column.name == "relation") {
        return named(network, words.relations, column, [](const Tie& tie) { return index(tie.relation); });
    }
    if (column.name == "layer") {
        return named(network, words.layers, column, [&](const Tie& tie) { return index(words[tie.relation].layer); });
    }
    return cells_of(network.draft().ties, column.name, column);
}

LabelColumn tie_column(const Network& network, const View& view, const std::string& name) {
    LabelColumn column{.name = name};
    const auto places = places_of_ties(network, column);
    const std::size_t edges = view.edge_tie_offsets.size() - 1;
    for (EdgeId edge = 0; edge < edges; ++edge) {
        const auto first = static_cast<std::ptrdiff_t>(column.values.size());
        for (const TieRow tie : view.ties(edge)) {
            const std::uint32_t place = places[index(tie)];
            if (std::find(column.values.begin() + first, column.values.end(), place) == column.values.end()) {
                column.values.push_back(place);
            }
        }
        column.offsets.push_back(static_cast<std::uint32_t>(column.values.size()));
    }
    return column;
}

// The format's columns and the network's own, `more` ahead of them.
std::vector<std::string> names_of(const Sheet& sheet, Table table, std::vector<std::string> more) {
    for (const auto& column : format_columns(table)) more.emplace_back(column.name);
    for (const std::string& name : sheet.header) {
        if (std::ranges::find(more, name) == more.end()) more.push_back(name);
    }
    return more;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

Labels freeze_labels(const Network& network, const View& view, std::span<const std::string> actor_columns,
                     std::span<const std::string> tie_columns) {
    Labels labels{.actor_names = names_of(network.draft().actors, Table::actors, {}),
                  .tie_names = names_of(network.draft().ties, Table::ties, {"layer"})};
    for (const std::string& name : actor_columns) {
        if (contains(labels.actor_names, name)) labels.actors.push_back(actor_column(network, view, name));
    }
    for (const std::string& name : tie_columns) {
        if (contains(labels.tie_names, name)) labels.ties.push_back(tie_column(network, view, name));
    }
    return labels;
}

}  // namespace coopnet
