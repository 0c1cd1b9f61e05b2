#include <coopnet/core/number.hpp>
#include <coopnet/core/period.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/misfits.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace coopnet::io::detail {
namespace {

using Reads = bool (*)(std::string_view cell);

bool is_number(std::string_view cell) {
    return read_number(cell).has_value();
}
bool is_share(std::string_view cell) {
    const auto number = read_number(cell);
    return number && *number >= 0 && *number <= 1;
}
bool is_positive(std::string_view cell) {
    const auto number = read_number(cell);
    return number && *number >= 0;
}
bool is_since(std::string_view cell) {
    return parse_since(cell).has_value();
}
bool is_until(std::string_view cell) {
    return parse_until(cell).has_value();
}
bool is_status(std::string_view cell) {
    return parse_status(cell).has_value();
}

struct Meaning {
    std::string_view column;
    std::string_view what;
    Reads reads;
};

constexpr std::array<Meaning, 7> of_ties{{
    {"strength", "a number", &is_number},
    {"reliability", "a number from 0 to 1", &is_share},
    {"delay_days", "a number of days", &is_positive},
    {"capacity", "a number of at least 0", &is_positive},
    {"since", "a date", &is_since},
    {"until", "a date", &is_until},
    {"status", "documented, claimed or inferred", &is_status},
}};

class Misfits {
public:
    Misfits(Draft& draft, const std::string& format) : draft_{draft}, format_{format} {}

    void set_aside() {
        for (const auto& [column, what, reads] : of_ties) keep_if(Table::ties, column, what, reads);
        const auto* ids = draft_.actors.column("id");
        const std::unordered_set<std::string_view> known = {ids->begin(), ids->end()};
        const auto is_actor = [&](std::string_view cell) { return known.contains(cell); };
        keep_if(Table::actors, "parent", "the id of a node", is_actor);
        keep_if(Table::ties, "instrument", "the id of a node", is_actor);
        keep_words(Table::actors, "kind");
        keep_words(Table::ties, "relation");
    }

private:
    template <class Test>
    void keep_if(Table table, std::string_view name, std::string_view what, const Test& reads) {
        const auto* cells = draft_.sheet(table).column(name);
        if (cells == nullptr) return;
        const auto says_something = [](const std::string& cell) { return !trimmed(cell).empty(); };
        const auto first = std::ranges::find_if(*cells, says_something);
        const bool some = std::ranges::any_of(
            *cells, [&](const std::string& cell) { return says_something(cell) && reads(trimmed(cell)); });
        if (first == cells->end() || some) return;
        const auto row = static_cast<std::size_t>(first - cells->begin());
        rename(table, name, row, "\"" + *first + "\" is not " + std::string{what} + ", nor is any other cell");
    }

    void keep_words(Table table, std::string_view name) {
        const auto& types = draft_.about.types[std::string{table_name(table)}];
        const auto type = types.find(std::string{name});
        if (type == types.end() || type->second == "string") return;
        if (draft_.sheet(table).column(name) == nullptr) return;
        rename(table, name, 0,
               "the file declares it as " + type->second + ", and a " + std::string{name} + " is a word");
    }

    void rename(Table table, std::string_view name, std::size_t row, const std::string& why) {
        Sheet& sheet = draft_.sheet(table);
        std::string other = format_ + "_" + std::string{name};
        while (sheet.column(other) != nullptr) other += "_";
        *std::ranges::find(sheet.header, name) = other;
        auto& types = draft_.about.types[std::string{table_name(table)}];
        if (auto type = types.extract(std::string{name})) {
            type.key() = other;
            types.insert(std::move(type));
        }
        draft_.notes.push_back(
            {sheet.file, sheet.shown_row(row), std::string{name}, why + ": the column is kept as " + other + "."});
    }

    Draft& draft_;
    const std::string& format_;
};

}  // namespace

void set_misfits_aside(Draft& draft, const std::string& format) {
    Misfits{draft, format}.set_aside();
    free_ends(draft);
}

void free_ends(Draft& draft) {
    const auto* kinds = draft.actors.column("kind");
    const bool any = kinds != nullptr && std::ranges::any_of(*kinds, [](const auto& kind) { return !kind.empty(); });
    const auto* relations = draft.ties.column("relation");
    if (any || relations == nullptr) return;
    const std::unordered_set<std::string_view> used{relations->begin(), relations->end()};
    for (Relation& relation : draft.vocabulary.relations) {
        if (!used.contains(relation.id)) continue;
        relation.from.clear();
        relation.to.clear();
    }
}

}  // namespace coopnet::io::detail
