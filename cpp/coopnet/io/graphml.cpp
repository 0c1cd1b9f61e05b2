#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/rest.hpp>
#include <coopnet/io/detail/xml.hpp>
#include <coopnet/io/graphml.hpp>
#include <coopnet/io/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace coopnet::io {
namespace {

constexpr std::string_view rest_name = "coopnet";
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
// What defaults may fill beside what the file says itself.
constexpr std::size_t roomy_defaults = 64U << 20U;

// --- reading ----------------------------------------------------------------------

// By attr.type, what a column of ours holds.
std::string type_named(std::string_view type) {
    if (type == "boolean") return "boolean";
    if (type == "int" || type == "long") return "integer";
    if (type == "float" || type == "double") return "number";
    return "string";
}

struct Key {
    std::string id;
    std::string name;
    std::string type;
    bool of_nodes = false;
    bool of_edges = false;
    bool drawing = false;  // yEd's: shapes, positions and labels
    std::optional<std::string> fallback;
    // Of nodes, of edges: the column, known from its first datum on, and which rows have one of their own.
    std::array<std::size_t, 2> columns{nowhere, nowhere};
    std::array<std::vector<bool>, 2> said;
};

enum class Owner { file, graph, node, edge };

struct Open {
    Owner owner;
    std::size_t row;
    bool directed;  // the edges of a graph, if they do not say
};

class GraphmlReader : public detail::XmlReader {
public:
    explicit GraphmlReader(const std::string& path) : XmlReader{path}, foreign_{path, "graphml"} {}

    Draft read(std::string_view bytes) {
        room_ = roomy_defaults + 50 * bytes.size();
        parse(bytes);
        if (graphs_ == 0) fail("there is no graph in this file.");
        return finish();
    }

private:
    // --- elements
    void opened(std::string_view name) override {
        if (skipped_ > 0) {
            ++skipped_;
        } else if (in_data_) {
            open_in_data(name);
        } else if (open_.empty()) {
            if (name != "graphml") fail("this is not GraphML, but <" + std::string{name} + ">.");
            open_.push_back({Owner::file, 0, false});
        } else {
            open_element(name);
        }
    }

    void open_element(std::string_view name) {
        if (name == "data") return open_data();
        if (name == "edge") return open_edge();
        if (name == "node") return open_node();
        if (name == "graph") return open_graph();
        if (name == "key") return open_key();
        if (name == "default" && key_) {
            taking_ = true;
            taken_.clear();
            return;
        }
        if (name == "hyperedge") foreign_.leave_out("a hyperedge, which joins more than two actors", place());
        if (name == "port") foreign_.leave_out("a port (its edges keep its name)", place());
        if (name == "desc" || name == "locator") foreign_.leave_out("<" + std::string{name} + ">", place());
        skipped_ = 1;
    }

    void open_key() {
        Key key;
        key.id = required("key", "id");
        const auto domain = attribute("for").value_or("all");
        key.of_nodes = domain == "node" || domain == "all";
        key.of_edges = domain == "edge" || domain == "all";
        key.drawing = attribute("yfiles.type").has_value();
        key.name = attribute("attr.name").value_or("");
        if (trimmed(key.name).empty()) key.name = key.id;
        key.type = type_named(attribute("attr.type").value_or("string"));
        if (!key_rows_.emplace(key.id, keys_.size()).second)
            fail("two keys have the id \"" + key.id + "\". Rename one.");
        rename_if_taken(key);
        key_ = keys_.size();
        keys_.push_back(std::move(key));
    }

    // Two keys of one name would hide each other.
    void rename_if_taken(Key& key) {
        const auto taken = [&](const std::string& name) {
            return (key.of_nodes && names_[0].contains(name)) || (key.of_edges && names_[1].contains(name));
        };
        key.name = trimmed(key.name);
        while (taken(key.name)) key.name += "_" + key.id;
        if (key.of_nodes) names_[0].insert(key.name);
        if (key.of_edges) names_[1].insert(key.name);
    }

    void open_graph() {
        const bool nested = open_.back().owner == Owner::node;
        if (!nested && ++graphs_ > 1) fail("a second graph. Keep each graph in a file of its own.");
        const auto given = attribute("edgedefault");
        if (given && *given != "directed" && *given != "undirected") {
            fail("edgedefault is \"" + std::string{*given} + "\"; it must be directed or undirected.");
        }
        open_.push_back({Owner::graph, nested ? open_.back().row : nowhere, given.value_or("directed") == "directed"});
    }

    [[nodiscard]] Open& graph_open(std::string_view what) {
        if (open_.back().owner != Owner::graph) fail("the " + std::string{what} + " does not stand in a graph.");
        return open_.back();
    }

    void open_node() {
        const std::size_t group = graph_open("node").row;
        const std::size_t row = foreign_.add_node(std::string{required("node", "id")}, place());
        open_.push_back({Owner::node, row, false});
        if (group != nowhere) parents_.emplace_back(row, group);
    }

    void open_edge() {
        bool directed = graph_open("edge").directed;
        if (const auto own = attribute("directed")) {
            if (*own != "true" && *own != "false" && *own != "1" && *own != "0") {
                fail("directed is \"" + std::string{*own} + "\"; it must be true or false.");
            }
            directed = *own == "true" || *own == "1";
        }
        const std::size_t row = foreign_.add_edge(std::string{required("edge", "source")},
                                                  std::string{required("edge", "target")}, directed, place());
        open_.push_back({Owner::edge, row, false});
        if (attribute_count() == 2) return;  // most edges say no more than their ends
        if (const auto id = attribute("id")) foreign_.put_edge_id(row, std::string{*id});
        for (const std::string_view port : {"sourceport", "targetport"}) {
            if (const auto name = attribute(port))
                foreign_.put_edge(row, foreign_.edge_column(port), std::string{*name});
        }
    }

    void open_data() {
        const std::string_view id = required("data", "key");
        if (last_key_ >= keys_.size() || keys_[last_key_].id != id) last_key_ = key_named(id);
        key_ = last_key_;
        in_data_ = true;
        taking_ = true;
        taken_.clear();
        label_.reset();
    }

    [[nodiscard]] std::size_t key_named(std::string_view id) const {
        const auto found = key_rows_.find(std::string{id});
        if (found != key_rows_.end()) return found->second;
        fail("no key \"" + std::string{id} + "\" is declared. Declare it or remove the data.");
    }

    // --- within data: yEd's drawings
    void open_in_data(std::string_view name) {
        ++data_depth_;
        taking_ = false;
        if ((name == "NodeLabel" || name == "EdgeLabel") && label_depth_ == 0) {
            label_depth_ = data_depth_;
            label_taken_.clear();
        }
        if (data_depth_ == 1) foreign_.leave_out("the drawing of a node or edge", place());
    }

    void close_in_data() {
        if (label_depth_ == data_depth_) {
            label_depth_ = 0;
            const std::string_view text = trimmed(label_taken_);
            if (!text.empty() && !label_) label_ = std::string{text};
        }
        --data_depth_;
        taking_ = data_depth_ == 0;
    }

    void text(std::string_view piece) override {
        if (skipped_ > 0) return;
        if (taking_) taken_ += piece;
        if (label_depth_ > 0 && label_depth_ == data_depth_) label_taken_ += piece;
    }

    void closed(std::string_view name) override {
        if (skipped_ > 0) {
            --skipped_;
        } else if (data_depth_ > 0) {
            close_in_data();
        } else if (in_data_) {
            close_data();
        } else if (name == "default") {
            keys_[*key_].fallback = std::move(taken_);
            taking_ = false;
        } else if (name == "key") {
            key_.reset();
        } else {
            open_.pop_back();
        }
    }

    void close_data() {
        Key& key = keys_[*key_];
        const Open owner = open_.back();
        in_data_ = false;
        taking_ = false;
        if (owner.owner == Owner::graph || owner.owner == Owner::file) {
            take_graph_data(key);
        } else if (label_ || key.drawing) {
            take_label(owner);
        } else {
            put(owner, key, std::move(taken_));
        }
        taken_.clear();
        key_.reset();
    }

    void take_graph_data(const Key& key) {
        if (key.name == rest_name && taken_.starts_with('{')) {
            rest_ = std::move(taken_);
        } else if (key.name == "name") {
            foreign_.set_name(std::move(taken_));
        } else {
            foreign_.leave_out("\"" + key.name + "\" of the graph itself", place());
        }
    }

    void take_label(const Open& owner) {
        if (label_) labels_[owner.owner == Owner::node ? 0 : 1].emplace_back(owner.row, std::move(*label_));
    }

    void put(const Open& owner, Key& key, std::string cell) {
        const std::size_t of = owner.owner == Owner::node ? 0 : 1;
        if (key.fallback) {
            key.said[of].resize(std::max(key.said[of].size(), owner.row + 1));
            key.said[of][owner.row] = true;
        }
        put(of, owner.row, key, std::move(cell));
    }

    void put(std::size_t of, std::size_t row, Key& key, std::string cell) {
        std::size_t& column = key.columns[of];
        if (column == nowhere) {
            column = of == 0 ? foreign_.node_column(key.name) : foreign_.edge_column(key.name);
            foreign_.declare(of == 0 ? Table::actors : Table::ties, key.name, key.type);
        }
        if (of == 0) {
            foreign_.put_node(row, column, std::move(cell));
        } else {
            foreign_.put_edge(row, column, std::move(cell));
        }
    }

    // --- when all is read
    void put_defaults() {
        const std::array<std::size_t, 2> rows{foreign_.node_count(), foreign_.edge_count()};
        for (Key& key : keys_) {
            if (!key.fallback || key.drawing) continue;
            for (const std::size_t of : {0U, 1U}) {
                if (of == 0 ? !key.of_nodes : !key.of_edges) continue;
                require_room(rows[of] * (sizeof(std::string) + key.fallback->size()));
                key.said[of].resize(rows[of]);
                for (std::size_t row = 0; row < rows[of]; ++row) {
                    if (!key.said[of][row]) put(of, row, key, *key.fallback);
                }
            }
        }
    }

    void require_room(std::size_t bytes) {
        if (bytes > room_)
            fail("the defaults of keys fill more than fifty times the file. Write values where they are.");
        room_ -= bytes;
    }

    void put_labels() {
        for (const std::size_t of : {0U, 1U}) {
            if (labels_[of].empty()) continue;
            const std::string_view name = names_[of].contains("label") ? "yed_label" : "label";
            const std::size_t column = of == 0 ? foreign_.node_column(name) : foreign_.edge_column(name);
            for (auto& [row, label] : labels_[of]) {
                if (of == 0) {
                    foreign_.put_node(row, column, std::move(label));
                } else {
                    foreign_.put_edge(row, column, std::move(label));
                }
            }
        }
    }

    void put_parents() {
        if (parents_.empty()) return;
        const std::size_t column = foreign_.node_column(names_[0].contains("parent") ? "graphml_parent" : "parent");
        for (const auto& [row, group] : parents_) {
            foreign_.put_node(row, column, std::string{foreign_.node_id(group)});
        }
    }

    Draft finish() {
        put_defaults();
        put_labels();
        put_parents();
        if (rest_.empty()) return std::move(foreign_).draft();
        return std::move(foreign_).draft_with(read_json(rest_, path() + ", coopnet"));
    }

    detail::Foreign foreign_;
    std::vector<Open> open_;
    std::vector<Key> keys_;
    std::unordered_map<std::string, std::size_t> key_rows_;
    std::array<std::set<std::string>, 2> names_;                              // of nodes, of edges
    std::array<std::vector<std::pair<std::size_t, std::string>>, 2> labels_;  // yEd's, likewise
    std::vector<std::pair<std::size_t, std::size_t>> parents_;                // node, its group
    std::string rest_;
    std::size_t graphs_ = 0;
    std::size_t room_ = 0;
    // Where the reading is: in which key, within data at which depth, in what is skipped.
    std::optional<std::size_t> key_;
    std::size_t last_key_ = nowhere;  // most often the next one
    bool in_data_ = false;
    bool taking_ = false;
    std::size_t data_depth_ = 0;
    std::size_t label_depth_ = 0;
    std::size_t skipped_ = 0;
    std::string taken_;
    std::string label_taken_;
    std::optional<std::string> label_;
};

// --- writing ----------------------------------------------------------------------

std::string key_type(const std::string& type) {
    if (type == "number") return "double";
    if (type == "integer") return "long";
    return type == "boolean" ? "boolean" : "string";
}

class GraphmlWriter {
public:
    explicit GraphmlWriter(const Network& network)
        : network_{network},
          node_columns_{detail::node_columns(network)},
          edge_columns_{detail::edge_columns(network)},
          relations_{detail::names_in_files(network)},
          directed_{detail::is_directed(network)} {}

    Written write() {
        written_.text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        write_keys();
        raw(directed_ ? " <graph edgedefault=\"directed\">\n" : " <graph edgedefault=\"undirected\">\n");
        datum(rest_name, detail::rest_of(network_.draft()));
        for (std::size_t row = 0; row < network_.actors().size(); ++row) write_node(row);
        for (std::size_t row = 0; row < network_.ties().size(); ++row) write_edge(row);
        raw(" </graph>\n</graphml>\n");
        if (dropped_ > 0) {
            written_.losses.push_back("GraphML carries no control characters: " + std::to_string(dropped_) +
                                      " are lost.");
        }
        return std::move(written_);
    }

private:
    [[nodiscard]] bool is_directed(const Tie& tie) const { return network_.vocabulary()[tie.relation].directed; }

    void raw(std::string_view text) { written_.text += text; }
    void escaped(std::string_view text) { detail::append_xml(written_.text, text, dropped_); }

    void attribute(std::string_view name, std::string_view value) {
        raw(" ");
        raw(name);
        raw("=\"");
        escaped(value);
        raw("\"");
    }

    void write_key(std::string_view id, std::string_view domain, std::string_view name, std::string_view type) {
        raw(" <key");
        attribute("id", id);
        attribute("for", domain);
        attribute("attr.name", name);
        attribute("attr.type", type);
        raw("/>\n");
    }

    void write_keys() {
        write_key(rest_name, "graph", rest_name, "string");
        for (std::size_t i = 0; i < node_columns_.size(); ++i) {
            write_key("n" + std::to_string(i), "node", node_columns_[i].name, key_type(node_columns_[i].type));
        }
        write_key("relation", "edge", "relation", "string");
        for (std::size_t i = 0; i < edge_columns_.size(); ++i) {
            write_key("e" + std::to_string(i), "edge", edge_columns_[i].name, key_type(edge_columns_[i].type));
        }
    }

    void datum(std::string_view key, std::string_view value) {
        raw("   <data");
        attribute("key", key);
        raw(">");
        escaped(value);
        raw("</data>\n");
    }

    void cells(char prefix, const std::vector<detail::NamedColumn>& columns, const Sheet& sheet, std::size_t row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string& cell = sheet.columns[columns[i].column][row];
            if (!cell.empty()) datum(prefix + std::to_string(i), cell);
        }
    }

    void write_node(std::size_t row) {
        raw("  <node");
        attribute("id", network_.actors()[row].id);
        raw(">\n");
        cells('n', node_columns_, network_.draft().actors, row);
        raw("  </node>\n");
    }

    void write_edge(std::size_t row) {
        const Tie& tie = network_.ties()[row];
        raw("  <edge");
        attribute("id", network_.draft().ties.cell(row, "id"));
        attribute("source", network_[tie.source].id);
        attribute("target", network_[tie.target].id);
        if (directed_ && !is_directed(tie)) attribute("directed", "false");
        raw(">\n");
        datum("relation", relations_[index(tie.relation)]);
        cells('e', edge_columns_, network_.draft().ties, row);
        raw("  </edge>\n");
    }

    const Network& network_;
    std::vector<detail::NamedColumn> node_columns_;
    std::vector<detail::NamedColumn> edge_columns_;
    std::vector<std::string> relations_;
    bool directed_;
    Written written_;
    std::size_t dropped_ = 0;
};

}  // namespace

Draft read_graphml(std::string_view bytes, const std::string& path) {
    return GraphmlReader{path}.read(bytes);
}

Written write_graphml(const Network& network) {
    return GraphmlWriter{network}.write();
}

}  // namespace coopnet::io
