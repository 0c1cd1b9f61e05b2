#pragma once

#include <coopnet/core/key_rows.hpp>
#include <coopnet/io/detail/gather.hpp>
#include <coopnet/io/detail/place.hpp>
#include <coopnet/model/network.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::io::detail {

/// A graph as other programs' files have it, on its way to a draft.
///
/// Nodes become actors and edges ties; attributes become columns. A node's `label` is the actor's `name`, an edge's
/// `weight` the tie's `strength` where all are numbers. Ids of edges are ids of ties where each has one of its own,
/// else their `key`. Relations take the directions of the edges. `format` goes before names that would hide an end, and
/// before those of columns that hold something else than ours.
class Foreign {
public:
    Foreign(std::string path, std::string format);

    /// Throws ParseError for an id that is there already, or that is empty.
    std::size_t add_node(std::string id, Place place);
    std::size_t add_edge(std::string source, std::string target, bool directed, Place place);
    [[nodiscard]] std::size_t node_count() const noexcept { return node_places_.size(); }
    [[nodiscard]] std::size_t edge_count() const noexcept { return edge_places_.size(); }
    [[nodiscard]] bool has_node(std::string_view id) const { return node_rows_.find(id, nodes_.cells(0)).has_value(); }
    [[nodiscard]] std::string_view node_id(std::size_t node) const noexcept { return nodes_.cell(node, 0); }
    [[nodiscard]] std::string_view node_cell(std::size_t node, std::size_t column) const noexcept {
        return nodes_.cell(node, column);
    }

    void put_edge_id(std::size_t edge, std::string id);
    /// The columns that attributes of these names fill.
    std::size_t node_column(std::string_view attribute);
    std::size_t edge_column(std::string_view attribute);
    void put_node(std::size_t node, std::size_t column, std::string cell) { nodes_.put(node, column, std::move(cell)); }
    void put_edge(std::size_t edge, std::size_t column, std::string cell) { edges_.put(edge, column, std::move(cell)); }
    /// What the file declares of a column: "number", "integer", "boolean" or "string".
    void declare(Table table, std::string_view attribute, std::string_view type);

    void set_name(std::string name) { name_ = std::move(name); }
    /// Something that a network does not hold; told once, with its first place.
    void leave_out(const std::string& what, Place place);

    /// Its sheets say the lines of nodes and edges; that an edge's ends are nodes is left to the builder.
    [[nodiscard]] Draft draft() &&;
    /// The same with what a file of ours says beside nodes and edges.
    [[nodiscard]] Draft draft_with(Draft rest) &&;

private:
    Draft taken();
    void say_lines(Sheet& sheet, const std::vector<Place>& places) const;
    [[nodiscard]] std::vector<Problem> notes() const;

    std::string path_;
    std::string format_;
    std::string name_;
    Gather nodes_;
    Gather edges_;
    KeyRows node_rows_;
    std::vector<Place> node_places_;
    std::vector<Place> edge_places_;
    std::vector<bool> directed_;
    std::vector<std::string> edge_ids_;
    std::map<std::string, std::map<std::string, std::string>> types_;
    std::map<std::string, std::pair<Place, std::size_t>> left_out_;
};

/// What of a network is neither a node nor an edge nor an attribute of one, as losses of a format of this name. One
/// that is `two_mode` tells that all ties are affiliations.
std::vector<std::string> beyond_nodes_and_edges(const Network& network, const std::string& format,
                                                bool two_mode = false);

}  // namespace coopnet::io::detail
