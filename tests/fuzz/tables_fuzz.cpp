// Any cells as tables, and a question about them: the first eight bytes ask, the rest is ties,
// actors, sources and figures, cells between tabs, rows between line ends, tables between `~`.
#include "support.hpp"

#include <coopnet/view/freeze.hpp>

#include <array>
#include <vector>

namespace {

using namespace coopnet;

constexpr std::size_t question_size = 8;

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(mark);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

Sheet sheet_of(std::string_view text) {
    Sheet sheet;
    if (text.empty()) return sheet;
    const auto lines = split(text, '\n');
    for (const std::string_view name : split(lines.front(), '\t')) {
        sheet.header.emplace_back(name);
        sheet.columns.emplace_back();
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto cells = split(lines[i], '\t');
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            sheet.columns[c].emplace_back(c < cells.size() ? cells[c] : std::string_view{});
        }
    }
    return sheet;
}

Projection question_of(const std::uint8_t* byte) {
    constexpr std::array weights{"strength", "reliability", "delay_days", "capacity", "size"};
    constexpr std::array spans{"2022", "2022-08", "2021-02/2022-08", "2022-08-15", "nonsense"};
    Projection asked;
    if (byte[0] % 3 == 1) asked.layers = {{std::string{"cooperation"}}};
    if (byte[0] % 3 == 2) asked.kinds = {{std::string{"police"}, std::nullopt}};
    if (byte[1] % 2 == 1) asked.during = spans[byte[1] / 2U % spans.size()];
    asked.dates = byte[1] >= 128 ? Dates::certain : Dates::possible;
    if (byte[2] % 2 == 1) asked.weight = weights[byte[2] / 2U % weights.size()];
    if (asked.weight == "size") asked.weight_means = WeightMeaning::strength;
    if (byte[2] >= 128) asked.fill = static_cast<double>(byte[7]) / 16;
    asked.parallel = static_cast<Parallel>(byte[3] % 6);
    asked.affiliations = static_cast<Affiliations>(byte[4] % 4);
    asked.direction = static_cast<Orientation>(byte[5] % 3);
    asked.loops = byte[6] % 2 == 0;
    asked.isolates = byte[6] < 128;
    return asked;
}

void require_sound(const Network& network, const View& view) {
    const auto& edges = std::visit([](const auto& graph) -> const auto& { return graph.edges(); }, view.csr);
    fuzz::require(view.edge_tie_offsets.size() == edges.size() + 1, "every edge has its ties");
    fuzz::require(view.actors.size() == view.names->keys().size(), "every vertex has a key");
    for (const ActorRow actor : view.actors) fuzz::require(index(actor) < network.actors().size(), "an actor of ours");
    for (EdgeId id = 0; id < edges.size(); ++id) {
        fuzz::require(!view.ties(id).empty(), "an edge stands for a tie");
        for (const TieRow tie : view.ties(id)) fuzz::require(index(tie) < network.ties().size(), "a tie of ours");
    }
    if (view.meaning == WeightMeaning::capacity) return;
    for (const double cost : costs(view)) fuzz::require(cost >= 1e-9, "a step is a step");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < question_size) return -1;
    auto tables = split(fuzz::text_of(data + question_size, size - question_size), '~');
    tables.resize(4);
    Draft draft;
    draft.ties = sheet_of(tables[0]);
    draft.actors = sheet_of(tables[1]);
    draft.sources = sheet_of(tables[2]);
    draft.figures = sheet_of(tables[3]);
    draft.vocabulary = io::stock_vocabulary();
    draft.open_vocabulary = data[7] % 2 == 0;
    try {
        const Network network = build(std::move(draft));
        fuzz::require_round_trip(network);
        require_sound(network, freeze(network, question_of(data), data[7] % 3 == 0));
    } catch (const Error& error) {
        fuzz::require(std::string_view{error.what()}.size() > 10, "an error is a sentence");
    }
    return 0;
}
