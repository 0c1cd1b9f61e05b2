#include <coopnet/core/period.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/graph_writer.hpp>
#include <coopnet/io/detail/xml.hpp>
#include <coopnet/io/gexf.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace coopnet::io {
namespace {

constexpr std::string_view creator = "coopnet";

std::string text_of_day(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const auto padded = [](auto number, std::size_t width) {
        const std::string digits = std::to_string(number);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

// --- reading ----------------------------------------------------------------------

std::string type_named(std::string_view type) {
    if (type == "boolean") return "boolean";
    if (type == "integer" || type == "long" || type == "short" || type == "byte" || type == "biginteger") {
        return "integer";
    }
    if (type == "float" || type == "double" || type == "bigdecimal") return "number";
    return "string";
}

struct Attribute {
    std::string name;
    std::string type;
    std::optional<std::string> fallback;
    std::vector<bool> said;  // by row
};

// The two ends as the file has them; one that does not include its day is marked.
struct Spell {
    std::string start;
    std::string end;
    bool start_open = false;
    bool end_open = false;

    [[nodiscard]] bool empty() const { return start.empty() && end.empty(); }
    friend bool operator==(const Spell&, const Spell&) = default;
};

struct Edge {
    std::string id;
    std::string source;
    std::string target;
    bool directed = false;
    detail::Place place;
    std::map<std::string, std::string> cells;  // by attribute
    std::vector<Spell> spells;
};

class GexfReader : public detail::XmlReader {
public:
    explicit GexfReader(const std::string& path) : XmlReader{path}, foreign_{path, "gexf"} {}

    Draft read(std::string_view bytes) {
        room_ = (64U << 20U) + 50 * bytes.size();
        parse(bytes);
        if (!in_graph_) fail("there is no graph in this file.");
        for (const auto& [row, parent] : parents_) {
            foreign_.put_node(row, foreign_.node_column(names_[0].contains("parent") ? "gexf_parent" : "parent"),
                              parent);
        }
        for (const unsigned of : {0U, 1U}) {
            for (const auto& [id, attribute] : attributes_[of]) {
                if (used_[of].contains(attribute.name)) {
                    foreign_.declare(of == 0 ? Table::actors : Table::ties, attribute_named(of, attribute.name),
                                     attribute.type);
                }
            }
        }
        return std::move(foreign_).draft();
    }

private:
    void opened(std::string_view name) override {
        if (skipped_ > 0) {
            ++skipped_;
        } else if (!root_) {
            if (name != "gexf") fail("this is not GEXF, but <" + std::string{name} + ">.");
            root_ = true;
        } else if (name == "creator" || name == "default" || name == "description") {
            taking_ = true;
            taken_.clear();
        } else if (name == "graph") {
            open_graph();
        } else if (name == "attributes") {
            open_attributes();
        } else if (name == "attribute" && domain_) {
            open_attribute();
        } else if (name == "node") {
            open_node();
        } else if (name == "edge") {
            open_edge();
        } else if (name == "attvalue") {
            open_value();
        } else if (name == "spell" || name == "slice") {
            open_spell();
        } else if (name == "parent" && !nodes_.empty()) {
            parents_.emplace_back(nodes_.back(), required("parent", "for"));
        } else if (!passes(name)) {
            if (in_graph_) foreign_.leave_out("<" + std::string{name} + ">", place());
            skipped_ = 1;
        }
    }

    static bool passes(std::string_view name) {
        constexpr std::array<std::string_view, 8> containers{"meta",   "nodes",  "edges",   "attvalues",
                                                             "spells", "slices", "parents", "gexf"};
        return std::ranges::find(containers, name) != containers.end();
    }

    void open_graph() {
        if (in_graph_) fail("a second graph. Keep each graph in a file of its own.");
        in_graph_ = true;
        edges_directed_ = attribute("defaultedgetype").value_or("undirected") == "directed";
    }

    void open_attributes() { domain_ = required("attributes", "class") == "edge" ? 1U : 0U; }

    void open_attribute() {
        Attribute made;
        made.name = trimmed(attribute("title").value_or(""));
        made.type = type_named(attribute("type").value_or("string"));
        const std::string id{required("attribute", "id")};
        if (made.name.empty()) made.name = id;
        while (!names_[*domain_].insert(made.name).second) made.name += "_" + id;
        last_ = &attributes_[*domain_][id];
        *last_ = std::move(made);
    }

    void open_node() {
        const std::size_t row = foreign_.add_node(std::string{required("node", "id")}, place());
        if (const auto label = attribute("label"))
            foreign_.put_node(row, foreign_.node_column("label"), std::string{*label});
        const auto parent = attribute("pid");
        if (parent && *parent != "0") parents_.emplace_back(row, std::string{*parent});
        if (!parent && !nodes_.empty()) parents_.emplace_back(row, std::string{foreign_.node_id(nodes_.back())});
        nodes_.push_back(row);
        if (const Spell spell = spell_here(); !spell.empty()) put_node_spell(spell);
    }

    void open_edge() {
        edge_.emplace();
        edge_->id = attribute("id").value_or("");
        edge_->source = required("edge", "source");
        edge_->target = required("edge", "target");
        edge_->place = place();
        const auto type = attribute("type");
        edge_->directed = type ? *type == "directed" : edges_directed_;
        for (const std::string_view name : {"label", "weight"}) {
            if (const auto value = attribute(name)) edge_->cells[std::string{name}] = *value;
        }
        if (const auto kind = attribute("kind"); kind && !kind->empty()) edge_->cells["relation"] = *kind;
        if (const Spell spell = spell_here(); !spell.empty()) edge_->spells.push_back(spell);
    }

    [[nodiscard]] Spell spell_here() const {
        const auto one = [&](std::string_view closed, std::string_view open) {
            if (const auto value = attribute(closed)) return std::pair{std::string{*value}, false};
            const auto value = attribute(open);
            return std::pair{std::string{value.value_or("")}, value.has_value()};
        };
        const auto [start, start_open] = one("start", "startopen");
        const auto [end, end_open] = one("end", "endopen");
        return {start, end, start_open, end_open};
    }

    void open_spell() {
        const Spell spell = spell_here();
        if (!edge_ && !nodes_.empty()) return put_node_spell(spell);
        if (!edge_) return;
        if (std::ranges::find(edge_->spells, spell) == edge_->spells.end()) {
            edge_->spells.push_back(spell);
        } else {
            foreign_.leave_out("a spell that is there already", place());
        }
    }

    void put_node_spell(const Spell& spell) {
        const std::size_t column = foreign_.node_column(names_[0].contains("spells") ? "gexf_spells" : "spells");
        std::string& cell = node_spells_[nodes_.back()];
        cell += (cell.empty() ? "" : ";") + spell.start + "/" + (spell.end.empty() ? ".." : spell.end);
        foreign_.put_node(nodes_.back(), column, cell);
    }

    void open_value() {
        if (!edge_ && nodes_.empty()) fail("an attvalue that belongs to no node or edge.");
        const unsigned of = edge_ ? 1 : 0;
        auto id = attribute("for");
        if (!id) id = attribute("id");  // as 1.0 had it
        const auto found = id ? attributes_[of].find(std::string{*id}) : attributes_[of].end();
        if (found == attributes_[of].end()) {
            fail("no attribute \"" + std::string{id.value_or("")} + "\" is declared. Declare it or remove the value.");
        }
        std::string value{required("attvalue", "value")};
        Attribute& here = found->second;
        const Spell spell = spell_here();
        if (!spell.empty()) {
            value += " [" + spell.start + "," + spell.end + "]";
            here.type = "string";
        }
        const std::size_t row = edge_ ? foreign_.edge_count() : nodes_.back();
        here.said.resize(std::max(here.said.size(), row + 1));
        const bool again = here.said[row];
        here.said[row] = true;
        put(of, here.name, std::move(value), again);
    }

    // A value that is there already stays before the new one.
    void put(unsigned of, const std::string& name, std::string value, bool again) {
        used_[of].insert(name);
        if (of == 1) {
            std::string& cell = edge_->cells[attribute_named(of, name)];
            cell = again ? cell + ";" + value : value;
            return;
        }
        const std::size_t column = foreign_.node_column(attribute_named(of, name));
        if (again) value = std::string{foreign_.node_cell(nodes_.back(), column)} + ";" + value;
        foreign_.put_node(nodes_.back(), column, std::move(value));
    }

    // Beside the label and weight that nodes and edges have of themselves.
    static std::string attribute_named(unsigned of, const std::string& name) {
        const bool taken = name == "label" || (of == 1 && name == "weight");
        return (taken ? std::string{detail::column_mark} : "") + name;
    }

    void text(std::string_view piece) override {
        if (taking_ && skipped_ == 0) taken_ += piece;
    }

    void closed(std::string_view name) override {
        if (skipped_ > 0) {
            --skipped_;
        } else if (name == "creator") {
            ours_ = taken_ == creator;
            taking_ = false;
        } else if (name == "description") {
            if (ours_) foreign_.set_name(std::move(taken_));
            taking_ = false;
        } else if (name == "default") {
            if (last_ != nullptr) last_->fallback = std::move(taken_);
            taking_ = false;
        } else if (name == "attributes") {
            domain_.reset();
        } else if (name == "node" && !nodes_.empty()) {
            put_defaults(0, nodes_.back());
            nodes_.pop_back();
        } else if (name == "edge" && edge_) {
            put_defaults(1, foreign_.edge_count());
            close_edge();
        }
    }

    void put_defaults(unsigned of, std::size_t row) {
        for (auto& [id, attribute] : attributes_[of]) {
            if (!attribute.fallback || (row < attribute.said.size() && attribute.said[row])) continue;
            const std::size_t bytes = sizeof(std::string) + attribute.fallback->size();
            if (bytes > room_) fail("the defaults of attributes fill more than fifty times the file. Write values.");
            room_ -= bytes;
            put(of, attribute.name, *attribute.fallback, false);
        }
    }

    // Two spells of one edge are two ties.
    void close_edge() {
        if (edge_->spells.empty()) edge_->spells.emplace_back();
        for (std::size_t i = 0; i < edge_->spells.size(); ++i) {
            const std::size_t row = foreign_.add_edge(edge_->source, edge_->target, edge_->directed, edge_->place);
            if (!edge_->id.empty()) foreign_.put_edge_id(row, edge_->id + (i == 0 ? "" : "-" + std::to_string(i + 1)));
            for (const auto& [name, value] : edge_->cells) foreign_.put_edge(row, foreign_.edge_column(name), value);
            put_period(row, edge_->spells[i]);
        }
        edge_.reset();
    }

    // What is no day stays under the file's own names; a text of ours says more than the days beside it.
    void put_period(std::size_t row, const Spell& spell) {
        if (spell.empty()) return;
        const auto since = day_of(spell.start, spell.start_open, 1);
        const auto until = day_of(spell.end, spell.end_open, -1);
        if (!since || !until) {
            foreign_.put_edge(row, foreign_.edge_column("start"), spell.start);
            foreign_.put_edge(row, foreign_.edge_column("end"), spell.end);
            return;
        }
        if (!edge_->cells.contains("since")) foreign_.put_edge(row, foreign_.edge_column("since"), *since);
        if (edge_->cells.contains("until")) return;
        foreign_.put_edge(row, foreign_.edge_column("until"), until->empty() && !ours_ ? ".." : *until);
    }

    // The text of a date, moved to the day before or after where the end is open; nothing if it is none.
    std::optional<std::string> day_of(std::string text, bool open, int step) {
        if (text.size() > 10 && text[10] == 'T') {
            foreign_.leave_out("a time of day", place());
            text.resize(10);
        }
        if (text == "-INF" || text == "INF" || text == "Infinity" || text == "-Infinity") text.clear();
        if (text.empty()) return text;
        const auto date = parse_date(text);
        if (!date) return std::nullopt;
        return open ? text_of_day((step > 0 ? date->latest : date->earliest) + step) : text;
    }

    detail::Foreign foreign_;
    std::array<std::unordered_map<std::string, Attribute>, 2> attributes_;  // of nodes, of edges
    std::array<std::set<std::string>, 2> names_;
    std::array<std::set<std::string>, 2> used_;
    std::vector<std::pair<std::size_t, std::string>> parents_;
    std::unordered_map<std::size_t, std::string> node_spells_;
    std::size_t room_ = 0;
    bool ours_ = false;
    // Where the reading is.
    bool root_ = false;
    bool in_graph_ = false;
    bool edges_directed_ = false;
    std::optional<unsigned> domain_;
    Attribute* last_ = nullptr;
    std::vector<std::size_t> nodes_;  // that are open, the inmost last
    std::optional<Edge> edge_;
    std::size_t skipped_ = 0;
    bool taking_ = false;
    std::string taken_;
};

// --- writing ----------------------------------------------------------------------

std::string_view type_in_file(std::string_view type) {
    if (type == "number") return "double";
    if (type == "integer") return "long";
    return type == "boolean" ? "boolean" : "string";
}

class GexfWriter : detail::GraphWriter {
public:
    using GraphWriter::GraphWriter;

    Written write() {
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n");
        raw(" <meta><creator>coopnet</creator><description>");
        detail::append_xml(written_.text, network_.about().name, dropped_);
        raw("</description></meta>\n");
        raw(" <graph");
        if (any_period()) raw(" mode=\"dynamic\" timeformat=\"date\"");
        attribute("defaultedgetype", directed_ ? "directed" : "undirected");
        raw(">\n");
        write_attributes("node", node_columns_);
        write_attributes("edge", edge_columns_);
        raw("  <nodes>\n");
        for (std::size_t row = 0; row < network_.actors().size(); ++row) write_node(row);
        raw("  </nodes>\n  <edges>\n");
        for (std::size_t row = 0; row < network_.ties().size(); ++row) write_edge(row);
        raw("  </edges>\n </graph>\n</gexf>\n");
        written_.losses = detail::beyond_nodes_and_edges(network_, "GEXF");
        if (dropped_ > 0) {
            written_.losses.push_back("GEXF carries no control characters: " + std::to_string(dropped_) + " are lost.");
        }
        return std::move(written_);
    }

private:
    void attribute(std::string_view name, std::string_view value) {
        raw(" ");
        raw(name);
        raw("=\"");
        detail::append_xml(written_.text, value, dropped_);
        raw("\"");
    }

    [[nodiscard]] bool any_period() const {
        return std::ranges::any_of(network_.ties(), [](const Tie& tie) { return tie.period != Period{}; });
    }

    static bool apart(const detail::NamedColumn& column) { return column.name == "label" || column.name == "weight"; }

    void write_attributes(std::string_view domain, const std::vector<detail::NamedColumn>& columns) {
        raw("  <attributes");
        attribute("class", domain);
        raw(">\n");
        for (const auto& column : columns) {
            if (apart(column)) continue;
            raw("   <attribute");
            attribute("id", std::to_string(column.column));
            attribute("title", column.name);
            attribute("type", type_in_file(column.type));
            raw("/>\n");
        }
        raw("  </attributes>\n");
    }

    void values(const std::vector<detail::NamedColumn>& columns, const Sheet& sheet, std::size_t row) {
        raw("><attvalues>");
        for (const auto& column : columns) {
            const std::string& cell = sheet.columns[column.column][row];
            if (cell.empty() || apart(column) || is_day_written(column.name, cell)) continue;
            raw("<attvalue");
            attribute("for", std::to_string(column.column));
            attribute("value", cell);
            raw("/>");
        }
        raw("</attvalues>");
    }

    // A whole date stands in start and end already.
    bool is_day_written(std::string_view name, std::string_view cell) const {
        return in_edge_ && (name == "since" || name == "until") && cell.size() == 10;
    }

    void shown(const std::vector<detail::NamedColumn>& columns, const Sheet& sheet, std::size_t row) {
        for (const auto& column : columns) {
            const std::string& cell = sheet.columns[column.column][row];
            if (apart(column) && !cell.empty()) attribute(column.name, cell);
        }
    }

    void write_node(std::size_t row) {
        raw("   <node");
        attribute("id", network_.actors()[row].id);
        shown(node_columns_, network_.draft().actors, row);
        values(node_columns_, network_.draft().actors, row);
        raw("</node>\n");
    }

    void write_edge(std::size_t row) {
        const Tie& tie = network_.ties()[row];
        in_edge_ = true;
        raw("   <edge");
        attribute("id", network_.draft().ties.cell(row, "id"));
        attribute("source", network_[tie.source].id);
        attribute("target", network_[tie.target].id);
        if (directed_ && !network_.vocabulary()[tie.relation].directed) attribute("type", "undirected");
        if (named_) attribute("kind", relations_[index(tie.relation)]);
        shown(edge_columns_, network_.draft().ties, row);
        if (is_day(tie.period.since.earliest)) attribute("start", text_of_day(tie.period.since.earliest));
        if (is_day(tie.period.until.latest)) attribute("end", text_of_day(tie.period.until.latest));
        values(edge_columns_, network_.draft().ties, row);
        raw("</edge>\n");
        in_edge_ = false;
    }

    static bool is_day(Day day) { return day != first_day && day != last_day; }

    bool in_edge_ = false;
    std::size_t dropped_ = 0;
};

}  // namespace

Draft read_gexf(std::string_view bytes, const std::string& path) {
    return GexfReader{path}.read(bytes);
}

Written write_gexf(const Network& network) {
    return GexfWriter{network}.write();
}

}  // namespace coopnet::io
