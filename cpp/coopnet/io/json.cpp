#include <coopnet/core/error.hpp>
#include <coopnet/io/detail/gather.hpp>
#include <coopnet/io/detail/json_cells.hpp>
#include <coopnet/io/detail/parse_json.hpp>
#include <coopnet/io/detail/read_words.hpp>
#include <coopnet/io/json.hpp>
#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/columns.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_set>
#include <utility>

namespace coopnet::io {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t most_columns = 1'000;

// --- reading ----------------------------------------------------------------------

class JsonReader {
public:
    JsonReader(const json& text, std::string path) : text_(text), path_(std::move(path)) {}

    Draft read() {
        require(text_.is_object(), "a network is a JSON object with nodes and edges.");
        const char* edges = text_.contains("edges") ? "edges" : "links";
        require(text_.contains(edges) || !text_.contains("elements"),
                "this is Cytoscape's JSON. Call the file .cyjs, or say that its format is cyjs.");
        require(text_.contains(edges), "there is neither edges nor links. A network needs one of them.");
        draft_.actors = sheet("nodes", {"id"});
        draft_.ties = sheet(edges, {"source", "target"});
        if (ends_are_places(text_[edges])) settle_places();
        draft_.sources = sheet("sources", {});
        draft_.figures = sheet("figures", {});
        read_graph(text_.contains("graph") && text_["graph"].is_object() ? text_["graph"] : json::object());
        return std::move(draft_);
    }

private:
    void require(bool holds, const std::string& sentence) const {
        if (!holds) throw ParseError{path_, 0, 0, sentence};
    }

    Sheet sheet(const char* key, std::initializer_list<std::string_view> needed) const {
        detail::Gather gather{path_, key};
        if (!text_.contains(key)) return std::move(gather).sheet(0);
        for (const std::string_view name : needed) gather.column(name);
        const json& items = text_[key];
        require(items.is_array(), std::string{key} + " must be a list.");
        for (std::size_t row = 0; row < items.size(); ++row) {
            require(items[row].is_object(), std::string{key} + " must be a list of objects.");
            for (const auto& [name, value] : items[row].items())
                gather.put(row, name, detail::cell_of(meant(name, value)));
        }
        return std::move(gather).sheet(items.size());
    }

    // d3 puts the node itself where its id was.
    static const json& meant(const std::string& name, const json& value) {
        const bool node = (name == "source" || name == "target") && value.is_object() && value.contains("id");
        return node ? value["id"] : value;
    }

    // d3 and NetworkX have named ends by their places in the list of nodes, whose ids are others or none.
    [[nodiscard]] bool ends_are_places(const json& edges) const {
        if (draft_.actors.rows() == 0) return false;
        const auto& ids = *draft_.actors.column("id");
        const std::unordered_set<std::string_view> known{ids.begin(), ids.end()};
        const auto is_place = [&](const json& edge, const char* end) {
            if (!edge.contains(end) || !edge[end].is_number_unsigned()) return false;
            return edge[end].get<std::size_t>() < ids.size() && !known.contains(detail::cell_of(edge[end]));
        };
        return !edges.empty() && std::ranges::all_of(edges, [&](const json& edge) {
            return is_place(edge, "source") && is_place(edge, "target");
        });
    }

    void settle_places() {
        auto& ids = draft_.actors.ensure("id");
        if (std::ranges::all_of(ids, &std::string::empty)) name_nodes(ids);
        for (const std::string_view end : {"source", "target"}) {
            for (std::string& cell : draft_.ties.ensure(end)) cell = ids[std::stoul(cell)];
        }
        draft_.notes.push_back({path_, std::nullopt, "", "the ends of edges are places in the list of nodes, from 0."});
    }

    // By their names, if each has one of its own, else by their places.
    void name_nodes(std::vector<std::string>& ids) const {
        const auto* names = draft_.actors.column("name");
        const std::unordered_set<std::string_view> seen =
            names == nullptr ? std::unordered_set<std::string_view>{}
                             : std::unordered_set<std::string_view>{names->begin(), names->end()};
        const bool named = seen.size() == ids.size() && !seen.contains("");
        for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = named ? (*names)[i] : std::to_string(i);
    }

    void read_graph(const json& graph) {
        const auto text = [&graph](const char* key) {
            return graph.contains(key) && graph[key].is_string() ? graph[key].get<std::string>() : std::string{};
        };
        About& about = draft_.about;
        about.name = text("name");
        about.version = text("version");
        about.license = text("license");
        about.grading = text("grading");
        read_map(graph, "title", about.title);
        if (graph.contains("types") && graph["types"].is_object()) {
            for (const auto& [table, columns] : graph["types"].items())
                read_map(graph["types"], table.c_str(), about.types[table]);
        }
        if (graph.contains("package")) about.package = graph["package"].dump();
        if (graph.contains("playbook")) draft_.playbook = graph["playbook"].dump(2) + "\n";
        if (graph.contains("report")) draft_.report = graph["report"].dump(2) + "\n";
        order_columns(graph);
        read_words(graph);
    }

    static void read_map(const json& holder, const char* key, std::map<std::string, std::string>& values) {
        if (!holder.contains(key) || !holder[key].is_object()) return;
        for (const auto& [name, value] : holder[key].items()) values[name] = detail::cell_of(value);
    }

    // The columns in the order of the network that was written, empty ones included.
    void order_columns(const json& graph) {
        if (!graph.contains("columns") || !graph["columns"].is_object()) return;
        for (const Table table : all_tables) {
            const std::string name{table_name(table)};
            const json& columns = graph["columns"];
            if (columns.contains(name) && columns[name].is_array()) order(draft_.sheet(table), columns[name]);
        }
    }

    void order(Sheet& sheet, const json& names) const {
        const std::size_t rows = sheet.rows();
        Sheet ordered;
        ordered.file = sheet.file;
        for (const json& name : names) {
            if (!name.is_string()) continue;
            const std::string column = name.get<std::string>();
            if (ordered.column(column) == nullptr) ordered.ensure(column) = std::move(sheet.ensure(column));
            require(ordered.header.size() <= most_columns, "columns lists more than 1,000 names.");
        }
        for (std::size_t i = 0; i < sheet.header.size(); ++i) {
            if (ordered.column(sheet.header[i]) == nullptr)
                ordered.ensure(sheet.header[i]) = std::move(sheet.columns[i]);
        }
        for (auto& cells : ordered.columns) cells.resize(rows);
        sheet = std::move(ordered);
    }

    void read_words(const json& graph) {
        if (graph.contains("vocabulary")) {
            draft_.vocabulary = detail::read_words(graph["vocabulary"], stock_vocabulary(), path_ + ", vocabulary");
            draft_.open_vocabulary = false;
            return;
        }
        draft_.vocabulary = stock_vocabulary();
        const bool ours = draft_.ties.column("relation") != nullptr;
        if (ours) return;
        const bool directed = text_.contains("directed") && text_["directed"] == true;
        draft_.vocabulary = read_vocabulary(plain_relation(directed), path_);
        const bool has_strength = draft_.ties.column("strength") != nullptr;
        for (std::string& name : draft_.ties.header) {
            if (name == "weight" && !has_strength) name = "strength";
        }
    }

    const json& text_;
    std::string path_;
    Draft draft_;
};

// --- writing ----------------------------------------------------------------------

// A number only where it reads back as the same text: "1.50" stays text.
json cell_json(Table table, std::string_view column, const std::string& cell) {
    const Column* known = format_column(table, column);
    const bool numeric = known != nullptr && known->holds == Holds::number;
    const auto number = numeric ? read_number(cell) : std::nullopt;
    return number && format_number(*number) == cell ? json(*number) : json(cell);
}

json rows_json(const Draft& draft, Table table) {
    const Sheet& sheet = draft.sheet(table);
    json rows = json::array();
    for (std::size_t i = 0; i < sheet.rows(); ++i) {
        json item = json::object();
        for (std::size_t c = 0; c < sheet.header.size(); ++c) {
            const std::string& cell = sheet.columns[c][i];
            if (!cell.empty()) item[sheet.header[c]] = cell_json(table, sheet.header[c], cell);
        }
        rows.push_back(std::move(item));
    }
    return rows;
}

json graph_json(const Draft& draft) {
    const About& about = draft.about;
    json graph;
    graph["name"] = about.name;
    if (!about.title.empty()) graph["title"] = about.title;
    if (!about.version.empty()) graph["version"] = about.version;
    if (!about.license.empty()) graph["license"] = about.license;
    if (!about.grading.empty()) graph["grading"] = about.grading;
    if (!about.types.empty()) graph["types"] = about.types;
    if (!about.package.empty()) graph["package"] = detail::parse_json(about.package, "datapackage.json");
    graph["columns"] = {{"actors", draft.actors.header},
                        {"ties", draft.ties.header},
                        {"sources", draft.sources.header},
                        {"figures", draft.figures.header}};
    const std::string additions = write_additions(draft.vocabulary);
    if (!additions.empty() || !draft.open_vocabulary) {
        graph["vocabulary"] = additions.empty() ? json::object() : detail::parse_json(additions, "vocabulary");
    }
    if (!draft.playbook.empty()) graph["playbook"] = detail::parse_json(draft.playbook, "playbook.json");
    if (!draft.report.empty()) graph["report"] = detail::parse_json(draft.report, "report.json");
    return graph;
}

}  // namespace

Draft read_json(std::string_view text, const std::string& path) {
    const json parsed = detail::parse_json(text, path);
    return JsonReader{parsed, path}.read();
}

void require_json(std::string_view text, const std::string& path) {
    static_cast<void>(detail::parse_json(text, path));
}

std::string write_json(const Network& network) {
    return write_json(network.draft());
}

std::string write_json(const Draft& draft) {
    json text;
    text["directed"] = true;
    text["multigraph"] = true;
    text["graph"] = graph_json(draft);
    text["nodes"] = rows_json(draft, Table::actors);
    text["edges"] = rows_json(draft, Table::ties);
    if (draft.sources.rows() > 0) text["sources"] = rows_json(draft, Table::sources);
    if (draft.figures.rows() > 0) text["figures"] = rows_json(draft, Table::figures);
    return text.dump(1) + "\n";
}

}  // namespace coopnet::io
