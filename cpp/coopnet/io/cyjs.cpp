#include <coopnet/core/number.hpp>
#include <coopnet/io/cyjs.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/json_cells.hpp>
#include <coopnet/io/detail/parse_json.hpp>
#include <coopnet/io/detail/rest.hpp>
#include <coopnet/io/json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

namespace coopnet::io {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view rest_name = "coopnet";
constexpr std::string_view relation_name = "interaction";
constexpr detail::Place nowhere{};  // the parser tells no places

// --- reading ----------------------------------------------------------------------

// By its JSON values, what a column holds.
class Types {
public:
    void see(const std::string& name, const json& value) {
        const auto [found, fresh] = types_.try_emplace(name, type_of(value));
        if (fresh || found->second == type_of(value)) return;
        const bool numbers = is_number(found->second) && value.is_number();
        found->second = numbers ? "number" : "string";
    }

    [[nodiscard]] const std::map<std::string, std::string>& all() const noexcept { return types_; }

private:
    static std::string type_of(const json& value) {
        if (value.is_number_integer()) return "integer";
        if (value.is_number()) return "number";
        return value.is_boolean() ? "boolean" : "string";
    }

    static bool is_number(std::string_view type) { return type == "number" || type == "integer"; }

    std::map<std::string, std::string> types_;
};

class CyjsReader {
public:
    CyjsReader(const json& file, const std::string& path) : file_{file}, path_{path}, foreign_{path, "cyjs"} {}

    Draft read() {
        require(file_.is_array() || (file_.is_object() && file_.contains("elements")),
                "there are no elements. Cytoscape's JSON has a list of them, or an object of nodes and edges.");
        directed_ = !file_.is_object() || !file_.contains("directed") || file_["directed"] != false;
        read_about();
        gather(file_.is_array() ? file_ : file_["elements"]);
        for (const json* node : nodes_) read_node(*node);
        ours_ = std::ranges::any_of(edges_, [](const json* edge) { return edge->contains("relation"); });
        for (const json* edge : edges_) read_edge(*edge);
        for (const auto& [name, type] : node_types_.all()) foreign_.declare(Table::actors, name, type);
        for (const auto& [name, type] : edge_types_.all()) foreign_.declare(Table::ties, name, type);
        return finish();
    }

private:
    void require(bool holds, const std::string& sentence) const {
        if (!holds) throw detail::located(path_, nowhere, sentence);
    }

    void gather(const json& elements) {
        if (elements.is_array()) {
            for (const json& element : elements) take(element, is_edge(element));
            return;
        }
        require(elements.is_object(), "elements must be a list, or an object of nodes and edges.");
        for (const bool edge : {false, true}) {
            const char* group = edge ? "edges" : "nodes";
            if (!elements.contains(group)) continue;
            require(elements[group].is_array(), std::string{group} + " must be a list.");
            for (const json& element : elements[group]) take(element, edge);
        }
    }

    static bool is_edge(const json& element) {
        if (!element.is_object()) return false;
        if (element.contains("group")) return element["group"] == "edges";
        return element.contains("data") && element["data"].is_object() && element["data"].contains("source");
    }

    void take(const json& element, bool edge) {
        require(element.is_object() && element.contains("data") && element["data"].is_object(),
                "each element must be an object with an object of data.");
        (edge ? edges_ : nodes_).push_back(&element["data"]);
        for (const auto& [part, value] : element.items()) {
            const bool known = part == "data" || part == "group";
            const bool says_something = !value.is_null() && value != false && value != "" && value != json::array();
            if (!known && says_something && part != "selectable" && part != "grabbable" && part != "pannable") {
                foreign_.leave_out("\"" + part + "\" of elements", nowhere);
            }
        }
    }

    [[nodiscard]] std::string id_of(const json& data, const char* key, std::string_view what) const {
        const std::string id = data.contains(key) && !data[key].is_object() ? detail::cell_of(data[key]) : "";
        require(!id.empty(), std::string{what} + " without " + key + ": " + shortened(data.dump()) + ". Give it one.");
        return id;
    }

    static std::string shortened(const std::string& text) {
        return text.size() <= 80 ? text : text.substr(0, text.rfind(',', 80)) + " …";
    }

    void read_node(const json& data) {
        std::string id = id_of(data, "id", "a node");
        require(ids_.insert(id).second, "the node \"" + id + "\" is there twice. Give each node an id of its own.");
        const std::size_t row = foreign_.add_node(id, nowhere);
        for (const auto& [name, value] : data.items()) {
            if (name == "id" || value.is_null() || repeats(data, Table::actors, name, value, id)) continue;
            node_types_.see(name, value);
            foreign_.put_node(row, foreign_.node_column(name), detail::cell_of(value));
        }
    }

    void read_edge(const json& data) {
        std::string source = id_of(data, "source", "an edge");
        std::string target = id_of(data, "target", "an edge");
        const bool says_direction = data.contains("directed") && data["directed"].is_boolean();
        const std::size_t row = foreign_.add_edge(std::move(source), std::move(target),
                                                  says_direction ? data["directed"] == true : directed_, nowhere);
        const std::string id = data.contains("id") ? detail::cell_of(data["id"]) : "";
        if (!id.empty()) foreign_.put_edge_id(row, id);
        for (const auto& [name, value] : data.items()) {
            const bool said =
                name == "id" || name == "source" || name == "target" || (name == "directed" && says_direction);
            if (said || value.is_null() || repeats(data, Table::ties, name, value, id)) continue;
            const std::string column = name == relation_name && !ours_ ? "relation" : name;
            edge_types_.see(column, value);
            foreign_.put_edge(row, foreign_.edge_column(column), detail::cell_of(value));
        }
    }

    // What Cytoscape and NetworkX keep of names and ids in a second place, and the state of a window; unless it is a
    // column of ours.
    [[nodiscard]] bool repeats(const json& data, Table table, const std::string& name, const json& value,
                               const std::string& id) const {
        if (rest_ && rest_->sheet(table).column(name) != nullptr) return false;
        if (name == "selected") return value.is_boolean();
        if (name == "SUID" || name == "value") return detail::cell_of(value) == id;
        const std::string_view shared = "shared_";
        if (!name.starts_with(shared)) return false;
        const std::string plain = name.substr(shared.size());
        return data.contains(plain) && data[plain] == value;
    }

    // What a file of ours says beside nodes and edges.
    void read_about() {
        if (!file_.is_object() || !file_.contains("data") || !file_["data"].is_object()) return;
        const json& about = file_["data"];
        const auto text = [&](std::string_view key) {
            const auto found = about.find(key);
            return found != about.end() && found->is_string() ? found->get<std::string>() : std::string{};
        };
        foreign_.set_name(text("name"));
        const std::string rest = text(rest_name);
        if (!rest.empty()) rest_ = read_json(rest, path_ + ", coopnet");
    }

    Draft finish() {
        if (rest_) return std::move(foreign_).draft_with(std::move(*rest_));
        return std::move(foreign_).draft();
    }

    const json& file_;
    const std::string& path_;
    detail::Foreign foreign_;
    bool directed_ = true;
    bool ours_ = false;  // edges say their relation by that name; interaction is something else then
    std::vector<const json*> nodes_;
    std::vector<const json*> edges_;
    std::unordered_set<std::string> ids_;
    std::optional<Draft> rest_;
    Types node_types_;
    Types edge_types_;
};

// --- writing ----------------------------------------------------------------------

// A number or truth value only where it reads back as the same text.
json value_of(const std::string& cell, std::string_view type) {
    if (type == "boolean" && (cell == "true" || cell == "false")) return cell == "true";
    const auto number = type == "number" || type == "integer" ? read_number(cell) : std::nullopt;
    if (!number || format_number(*number) != cell) return cell;
    const bool whole = std::abs(*number) < 1e15 && std::to_string(std::llround(*number)) == cell;
    return whole ? json(std::llround(*number)) : json(*number);
}

void put_cells(json& data, const std::vector<detail::NamedColumn>& columns, const Sheet& sheet, std::size_t row) {
    for (const auto& [column, name, type] : columns) {
        const std::string& cell = sheet.columns[column][row];
        if (!cell.empty()) data[name] = value_of(cell, type);
    }
}

json nodes_of(const Network& network) {
    const auto columns = detail::node_columns(network, "name");
    json nodes = json::array();
    for (std::size_t row = 0; row < network.actors().size(); ++row) {
        json data;
        data["id"] = network.actors()[row].id;
        put_cells(data, columns, network.draft().actors, row);
        nodes.push_back({{"data", std::move(data)}});
    }
    return nodes;
}

json edges_of(const Network& network, bool directed) {
    const auto columns = detail::edge_columns(network, {relation_name, "directed"});
    const auto relations = detail::names_in_files(network);
    json edges = json::array();
    for (std::size_t row = 0; row < network.ties().size(); ++row) {
        const Tie& tie = network.ties()[row];
        json data;
        data["id"] = network.draft().ties.cell(row, "id");
        data["source"] = network[tie.source].id;
        data["target"] = network[tie.target].id;
        data[std::string{relation_name}] = relations[index(tie.relation)];
        if (directed && !network.vocabulary()[tie.relation].directed) data["directed"] = false;
        put_cells(data, columns, network.draft().ties, row);
        edges.push_back({{"data", std::move(data)}});
    }
    return edges;
}

}  // namespace

Draft read_cyjs(std::string_view text, const std::string& path) {
    const json file = detail::parse_json(text, path);
    return CyjsReader{file, path}.read();
}

Written write_cyjs(const Network& network) {
    const bool directed = detail::is_directed(network);
    json file;
    file["format_version"] = "1.0";
    file["generated_by"] = "coopnet";
    file["target_cytoscapejs_version"] = "~2.1";
    file["data"] = {{"name", network.about().name}, {std::string{rest_name}, detail::rest_of(network.draft())}};
    file["directed"] = directed;
    file["elements"] = {{"nodes", nodes_of(network)}, {"edges", edges_of(network, directed)}};
    return {file.dump(1) + "\n", {}};
}

}  // namespace coopnet::io
