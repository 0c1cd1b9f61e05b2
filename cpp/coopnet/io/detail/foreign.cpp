#include <coopnet/core/number.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/misfits.hpp>
#include <coopnet/io/detail/rest.hpp>
#include <coopnet/io/detail/two_mode.hpp>
#include <coopnet/io/vocabulary.hpp>

#include <algorithm>
#include <initializer_list>
#include <unordered_set>
#include <utility>

namespace coopnet::io::detail {
namespace {

bool is_number_or_empty(const std::string& cell) {
    return cell.empty() || read_number(cell);
}

bool is_nan(const std::string& cell) {
    return cell == "NaN" || cell == "nan" || cell == "NAN";
}

// The file's own label or weight becomes the first of these columns that is not there yet.
void rename(Sheet& sheet, std::string_view name, std::initializer_list<std::string> choices) {
    const auto found = std::ranges::find(sheet.header, std::string{own_mark} + std::string{name});
    if (found == sheet.header.end()) return;
    for (const std::string& choice : choices) {
        if (sheet.column(choice) != nullptr) continue;
        *found = choice;
        return;
    }
}

void drop(Sheet& sheet, std::string_view name) {
    const auto found = std::ranges::find(sheet.header, name);
    if (found == sheet.header.end()) return;
    sheet.columns.erase(sheet.columns.begin() + (found - sheet.header.begin()));
    sheet.header.erase(found);
}

bool is_number_type(std::string_view type) {
    return type == "number" || type == "integer";
}

// A type that was settled need not be read through again.
bool are_numbers(const Sheet& sheet, const std::string& column, const std::map<std::string, std::string>& types) {
    const auto type = types.find(column);
    if (type != types.end() && is_number_type(type->second)) return true;
    const auto* cells = sheet.column(column);
    return cells != nullptr && std::ranges::all_of(*cells, is_number_or_empty);
}

bool all_differ(const std::vector<std::string>& ids, std::size_t rows) {
    const std::unordered_set<std::string_view> seen{ids.begin(), ids.end()};
    return ids.size() == rows && seen.size() == rows && !seen.contains("");
}

// NaN is how a file says that a number is missing; a column with any other word in it is text.
void settle_type(Sheet& sheet, const std::string& name, std::string& type) {
    const auto found = std::ranges::find(sheet.header, name);
    if (found == sheet.header.end() || !is_number_type(type)) return;
    auto& cells = sheet.columns[static_cast<std::size_t>(found - sheet.header.begin())];
    for (std::string& cell : cells) {
        if (is_nan(cell)) cell.clear();
    }
    if (!std::ranges::all_of(cells, is_number_or_empty)) type = "string";
}

}  // namespace

Foreign::Foreign(std::string path, std::string format)
    : path_{std::move(path)}, format_{std::move(format)}, nodes_{path_, "nodes"}, edges_{path_, "edges"} {
    nodes_.column("id");
    edges_.column("source");
    edges_.column("target");
}

std::size_t Foreign::add_node(std::string id, Place place) {
    if (id.empty()) throw located(path_, place, "a node without an id. Give it one.");
    const auto [row, fresh] = node_rows_.add(id, node_count(), nodes_.cells(0));
    if (!fresh) {
        throw located(path_, place,
                      "the node \"" + id + "\" stands in line " + std::to_string(node_places_[row].line) +
                          " already. Give each node an id of its own.");
    }
    nodes_.put(row, 0, std::move(id));
    node_places_.push_back(place);
    return row;
}

std::size_t Foreign::add_edge(std::string source, std::string target, bool directed, Place place) {
    const std::size_t row = edge_count();
    edges_.put(row, 0, std::move(source));
    edges_.put(row, 1, std::move(target));
    edge_places_.push_back(place);
    directed_.push_back(directed);
    return row;
}

void Foreign::put_edge_id(std::size_t edge, std::string id) {
    edge_ids_.resize(edge + 1);
    edge_ids_[edge] = std::move(id);
}

std::size_t Foreign::node_column(std::string_view attribute) {
    return nodes_.column(column_for(attribute, false, format_));
}

std::size_t Foreign::edge_column(std::string_view attribute) {
    return edges_.column(column_for(attribute, true, format_));
}

void Foreign::declare(Table table, std::string_view attribute, std::string_view type) {
    types_[std::string{table_name(table)}][column_for(attribute, table == Table::ties, format_)] = type;
}

void Foreign::leave_out(const std::string& what, Place place) {
    ++left_out_.try_emplace(what, place, 0).first->second.second;
}

// What the builder finds wrong with a row is then told with its line in the file.
void Foreign::say_lines(Sheet& sheet, const std::vector<Place>& places) const {
    if (places.empty() || places.front().line == 0) return;  // the format does not tell
    sheet.file = path_;
    sheet.lines.reserve(places.size() + 1);
    sheet.lines.push_back(1);
    for (const Place place : places) sheet.lines.push_back(place.line);
}

std::vector<Problem> Foreign::notes() const {
    std::vector<Problem> notes;
    for (const auto& [what, met] : left_out_) {
        const auto& [place, count] = met;
        const std::string times = count == 1 ? "" : " (" + std::to_string(count) + " times)";
        notes.push_back({path_, place.line, "", what + ": left out" + times + "."});
    }
    return notes;
}

Draft Foreign::draft() && {
    Draft draft = taken();
    set_misfits_aside(draft, format_);
    settle_directions(draft, directed_);
    return draft;
}

Draft Foreign::taken() {
    const std::size_t edges = edge_count();
    if (std::ranges::any_of(edge_ids_, [](const std::string& id) { return !id.empty(); })) {
        const std::size_t column = edges_.column(all_differ(edge_ids_, edges) ? "id" : "key");
        for (std::size_t row = 0; row < edge_ids_.size(); ++row) edges_.put(row, column, std::move(edge_ids_[row]));
    }
    Draft draft;
    draft.about.name = std::move(name_);
    draft.notes = notes();
    draft.actors = std::move(nodes_).sheet(node_count());
    draft.ties = std::move(edges_).sheet(edges);
    say_lines(draft.actors, node_places_);
    say_lines(draft.ties, edge_places_);
    for (const Table table : {Table::actors, Table::ties}) {
        for (auto& [column, type] : types_[std::string{table_name(table)}]) {
            settle_type(draft.sheet(table), column, type);
        }
    }
    const bool weighs = are_numbers(draft.ties, std::string{own_mark} + "weight", types_["ties"]);
    draft.about.types = std::move(types_);
    rename(draft.actors, "label", {"name", "label", format_ + "_label"});
    const std::string weight = weighs ? "strength" : "weight";
    rename(draft.ties, "weight", {weight, "weight", format_ + "_weight"});
    draft.vocabulary = stock_vocabulary();
    return draft;
}

Draft Foreign::draft_with(Draft rest) && {
    Draft read = taken();
    settle_directions(read, directed_);
    if (read.ties.column("id") == nullptr) drop(rest.ties, "id");  // another program wrote it again, without
    fill(rest.actors, std::move(read.actors));
    fill(rest.ties, std::move(read.ties));
    rest.notes = std::move(read.notes);
    return rest;
}

// --- writing ----------------------------------------------------------------------

namespace {

// The words that reading nodes and edges alone would come to.
Vocabulary words_met(const Network& network, bool two_mode) {
    Vocabulary words = stock_vocabulary();
    for (const Actor& actor : network.actors()) {
        if (!actor.kind) continue;
        const std::string& id = network.vocabulary()[*actor.kind].id;
        if (!words.kind(id)) words.kinds.push_back({id, {}, {}, {}, {}});
    }
    Draft met;
    met.vocabulary = std::move(words);
    if (const auto* kinds = network.draft().actors.column("kind")) met.actors.ensure("kind") = *kinds;
    auto& names = met.ties.ensure("relation");
    std::vector<bool> directed;
    const auto in_file = names_in_files(network);
    for (const Tie& tie : network.ties()) {
        names.push_back(in_file[index(tie.relation)]);
        directed.push_back(network.vocabulary()[tie.relation].directed);
    }
    free_ends(met);
    settle_directions(met, directed);
    if (two_mode) make_affiliations(met);
    return std::move(met.vocabulary);
}

std::string additions_in_any_order(Vocabulary words) {
    std::ranges::sort(words.relations, {}, &Relation::id);
    return write_additions(words);
}

bool only_ids(const Sheet& sheet) {
    for (std::size_t c = 0; c < sheet.header.size(); ++c) {
        const bool filled =
            std::ranges::any_of(sheet.columns[c], [](const std::string& cell) { return !cell.empty(); });
        if (filled && sheet.header[c] != "id") return false;
    }
    return true;
}

bool plain_types(const About& about) {
    for (const Table table : {Table::actors, Table::ties}) {
        const auto of_table = about.types.find(std::string{table_name(table)});
        if (of_table == about.types.end()) continue;
        for (const auto& [column, type] : of_table->second) {
            if (type != "number" && type != "integer" && type != "boolean" && type != "string") return false;
        }
    }
    return true;
}

}  // namespace

std::vector<std::string> beyond_nodes_and_edges(const Network& network, const std::string& format, bool two_mode) {
    const Draft& draft = network.draft();
    const About& about = draft.about;
    std::vector<std::string> losses;
    const auto lose = [&](bool lost, const std::string& what) {
        if (lost) losses.push_back(format + " carries no " + what + ".");
    };
    lose(!only_ids(draft.sources), "facts of sources, only their ids");
    lose(draft.figures.rows() > 0, "figures");
    lose(additions_in_any_order(words_met(network, two_mode)) != additions_in_any_order(network.vocabulary()),
         "words: layers, labels and styles of kinds and relations that the stock vocabulary does not have");
    lose(!about.title.empty() || !about.version.empty() || !about.license.empty() || !about.grading.empty() ||
             !about.package.empty(),
         "title, version, license or other facts of the network as a whole");
    lose(!plain_types(about), "types of columns but numbers, truth values and text");
    lose(!draft.playbook.empty(), "playbook");
    lose(!draft.report.empty(), "report");
    return losses;
}

}  // namespace coopnet::io::detail
