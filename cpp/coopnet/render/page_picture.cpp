#include <coopnet/render/headline.hpp>
#include <coopnet/render/legend.hpp>
#include <coopnet/render/page_picture.hpp>
#include <coopnet/render/paint.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <variant>

namespace coopnet::render {
namespace {

constexpr double margin = 4;

// The colors of light and dark paper, each pair under one name.
class Colors {
public:
    explicit Colors(std::vector<std::pair<Color, Color>>& pairs) : pairs_{pairs} {}

    Color of(const Color& light, const Color& dark) {
        const auto at = std::ranges::find(pairs_, std::pair{light, dark});
        const auto place = at - pairs_.begin();
        if (at == pairs_.end()) pairs_.emplace_back(light, dark);
        return fmt::format("var(--c{})", place);
    }

    // The same marks in two themes as one that has the colors of both.
    Group both(Group light, const Group& dark) {
        for (std::size_t i = 0; i < light.marks.size(); ++i) {
            std::visit([&](auto& mark) { join(mark, std::get<std::decay_t<decltype(mark)>>(dark.marks[i])); },
                       light.marks[i]);
        }
        for (std::size_t i = 0; i < light.groups.size(); ++i)
            light.groups[i] = both(std::move(light.groups[i]), dark.groups[i]);
        return light;
    }

private:
    void join(Shape& light, const Shape& dark) {
        if (light.fill) light.fill = of(*light.fill, *dark.fill);
        if (light.stroke) light.stroke->color = of(light.stroke->color, dark.stroke->color);
    }
    void join(Words& light, const Words& dark) { light.color = of(light.color, dark.color); }

    std::vector<std::pair<Color, Color>>& pairs_;
};

std::vector<Words> words_of(const Group& group, const std::string& language) {
    std::vector<Words> found;
    for (const Mark& mark : group.marks) {
        if (const auto* words = std::get_if<Words>(&mark)) found.push_back(*words);
    }
    for (Words& words : found) words.language = language;
    return found;
}

bool same_words(const std::vector<Words>& a, const std::vector<Words>& b) {
    return std::ranges::equal(a, b, [](const Words& one, const Words& other) {
        return one.text == other.text && one.at.x == other.at.x && one.at.y == other.at.y;
    });
}

// The shapes of one group, with the words of the same group in every tongue: once where all say the same.
Group all_tongues(Group shapes, const std::vector<Group>& spoken, const std::vector<Tongue>& tongues) {
    std::erase_if(shapes.marks, [](const Mark& mark) { return std::holds_alternative<Words>(mark); });
    std::vector<std::vector<Words>> words;
    for (std::size_t i = 0; i < spoken.size(); ++i) words.push_back(words_of(spoken[i], tongues[i].language));
    const bool one = std::ranges::all_of(words, [&](const auto& other) { return same_words(words.front(), other); });
    if (one) {
        words.resize(1);
        for (Words& word : words.front()) word.language.clear();
    }
    for (auto& some : words) std::ranges::move(some, std::back_inserter(shapes.marks));
    for (std::size_t k = 0; k < shapes.groups.size(); ++k) {
        std::vector<Group> inner;
        for (const Group& group : spoken) inner.push_back(group.groups[k]);
        shapes.groups[k] = all_tongues(std::move(shapes.groups[k]), inner, tongues);
    }
    shapes.label = spoken.front().label;
    return shapes;
}

// Of every text the longest that a tongue has: what leaves room for all of them.
Texts roomiest(const std::vector<Tongue>& tongues, const Network& network) {
    std::map<std::string, std::string> longest;
    for (const Relation& relation : network.vocabulary().relations) {
        const std::string key = "word." + relation.id;
        for (const Tongue& tongue : tongues) {
            if (tongue.texts.has(key) && tongue.texts(key).size() > longest[key].size())
                longest[key] = tongue.texts(key);
        }
        if (longest[key].empty()) longest.erase(key);
    }
    return Texts{std::move(longest)};
}

struct Stage {
    const Network& network;
    const Scene& scene;
    Colors& colors;

    std::vector<Group> drawn(const Texts& texts, const std::string& language) const {
        const Paint light{.theme = Theme::print, .language = language};
        const Paint dark{.theme = Theme::dark, .language = language};
        return {
            colors.both(draw_grounds(scene, network, texts, light), draw_grounds(scene, network, texts, dark)),
            colors.both(draw_ties(scene, network, texts, light), draw_ties(scene, network, texts, dark)),
            colors.both(draw_actors(scene, network, texts, light), draw_actors(scene, network, texts, dark)),
        };
    }
};

// A scene in both themes and every tongue, and what its lines say by tongue.
struct Spoken {
    std::vector<Group> groups;
    std::vector<std::vector<std::string>> line_labels;
};

Spoken spoken_in(const std::vector<Tongue>& tongues, const Network& network, const Scene& scene, Colors& colors) {
    std::vector<std::vector<Group>> each;
    Spoken spoken;
    for (const auto& [language, texts] : tongues) {
        const Scene said = relabeled(scene, network, texts, {.language = language});
        each.push_back(Stage{network, said, colors}.drawn(texts, language));
        spoken.line_labels.emplace_back();
        for (const Group& line : each.back()[1].groups) spoken.line_labels.back().push_back(line.label);
    }
    spoken.groups = Stage{network, scene, colors}.drawn(tongues.front().texts, tongues.front().language);
    for (std::size_t k = 0; k < spoken.groups.size(); ++k) {
        std::vector<Group> same;
        for (const auto& groups : each) same.push_back(groups[k]);
        spoken.groups[k] = all_tongues(std::move(spoken.groups[k]), same, tongues);
    }
    return spoken;
}

void name_rows(std::vector<Group>& groups, const Scene& scene, const std::string& variant = "") {
    for (std::size_t i = 0; i < scene.lines.size(); ++i) groups[1].groups[i].of = fmt::format("{}line {}", variant, i);
    for (std::size_t i = 0; i < scene.boxes.size(); ++i)
        groups[2].groups[i].of = fmt::format("{}actor {}", variant, index(scene.boxes[i].actor));
}

// The scene with a fate for whatever some scenario touches.
Scene with_fate(Scene scene, Fate fate, const std::vector<ActorRow>& actors, const std::vector<TieRow>& ties) {
    const std::set<ActorRow> touched_actors(actors.begin(), actors.end());
    const std::set<TieRow> touched_ties(ties.begin(), ties.end());
    const auto touched = [&](TieRow tie) { return touched_ties.contains(tie); };
    for (ActorBox& box : scene.boxes) box.fate = touched_actors.contains(box.actor) ? fate : Fate::kept;
    for (TieLine& line : scene.lines) {
        const bool is_so =
            fate == Fate::removed ? std::ranges::all_of(line.ties, touched) : std::ranges::any_of(line.ties, touched);
        line.fate = is_so ? fate : Fate::kept;
    }
    return scene;
}

// Puts each part that is drawn a second time right after the first, so that it is drawn in the same turn.
void interleave(std::vector<Group>& first, std::vector<std::vector<Group>>& again) {
    std::vector<Group> merged;
    for (std::size_t i = 0; i < first.size(); ++i) {
        merged.push_back(std::move(first[i]));
        std::ranges::move(again[i], std::back_inserter(merged));
    }
    first = std::move(merged);
}

void add_variants(PagePicture& page, const Network& network, const std::vector<Tongue>& tongues,
                  const PageVariants& variants, Colors& colors) {
    std::vector<std::vector<Group>> lines(page.scene.lines.size());
    std::vector<std::vector<Group>> boxes(page.scene.boxes.size());
    const auto draw_again = [&](Fate fate, const char* name, const auto& actors, const auto& ties) {
        if (actors.empty() && ties.empty()) return;
        const Scene scene = with_fate(page.scene, fate, actors, ties);
        Spoken again = spoken_in(tongues, network, scene, colors);
        name_rows(again.groups, scene, name);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (scene.lines[i].fate != Fate::kept) lines[i].push_back(std::move(again.groups[1].groups[i]));
        }
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (scene.boxes[i].fate != Fate::kept) boxes[i].push_back(std::move(again.groups[2].groups[i]));
        }
    };
    draw_again(Fate::removed, "removed ", variants.removed_actors, variants.removed_ties);
    draw_again(Fate::changed, "changed ", variants.changed_actors, variants.changed_ties);
    interleave(page.drawing.groups[1].groups, lines);
    interleave(page.drawing.groups[2].groups, boxes);
}

std::vector<LegendSample> samples(const std::vector<LegendBlock>& light, const LegendBlock& dark, Colors& colors) {
    std::vector<LegendSample> all;
    for (std::size_t i = 0; i < dark.entries.size(); ++i) {
        const LegendEntry& entry = light.front().entries[i];
        const Size size{entry.sample_width + 2 * margin, 24};
        Group on_light;
        Group on_dark;
        entry.draw(on_light, {margin, size.height / 2});
        dark.entries[i].draw(on_dark, {margin, size.height / 2});
        LegendSample sample{entry.of, {}, {}};
        for (const LegendBlock& block : light) sample.texts.push_back(block.entries[i].text);
        sample.drawing.size = size;
        sample.drawing.ground = "none";
        sample.drawing.groups.push_back(colors.both(std::move(on_light), on_dark));
        all.push_back(std::move(sample));
    }
    return all;
}

void add_legend(PagePicture& page, const Network& network, const std::vector<Tongue>& tongues, Colors& colors) {
    std::vector<std::vector<LegendBlock>> light;
    for (const auto& [language, texts] : tongues)
        light.push_back(legend_of(page.scene, network, texts, {.theme = Theme::print, .language = language}));
    const auto dark = legend_of(page.scene, network, tongues.front().texts,
                                {.theme = Theme::dark, .language = tongues.front().language});
    // No scenario and no shades: what changes comes first, empty; then kinds, lines, breaks.
    const auto block = [&](std::size_t at) {
        std::vector<LegendBlock> blocks;
        for (const auto& all : light) blocks.push_back(all[at]);
        return samples(blocks, dark[at], colors);
    };
    page.kinds = block(1);
    page.lines = block(2);
    page.breaks = block(3);
}

}  // namespace

PagePicture page_picture(const Network& network, const View& view, Layout layout, const std::vector<Tongue>& tongues,
                         const PageVariants& variants) {
    PictureOptions options;
    options.layout = layout;
    options.roomy = true;
    options.difference = variants.difference;
    options.texts = roomiest(tongues, network);
    PagePicture page;
    page.scene = scene_of(network, view, options);
    Colors colors{page.colors};
    page.drawing.ground = colors.of(palette(Theme::print).paper, palette(Theme::dark).paper);
    Spoken spoken = spoken_in(tongues, network, page.scene, colors);
    page.drawing.groups = std::move(spoken.groups);
    page.line_labels = std::move(spoken.line_labels);
    name_rows(page.drawing.groups, page.scene);
    add_variants(page, network, tongues, variants, colors);
    options.difference.reset();  // the page says itself what a scenario does
    for (std::size_t i = 0; i < tongues.size(); ++i) {
        options.language = tongues[i].language;
        options.texts = tongues[i].texts;
        page.titles.push_back(headline(network, view, page.scene, options));
        page.descriptions.push_back(subtitle(network, view, page.scene, options));
    }
    page.drawing.language = tongues.front().language;
    page.drawing.title = page.titles.front();
    page.drawing.description = page.descriptions.front();
    page.drawing.size = {page.scene.size.width + 2 * margin, page.scene.size.height + 2 * margin};
    for (Group& group : page.drawing.groups) shift(group, {margin, margin});
    add_legend(page, network, tongues, colors);
    return page;
}

}  // namespace coopnet::render
