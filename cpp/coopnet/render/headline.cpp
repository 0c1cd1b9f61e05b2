#include <coopnet/model/evidence.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/render/paint.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace coopnet::render {
namespace {

std::string upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

// Up to twelve in words.
std::string number_word(std::size_t count, const Texts& texts) {
    const std::string key = "number." + std::to_string(count);
    return texts.has(key) ? texts(key) : std::to_string(count);
}

std::string ties_text(std::size_t count, const Texts& texts, std::string_view key) {
    return texts(std::string{key} + (count == 1 ? ".one" : ".many"), {{"count", number_word(count, texts)}});
}

struct Across {
    std::size_t all = 0;
    std::map<Status, std::size_t> by_status;
    const LineStyle* claimed = nullptr;
};

Across across(const Network& network, const Scene& scene) {
    const auto country = [&](std::size_t box) {
        return network.draft().actors.cell(index(scene.boxes[box].actor), "country");
    };
    Across found;
    for (const TieLine& line : scene.lines) {
        const auto a = country(line.from);
        const auto b = country(line.to);
        const auto is_bank = [&](std::string_view one) {
            return std::ranges::find(scene.banks, one, &Bank::country) != scene.banks.end();
        };
        if (a == b || !is_bank(a) || !is_bank(b)) continue;
        found.all += line.ties.size();
        found.by_status[line.status] += line.ties.size();
        if (line.status == Status::claimed) found.claimed = line.style;
    }
    return found;
}

std::string across_sentence(const Network& network, const Scene& scene, const PictureOptions& options) {
    const Texts& texts = options.texts;
    const Across found = across(network, scene);
    const std::string home = country_name(network, scene.banks[0].country, texts, options.language);
    const std::string partner = country_name(network, scene.banks[1].country, texts, options.language);
    if (found.all == 0) return texts("headline.none", {{"home", home}, {"partner", partner}});
    std::string sentence =
        texts(found.all == 1 ? "headline.across.one" : "headline.across.many",
              {{"count", upper_first(number_word(found.all, texts))}, {"home", home}, {"partner", partner}});
    const auto count = [&](Status status) { return found.by_status.contains(status) ? found.by_status.at(status) : 0; };
    if (count(Status::documented) == found.all)
        return found.all == 1 ? sentence : sentence + "; " + texts("headline.all_documented");
    std::vector<std::string> parts;
    if (count(Status::documented) > 0)
        parts.push_back(ties_text(count(Status::documented), texts, "headline.documented"));
    if (count(Status::claimed) == 1) {
        parts.push_back(
            texts("headline.one_claim",
                  {{"line", std::string{label_in(found.claimed->label, options.language, found.claimed->id)}}}));
    } else if (count(Status::claimed) > 1) {
        parts.push_back(ties_text(count(Status::claimed), texts, "headline.claimed"));
    }
    if (count(Status::inferred) > 0) parts.push_back(ties_text(count(Status::inferred), texts, "headline.inferred"));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        sentence += i == 0 ? "; " : ", ";
        sentence += parts[i];
    }
    return sentence;
}

std::string highest_sentence(const Network& network, const Scene& scene, const PictureOptions& options) {
    const auto& values = options.shading->values;
    const ActorBox* best = nullptr;
    for (const ActorBox& box : scene.boxes) {
        const double value = values[index(box.actor)];
        if (!std::isnan(value) && (best == nullptr || value > values[index(best->actor)])) best = &box;
    }
    if (best == nullptr) return upper_first(options.shading->name);
    return options.texts("headline.highest", {{"measure", upper_first(options.shading->name)},
                                              {"actor", short_name(network, best->actor, options.language)}});
}

std::string pathway_sentence(const Network& network, const PictureOptions& options) {
    const Tie& first = network[options.highlight.front()];
    const Tie& last = network[options.highlight.back()];
    const std::size_t steps = options.highlight.size();
    // A tie that runs both ways may be walked against its row: the end that the next step does not share is the start.
    const auto touches = [](const Tie& tie, ActorRow actor) { return tie.source == actor || tie.target == actor; };
    ActorRow from = first.source;
    ActorRow to = last.target;
    if (steps > 1 && touches(network[options.highlight[1]], from)) from = first.target;
    if (steps > 1 && touches(network[options.highlight[steps - 2]], to)) to = last.source;
    return options.texts(steps == 1 ? "headline.pathway.one" : "headline.pathway.many",
                         {{"from", short_name(network, from, options.language)},
                          {"to", short_name(network, to, options.language)},
                          {"count", number_word(steps, options.texts)}});
}

std::string around_sentence(const Network& network, const Scene& scene, const PictureOptions& options) {
    const std::string key = options.steps == 1 ? "headline.around.one" : "headline.around.many";
    return options.texts(key, {{"actor", short_name(network, *options.around, options.language)},
                               {"count", number_word(scene.boxes.empty() ? 0 : scene.boxes.size() - 1, options.texts)},
                               {"steps", number_word(options.steps, options.texts)}});
}

std::size_t ties_drawn(const Scene& scene) {
    std::size_t count = 0;
    for (const TieLine& line : scene.lines) count += line.ties.size();
    return count;
}

std::string counts(const Scene& scene, const Texts& texts) {
    return texts("subtitle.counts",
                 {{"actors", std::to_string(scene.boxes.size())}, {"ties", std::to_string(ties_drawn(scene))}});
}

}  // namespace

std::string headline(const Network& network, const View& view, const Scene& scene, const PictureOptions& options) {
    if (!options.title.empty()) return options.title;
    if (options.difference) {
        const std::string& name = options.difference->name;
        if (name.empty()) return changes(*options.difference, view, options.texts);
        return options.texts("headline.what_if", {{"scenario", name}});
    }
    if (!options.highlight.empty()) return pathway_sentence(network, options);
    if (options.around) return around_sentence(network, scene, options);
    if (options.shading) return highest_sentence(network, scene, options);
    if (scene.banks.size() == 2) return across_sentence(network, scene, options);
    const auto& about = network.about();
    const std::string title{label_in(about.title, options.language, about.name)};
    return title.empty() ? counts(scene, options.texts) : title;
}

std::string subtitle(const Network& network, const View& view, const Scene& scene, const PictureOptions& options) {
    const Texts& texts = options.texts;
    const auto& about = network.about();
    const std::string what{label_in(about.title, options.language, about.name)};
    std::string line = what.empty() ? "" : what + ". ";
    if (!options.period.empty()) line += texts("subtitle.period", {{"period", options.period}}) + " ";
    line += counts(scene, texts);
    if (options.difference && !options.difference->name.empty())
        (line += " ") += changes(*options.difference, view, texts);
    if (!scene.banks.empty() && scene.boxes.size() < view.actors.size()) {
        (line += " ") +=
            texts("subtitle.left_out", {{"count", std::to_string(view.actors.size() - scene.boxes.size())}});
    }
    if (!options.remark.empty()) (line += " ") += options.remark;
    for (const std::string& remark : scene.remarks) (line += " ") += remark;
    return line;
}

std::string sources_line(const Network& network, const std::vector<TieRow>& ties, const Texts& texts) {
    const auto without = std::ranges::count_if(ties, [&](TieRow tie) { return network[tie].sources.empty(); });
    const std::size_t count = sources_of(network, ties).size();
    if (count == 0) return texts("sources.none");
    std::string line = texts("sources", {{"count", std::to_string(count)}});
    if (without > 0) (line += " ") += texts("sources.without", {{"count", std::to_string(without)}});
    return line;
}

}  // namespace coopnet::render
