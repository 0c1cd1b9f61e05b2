#include <coopnet/core/circles.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/io/detail/read_words.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace coopnet::io::detail {
namespace {

using json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 12> shapes{"double_box", "box",           "house",     "hexagon",
                                                  "pill",       "parallelogram", "trapezium", "octagon",
                                                  "ellipse",    "note",          "diamond",   "circle"};
constexpr std::array<std::string_view, 5> marks{"head", "diamond", "chevron", "circle", "none"};
constexpr std::array<std::string_view, 2> builds{"single", "double"};

class VocabularyReader {
public:
    VocabularyReader(Vocabulary start, std::string path) : words_(std::move(start)), path_(std::move(path)) {}

    Vocabulary read(const json& text) {
        if (!text.is_object()) throw ParseError{path_, 1, 1, "a vocabulary is a JSON object."};
        require_keys("", text, {"levels", "layers", "kinds", "relations", "lines", "stages", "reliability"});
        each(text, "levels", [&](const std::string& id, const json& item) {
            require_keys(id, item, {"label"});
            read_label(upsert(words_.levels, id), item);
        });
        each(text, "layers", [&](const std::string& id, const json& item) {
            require_keys(id, item, {"label"});
            read_label(upsert(words_.layers, id), item);
        });
        each(text, "lines",
             [&](const std::string& id, const json& item) { read_line(upsert(words_.lines, id), item); });
        each(text, "kinds", [&](const std::string& id, const json&) { upsert(words_.kinds, id); });
        each(text, "kinds",
             [&](const std::string& id, const json& item) { read_kind(upsert(words_.kinds, id), item); });
        each(text, "relations", [&](const std::string& id, const json& item) { read_relation(id, item); });
        each(text, "stages", [&](const std::string& id, const json&) { upsert(words_.stages, id); });
        each(text, "stages",
             [&](const std::string& id, const json& item) { read_stage(upsert(words_.stages, id), item); });
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

    // A misspelled key would be lost in silence.
    void require_keys(const std::string& id, const json& item, std::initializer_list<std::string_view> known) {
        for (const auto& [key, value] : item.items()) {
            if (std::ranges::find(known, key) != known.end()) continue;
            std::string names;
            for (const std::string_view name : known) names += (names.empty() ? "" : ", ") + std::string{name};
            complain(id, "\"" + key + "\" means nothing here; known: " + names + ".");
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

    // What an override does not mention stays as it was.
    template <class Word>
    void read_label(Word& word, const json& item) {
        if (!item.contains("label")) return;
        word.label.clear();
        if (!item["label"].is_object()) return complain(word.id, "label must be an object of languages.");
        for (const auto& [language, text] : item["label"].items()) {
            if (text.is_string())
                word.label[language] = text.template get<std::string>();
            else
                complain(word.id, "label." + language + " must be text.");
        }
    }

    void read_line(LineStyle& line, const json& item) {
        require_keys(line.id, item, {"label", "color", "build", "width", "mark"});
        read_label(line, item);
        line.color = color_of(line.id, item, "color", line.color);
        line.build = one_of(line.id, item, "build", builds, line.build);
        line.mark = one_of(line.id, item, "mark", marks, line.mark);
        if (!item.contains("width")) return;
        const bool valid = item["width"].is_number() && item["width"].get<double>() > 0;
        if (!valid) return complain(line.id, "width must be a number above 0.");
        line.width = item["width"].get<double>();
    }

    void read_kind(Kind& kind, const json& item) {
        require_keys(kind.id, item, {"is_a", "level", "label", "style"});
        read_label(kind, item);
        if (const auto parent = text_of(kind.id, item, "is_a", ""); !parent.empty())
            kind.is_a = kind_named(kind.id, parent);
        kind.level = text_of(kind.id, item, "level", kind.level);
        const bool known_level =
            kind.level.empty() || std::ranges::find(words_.levels, kind.level, &Level::id) != words_.levels.end();
        if (!known_level) complain(kind.id, "there is no level \"" + kind.level + "\".");
        if (!item.contains("style")) return;
        const json& given = item["style"];
        if (!given.is_object()) return complain(kind.id, "style must be an object.");
        require_keys(kind.id, given, {"shape", "fill", "line", "text"});
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

    std::vector<KindRow> kinds_of(const std::string& id, const json& item, const char* key,
                                  std::vector<KindRow> fallback) {
        if (!item.contains(key)) return fallback;
        std::vector<KindRow> kinds;
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
        require_keys(id, item, {"layer", "directed", "affiliation", "from", "to", "label", "line", "line_fixed"});
        const bool fresh = !words_.relation(id);
        Relation& relation = upsert(words_.relations, id);
        read_label(relation, item);
        const std::string before = fresh ? "cooperation" : words_.layers[index(relation.layer)].id;
        const std::string layer = text_of(id, item, "layer", before);
        if (const auto known = words_.layer(layer))
            relation.layer = *known;
        else
            complain(id, "there is no layer \"" + layer + "\".");
        relation.directed = flag_of(id, item, "directed", relation.directed);
        relation.affiliation = flag_of(id, item, "affiliation", relation.affiliation);
        relation.line_fixed = flag_of(id, item, "line_fixed", relation.line_fixed);
        relation.from = kinds_of(id, item, "from", relation.from);
        relation.to = kinds_of(id, item, "to", relation.to);
        relation.line = text_of(id, item, "line", relation.line);
        const bool known_line = relation.line.empty() ||
                                std::ranges::find(words_.lines, relation.line, &LineStyle::id) != words_.lines.end();
        if (!known_line) complain(id, "there is no line \"" + relation.line + "\".");
    }

    std::vector<std::string> texts_of(const std::string& id, const json& item, const char* key,
                                      std::vector<std::string> fallback) {
        if (!item.contains(key)) return fallback;
        std::vector<std::string> texts;
        const bool list =
            item[key].is_array() && std::ranges::all_of(item[key], [](const json& entry) { return entry.is_string(); });
        if (!list) {
            complain(id, std::string{key} + " must be a list of texts.");
            return texts;
        }
        for (const json& entry : item[key]) texts.push_back(entry.get<std::string>());
        return texts;
    }

    void read_stage(Stage& stage, const json& item) {
        require_keys(stage.id, item, {"label", "reached_by", "at", "holds", "branch_of"});
        read_label(stage, item);
        stage.reached_by = texts_of(stage.id, item, "reached_by", stage.reached_by);
        stage.at = kinds_of(stage.id, item, "at", stage.at);
        stage.holds = texts_of(stage.id, item, "holds", stage.holds);
        stage.branch_of = text_of(stage.id, item, "branch_of", stage.branch_of);
        const bool known = stage.branch_of.empty() ||
                           std::ranges::find(words_.stages, stage.branch_of, &Stage::id) != words_.stages.end();
        if (!known) complain(stage.id, "there is no stage \"" + stage.branch_of + "\".");
        if (stage.branch_of == stage.id) complain(stage.id, "a stage is no branch of itself.");
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
        require_keys("reliability", item, {"letter", "digit", "claimed", "inferred"});
        auto& table = words_.reliability;
        const auto read_part = [&](const char* part, std::map<char, double>& values) {
            if (!item.contains(part)) return;
            if (!item[part].is_object()) return complain("reliability", std::string{part} + " must be an object.");
            for (auto& [mark, value] : values) value = share(item[part], std::string{mark}, value);
        };
        read_part("letter", table.letter);
        read_part("digit", table.digit);
        table.claimed = share(item, "claimed", table.claimed);
        table.inferred = share(item, "inferred", table.inferred);
    }

    void refuse_circles() {
        std::vector<std::optional<KindRow>> above;
        for (const Kind& kind : words_.kinds) above.push_back(kind.is_a);
        for (const std::size_t row : circles(above)) {
            complain(words_.kinds[row].id, "is_a leads back to itself.");
        }
    }

    Vocabulary words_;
    std::string path_;
    std::vector<Problem> problems_;
};

}  // namespace

Vocabulary read_words(const json& text, Vocabulary start, const std::string& path) {
    return VocabularyReader{std::move(start), path}.read(text);
}

}  // namespace coopnet::io::detail
