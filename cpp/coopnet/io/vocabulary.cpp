#include <coopnet/io/detail/parse_json.hpp>
#include <coopnet/io/detail/read_words.hpp>
#include <coopnet/io/detail/stock_vocabulary.hpp>
#include <coopnet/io/vocabulary.hpp>

#include <nlohmann/json.hpp>

namespace coopnet::io {
namespace {

using json = nlohmann::ordered_json;

json label_json(const Label& label) {
    json text = json::object();
    for (const auto& [language, words] : label) text[language] = words;
    return text;
}

json kind_json(const Vocabulary& words, const Kind& kind) {
    json item;
    if (kind.is_a) item["is_a"] = words[*kind.is_a].id;
    if (!kind.level.empty()) item["level"] = kind.level;
    item["label"] = label_json(kind.label);
    if (kind.style) {
        item["style"] = {{"shape", kind.style->shape},
                         {"fill", kind.style->fill},
                         {"line", kind.style->line},
                         {"text", kind.style->text}};
    }
    return item;
}

json kinds_json(const Vocabulary& words, const std::vector<KindRow>& kinds) {
    json list = json::array();
    for (const KindRow kind : kinds) list.push_back(words[kind].id);
    return list;
}

json relation_json(const Vocabulary& words, const Relation& relation) {
    json item;
    item["layer"] = words.layers[index(relation.layer)].id;
    item["directed"] = relation.directed;
    item["affiliation"] = relation.affiliation;
    item["from"] = kinds_json(words, relation.from);
    item["to"] = kinds_json(words, relation.to);
    item["label"] = label_json(relation.label);
    item["line"] = relation.line;
    item["line_fixed"] = relation.line_fixed;
    return item;
}

json stage_json(const Vocabulary& words, const Stage& stage) {
    json item;
    item["label"] = label_json(stage.label);
    item["reached_by"] = stage.reached_by;
    item["at"] = kinds_json(words, stage.at);
    item["holds"] = stage.holds;
    item["branch_of"] = stage.branch_of;
    return item;
}

json line_json(const LineStyle& line) {
    return {{"label", label_json(line.label)},
            {"color", line.color},
            {"build", line.build},
            {"width", line.width},
            {"mark", line.mark}};
}

json reliability_json(const ReliabilityTable& table) {
    const auto part = [](const std::map<char, double>& values) {
        json item;
        for (const auto& [mark, value] : values) item[std::string{mark}] = value;
        return item;
    };
    return {{"letter", part(table.letter)},
            {"digit", part(table.digit)},
            {"claimed", table.claimed},
            {"inferred", table.inferred}};
}

json vocabulary_json(const Vocabulary& words) {
    json text;
    for (const Level& level : words.levels) text["levels"][level.id]["label"] = label_json(level.label);
    for (const Layer& layer : words.layers) text["layers"][layer.id]["label"] = label_json(layer.label);
    for (const Kind& kind : words.kinds) text["kinds"][kind.id] = kind_json(words, kind);
    for (const Relation& relation : words.relations) text["relations"][relation.id] = relation_json(words, relation);
    for (const LineStyle& line : words.lines) text["lines"][line.id] = line_json(line);
    for (const Stage& stage : words.stages) text["stages"][stage.id] = stage_json(words, stage);
    text["reliability"] = reliability_json(words.reliability);
    return text;
}

}  // namespace

const Vocabulary& stock_vocabulary() {
    static const std::string name = "stock vocabulary";
    static const Vocabulary stock =
        detail::read_words(detail::parse_json(detail::stock_vocabulary_json, name), {}, name);
    return stock;
}

Vocabulary read_vocabulary(std::string_view text, const std::string& path) {
    return detail::read_words(detail::parse_json(text, path), stock_vocabulary(), path);
}

std::string plain_relation(bool directed) {
    return json{{"relations", {{"tie", {{"layer", "cooperation"}, {"directed", directed}}}}}}.dump();
}

std::string write_vocabulary(const Vocabulary& vocabulary) {
    return vocabulary_json(vocabulary).dump(2);
}

std::string write_additions(const Vocabulary& vocabulary) {
    const json stock = vocabulary_json(stock_vocabulary());
    json added;
    const json all = vocabulary_json(vocabulary);
    for (const auto& [section, items] : all.items()) {
        for (const auto& [id, item] : items.items()) {
            const bool same = stock.contains(section) && stock[section].contains(id) && stock[section][id] == item;
            if (!same) added[section][id] = item;
        }
    }
    return added.is_null() ? std::string{} : added.dump(2) + "\n";
}

}  // namespace coopnet::io
