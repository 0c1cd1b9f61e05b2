#include <coopnet/io/detail/directions.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace coopnet::io::detail {
namespace {

constexpr std::string_view plain = "tie";
constexpr std::string_view twin_mark = "_undirected";
constexpr std::size_t most_names = 10'000;  // the builder refuses more, with the row

struct Met {
    bool directed = false;
    bool undirected = false;
};

class Directions {
public:
    Directions(Draft& draft, const std::vector<bool>& directed)
        : words_{draft.vocabulary}, ties_{draft.ties}, directed_{directed} {
        for (std::size_t i = 0; i < words_.relations.size(); ++i) rows_.emplace(words_.relations[i].id, i);
    }

    void settle() {
        const auto met = met_by_name();
        if (met.size() > most_names) return;
        bool both = false;
        for (const auto& [name, ways] : met) {
            relation(name).directed = ways.directed;
            if (!ways.directed || !ways.undirected) continue;
            add_twin(name);
            both = true;
        }
        if (both) name_twins(met);
    }

private:
    [[nodiscard]] std::string name_in(std::size_t row) const {
        const std::string_view cell = ties_.cell(row, "relation");
        return std::string{cell.empty() ? plain : cell};
    }

    [[nodiscard]] std::map<std::string, Met> met_by_name() const {
        std::map<std::string, Met> met;
        if (ties_.column("relation") == nullptr) {
            for (const bool directed : directed_)
                (directed ? met[std::string{plain}].directed : met[std::string{plain}].undirected) = true;
            return met;
        }
        for (std::size_t row = 0; row < directed_.size(); ++row) {
            Met& ways = met[name_in(row)];
            (directed_[row] ? ways.directed : ways.undirected) = true;
        }
        return met;
    }

    Relation& relation(const std::string& name) {
        const auto [found, fresh] = rows_.emplace(name, words_.relations.size());
        if (fresh) {
            Relation made;
            made.id = name;
            made.layer = words_.layer("cooperation").value_or(LayerRow{});
            words_.relations.push_back(std::move(made));
        }
        return words_.relations[found->second];
    }

    void add_twin(const std::string& name) {
        const std::string twin = name + std::string{twin_mark};
        if (rows_.contains(twin)) return;
        Relation made = relation(name);
        made.id = twin;
        made.directed = false;
        made.label.try_emplace("en", name);
        rows_.emplace(twin, words_.relations.size());
        words_.relations.push_back(std::move(made));
    }

    void name_twins(const std::map<std::string, Met>& met) {
        auto& cells = ties_.ensure("relation");
        for (std::size_t row = 0; row < cells.size(); ++row) {
            const std::string name = name_in(row);
            if (!directed_[row] && met.at(name).directed) cells[row] = name + std::string{twin_mark};
        }
    }

    Vocabulary& words_;
    Sheet& ties_;
    const std::vector<bool>& directed_;
    std::unordered_map<std::string, std::size_t> rows_;
};

}  // namespace

void settle_directions(Draft& draft, const std::vector<bool>& directed) {
    Directions{draft, directed}.settle();
}

bool is_directed(const Network& network) {
    return network.ties().empty() || std::ranges::any_of(network.ties(), [&](const Tie& tie) {
               return network.vocabulary()[tie.relation].directed;
           });
}

std::vector<std::string> names_in_files(const Network& network) {
    const auto& relations = network.vocabulary().relations;
    std::vector<bool> used(relations.size());
    for (const Tie& tie : network.ties()) used[index(tie.relation)] = true;
    std::vector<std::string> names;
    for (const Relation& relation : relations) {
        names.push_back(relation.id);
        if (relation.directed || !relation.id.ends_with(twin_mark)) continue;
        const std::string base = relation.id.substr(0, relation.id.size() - twin_mark.size());
        const auto row = network.vocabulary().relation(base);
        if (!row || !used[index(*row)]) continue;
        const Relation& other = relations[index(*row)];
        const bool one_label = label_in(other.label, "en", other.id) == label_in(relation.label, "en", relation.id);
        if (other.directed && one_label) names.back() = base;
    }
    return names;
}

bool only_plain_ties(const Network& network, const std::vector<std::string>& names) {
    for (const Tie& tie : network.ties()) {
        if (names[index(tie.relation)] != plain) return false;
    }
    return true;
}

}  // namespace coopnet::io::detail
