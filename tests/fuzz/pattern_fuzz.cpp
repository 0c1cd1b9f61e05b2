// Any bytes as a pattern, asked of a small view: pathways that are there, or an error of ours.
#include "support.hpp"

#include <coopnet/analysis/pathways/find.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace {

using namespace coopnet;

LabelColumn column(std::string name, std::vector<std::string> words, std::vector<std::uint32_t> values) {
    LabelColumn made{.name = std::move(name), .words = std::move(words)};
    for (std::uint32_t i = 1; i <= values.size(); ++i) made.offsets.push_back(i);
    made.values = std::move(values);
    return made;
}

const Digraph& view() {
    static const Digraph view{4, {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {3, 1}, {1, 0, 1, true}, {2, 2}}};
    return view;
}

const Labels& labels() {
    static const Labels labels{.actors = {column("kind", {"ncb", "igo", ""}, {0, 1, 2, 0})},
                               .ties = {column("relation", {"reports", "tasks"}, {0, 1, 0, 1, 0, 1, 1}),
                                        column("channel", {"police", ""}, {0, 1, 1, 0, 1, 0, 1})},
                               .actor_names = {"id", "kind"},
                               .tie_names = {"relation", "channel"}};
    return labels;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    Monitor monitor;
    try {
        const pathways::Wish wish{.pattern = pathways::parse_pattern(text)};
        const auto admitted = admit(wish, labels(), view().vertex_count(), view().edge_count());
        for (const bool walks : {false, true}) {
            const auto found =
                pathways::find(view(), admitted, {}, {}, 0, 3, {.k = 3, .walks = walks, .time_limit = 0.5}, monitor);
            fuzz::require(found.items.size() <= 3, "no more than asked for");
            for (const Pathway& way : found.items) {
                fuzz::require(way.vertices.size() == way.edges.size() + 1 && way.vertices.front() == 0 &&
                                  way.vertices.back() == 3,
                              "a pathway leads from one end to the other");
            }
        }
    } catch (const Error& error) {
        fuzz::require(std::string_view{error.what()}.size() > 10, "an error is a sentence");
    }
    return 0;
}
