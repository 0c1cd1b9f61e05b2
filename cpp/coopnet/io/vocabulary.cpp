#include <coopnet/core/error.hpp>
#include <coopnet/io/detail/parse_json.hpp>
#include <coopnet/io/detail/stock_vocabulary.hpp>
#include <coopnet/io/vocabulary.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace coopnet::io {
namespace {

using json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 12> shapes{"double_box", "box",           "house",     "hexagon",
                                                  "pill",       "parallelogram", "trapezium", "octagon",
                                                  "ellipse",    "note",          "diamond",   "circle"};
constexpr std::array<std::string_view, 5> marks{"head", "diamond", "chevron", "circle", "none"};
constexpr std::array<std::string_view, 2> builds{"single", "double"};

// --- reading ----------------------------------------------------------------------

class VocabularyReader {
public:
    VocabularyReader(Vocabulary start, std::string path) : words_(std::move(start)), path_(std::move(path)) {}

    Vocabulary read(const json& text) {
        if (!text.is_object()) throw ParseError{path_, 1, 1, "a vocabulary is a JSON object."};
        each(text, "levels",
             [&](const std::string& id, const json& item) { upsert(words_.levels, id).label = label(id, item); });
        each(text, "layers",
             [&](const std::string& id, const json& item) { upsert(words_.layers, id).label = label(id, item); });
        each(text, "lines",
             [&](const std::string& id, const json& item) { read_line(upsert(words_.lines, id), item); });
        each(text, "kinds", [&](const std::string& id, const json&) { upsert(words_.kinds, id); });
        each(text, "kinds",
             [&](const std::string& id, const json& item) { read_kind(upsert(words_.kinds, id), item); });
        each(text, "relations", [&](const std::string& id, const json& item) { read_relation(id, item); });
        if (text.contains("reliability")) read_reliability(text["reliability"]);
        refuse_circles();
        if (!problems_.empty()) throw InvalidNetwork{std::move(problems_)};
        return std::move(words_);
    }

private:
    template <class Items>
    static typename Items::value_type& upsert(Items& items, const std::string& id) {
        const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
        if (found != items.end()) return *found;
        auto& fresh = items.emplace_back();
        fresh.id = id;
        return fresh;
    }

    template <class Visit>
    void each(const json& text, const char* section, const Visit& visit) {
        if (!text.contains(section)) return;
        if (!text[section].is_object()) {
            complain(section, "must be an object of names.");
            return;
        }
        for (const auto& [id, item] : text[section].items()) {
            if (item.is_object())
                visit(id, item);
            else
                complain(id, "must be an object.");
        }
    }

    void complain(const std::string& where, std::string message) {
        problems_.push_back({path_, std::nullopt, where, std::move(message)});
    }

    std::string text_of(const std::string& id, const json& item, const char* key, std::string fallback) {
        if (!item.contains(key)) return fallback;
        if (item[key].is_string()) return item[key].get<std::string>();
        complain(id, std::string{key} + " must be text.");
        return fallback;
    }

    bool flag_of(const std::string& id, const json& item, const char* key, bool fallback) {
        if (!item.contains(key)) return fallback;
        if (item[key].is_boolean()) return item[key].get<bool>();
        complain(id, std::string{key} + " must be true or false.");
        return fallback;
    }

    template <std::size_t N>
    std::string one_of(const std::string& id, const json& item, const char* key,
                       const std::array<std::string_view, N>& allowed, std::string fallback) {
        const std::string value = text_of(id, item, key, fallback);
        if (std::ranges::find(allowed, value) != allowed.end()) return value;
        complain(id, std::string{key} + " \"" + value + "\" is not known.");
        return fallback;
    }

    std::string color_of(const std::string& id, const json& item, const char* key, std::string fallback) {
        const std::string value = text_of(id, item, key, fallback);
        const bool hex = value.size() == 7 && value[0] == '#' &&
                         value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
        if (hex) return value;
        complain(id, std::string{key} + " \"" + value + "\" is not a color. Write it as #0072b2.");
        return fallback;
    }

    Label label(const std::string& id, const json& item) {
        Label words;
        if (!item.contains("label")) return words;
        if (!item["label"].is_object()) {
            complain(id, "label must be an object of languages.");
            return words;
        }
        for (const auto& [language, text] : item["label"].items()) {
            if (text.is_string())
                words[language] = text.get<std::string>();
            else
                complain(id, "label." + language + " must be text.");
        }
        return words;
    }

    void read_line(LineStyle& line, const json& item) {
        line.label = label(line.id, item);
        line.color = color_of(line.id, item, "color", line.color);
        line.build = one_of(line.id, item, "build", builds, line.build);
        line.mark = one_of(line.id, item, "mark", marks, line.mark);
        if (item.contains("width") && item["width"].is_number()) line.width = item["width"].get<double>();
    }

    void read_kind(Kind& kind, const json& item) {
        kind.label = label(kind.id, item);
        if (const auto parent = text_of(kind.id, item, "is_a", ""); !parent.empty())
            kind.is_a = kind_named(kind.id, parent);
        kind.level = text_of(kind.id, item, "level", kind.level);
        const bool known_level =
            kind.level.empty() || std::ranges::find(words_.levels, kind.level, &Level::id) != words_.levels.end();
        if (!known_level) complain(kind.id, "there is no level \"" + kind.level + "\".");
        if (!item.contains("style") || !item["style"].is_object()) return;
        const json& given = item["style"];
        KindStyle style = kind.style.value_or(KindStyle{});
        style.shape = one_of(kind.id, given, "shape", shapes, style.shape);
        style.fill = color_of(kind.id, given, "fill", style.fill);
        style.line = color_of(kind.id, given, "line", style.line);
        style.text = color_of(kind.id, given, "text", style.text);
        kind.style = style;
    }

    std::optional<KindRow> kind_named(const std::string& where, const std::string& id) {
        const auto kind = words_.kind(id);
        if (!kind) complain(where, "there is no kind \"" + id + "\".");
        return kind;
    }

    std::vector<KindRow> kinds_of(const std::string& id, const json& item, const char* key) {
        std::vector<KindRow> kinds;
        if (!item.contains(key)) return kinds;
        if (!item[key].is_array()) {
            complain(id, std::string{key} + " must be a list of kinds.");
            return kinds;
        }
        for (const json& entry : item[key]) {
            if (!entry.is_string())
                complain(id, std::string{key} + " must be a list of kinds.");
            else if (const auto kind = kind_named(id, entry.get<std::string>()))
                kinds.push_back(*kind);
        }
        return kinds;
    }

    void read_relation(const std::string& id, const json& item) {
        Relation& relation = upsert(words_.relations, id);
        relation.label = label(id, item);
        const std::string layer = text_of(id, item, "layer", "cooperation");
        if (const auto known = words_.layer(layer))
            relation.layer = *known;
        else
            complain(id, "there is no layer \"" + layer + "\".");
        relation.directed = flag_of(id, item, "directed", relation.directed);
        relation.affiliation = flag_of(id, item, "affiliation", relation.affiliation);
        relation.line_fixed = flag_of(id, item, "line_fixed", relation.line_fixed);
        relation.from = kinds_of(id, item, "from");
        relation.to = kinds_of(id, item, "to");
        relation.line = text_of(id, item, "line", relation.line);
        const bool known_line = relation.line.empty() ||
                                std::ranges::find(words_.lines, relation.line, &LineStyle::id) != words_.lines.end();
        if (!known_line) complain(id, "there is no line \"" + relation.line + "\".");
    }

    double share(const json& item, const std::string& key, double fallback) {
        if (!item.contains(key)) return fallback;
        const bool valid = item[key].is_number() && item[key].get<double>() >= 0 && item[key].get<double>() <= 1;
        if (valid) return item[key].get<double>();
        complain("reliability", key + " must be a number from 0 to 1.");
        return fallback;
    }

    void read_reliability(const json& item) {
        if (!item.is_object()) return complain("reliability", "must be an object.");
        auto& table = words_.reliability;
        const auto read_part = [&](const char* part, std::map<char, double>& values) {
            if (!item.contains(part) || !item[part].is_object()) return;
            for (auto& [mark, value] : values) value = share(item[part], std::string{mark}, value);
        };
        read_part("letter", table.letter);
        read_part("digit", table.digit);
        table.claimed = share(item, "claimed", table.claimed);
        table.inferred = share(item, "inferred", table.inferred);
    }

    void refuse_circles() {
        for (const Kind& kind : words_.kinds) {
            std::size_t steps = 0;
            for (auto at = kind.is_a; at && steps <= words_.kinds.size(); at = words_[*at].is_a) ++steps;
            if (steps > words_.kinds.size()) {
                complain(kind.id, "is_a leads back to itself.");
                return;
            }
        }
    }

    Vocabulary words_;
    std::string path_;
    std::vector<Problem> problems_;
};

// --- writing ----------------------------------------------------------------------

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

json relation_json(const Vocabulary& words, const Relation& relation) {
    const auto names = [&](const std::vector<KindRow>& kinds) {
        json list = json::array();
        for (const KindRow kind : kinds) list.push_back(words[kind].id);
        return list;
    };
    json item;
    item["layer"] = words.layers[index(relation.layer)].id;
    item["directed"] = relation.directed;
    if (relation.affiliation) item["affiliation"] = true;
    if (!relation.from.empty()) item["from"] = names(relation.from);
    if (!relation.to.empty()) item["to"] = names(relation.to);
    item["label"] = label_json(relation.label);
    if (!relation.line.empty()) item["line"] = relation.line;
    if (relation.line_fixed) item["line_fixed"] = true;
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
    text["reliability"] = reliability_json(words.reliability);
    return text;
}

}  // namespace

const Vocabulary& stock_vocabulary() {
    static const Vocabulary stock = VocabularyReader{{}, "stock vocabulary"}.read(
        detail::parse_json(detail::stock_vocabulary_json, "stock vocabulary"));
    return stock;
}

Vocabulary read_vocabulary(std::string_view text, const std::string& path) {
    return VocabularyReader{stock_vocabulary(), path}.read(detail::parse_json(text, path));
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
