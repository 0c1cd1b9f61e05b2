#include <coopnet/model/vocabulary.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace coopnet {
namespace {

constexpr std::array<std::string_view, 4> status_names{"", "documented", "claimed", "inferred"};

template <class Row, class Items>
std::optional<Row> find_row(const Items& items, std::string_view id) noexcept {
    const auto found = std::ranges::find_if(items, [id](const auto& item) { return item.id == id; });
    if (found == items.end()) return std::nullopt;
    return row<Row>(static_cast<std::size_t>(found - items.begin()));
}

// `bend(value, best)`; a factor is bent as if 1 were best, so that it bends what it multiplies.
template <class Bend>
ReliabilityTable bent(const ReliabilityTable& table, Bend bend) {
    double best = 0;
    for (const auto* part : {&table.letter, &table.digit}) {
        for (const auto& [mark, value] : *part) best = std::max(best, value);
    }
    ReliabilityTable other = table;
    for (auto* part : {&other.letter, &other.digit}) {
        for (auto& [mark, value] : *part) value = bend(value, best);
    }
    other.inferred = bend(table.inferred, best);
    other.claimed = bend(table.claimed, 1.0);
    return other;
}

}  // namespace

std::optional<Status> parse_status(std::string_view text) noexcept {
    const auto found = std::ranges::find(status_names, text);
    if (found == status_names.end()) return std::nullopt;
    return static_cast<Status>(found - status_names.begin());
}

std::string_view status_name(Status status) noexcept {
    return status_names[static_cast<std::size_t>(status)];
}

std::optional<double> ReliabilityTable::of(std::optional<Grade> best_source, Status status) const {
    if (status == Status::inferred) return inferred;
    if (!best_source && status == Status::unsaid) return std::nullopt;
    const Grade grade = best_source.value_or(Grade{});
    const double graded = std::min(letter.at(grade.letter), digit.at(grade.digit));
    return status == Status::claimed ? graded * claimed : graded;
}

ReliabilityTable ReliabilityTable::flatter() const {
    return bent(*this, [](double value, double best) { return std::sqrt(value * best); });
}

ReliabilityTable ReliabilityTable::steeper() const {
    return bent(*this, [](double value, double best) { return value > 0 ? value * value / best : 0; });
}

std::optional<KindRow> Vocabulary::kind(std::string_view id) const noexcept {
    return find_row<KindRow>(kinds, id);
}

std::optional<RelationRow> Vocabulary::relation(std::string_view id) const noexcept {
    return find_row<RelationRow>(relations, id);
}

std::optional<LayerRow> Vocabulary::layer(std::string_view id) const noexcept {
    return find_row<LayerRow>(layers, id);
}

std::optional<StageRow> Vocabulary::stage_of(RelationRow relation, std::optional<KindRow> target) const noexcept {
    const std::string& id = relations[index(relation)].id;
    for (std::size_t i = stages.size(); i-- > 0;) {
        const Stage& stage = stages[i];
        const bool there = stage.at.empty() || (target && allowed(*target, stage.at));
        if (there && std::ranges::find(stage.reached_by, id) != stage.reached_by.end()) return row<StageRow>(i);
    }
    return std::nullopt;
}

bool Vocabulary::is_a(KindRow kind, KindRow ancestor) const noexcept {
    for (std::optional<KindRow> at = kind; at; at = kinds[index(*at)].is_a) {
        if (*at == ancestor) return true;
    }
    return false;
}

bool Vocabulary::allowed(KindRow kind, const std::vector<KindRow>& ends) const noexcept {
    return ends.empty() || std::ranges::any_of(ends, [&](KindRow end) { return is_a(kind, end); });
}

std::string_view Vocabulary::level_of(KindRow kind) const noexcept {
    for (std::optional<KindRow> at = kind; at; at = kinds[index(*at)].is_a) {
        if (!kinds[index(*at)].level.empty()) return kinds[index(*at)].level;
    }
    return {};
}

KindStyle Vocabulary::style_of(KindRow kind) const {
    for (std::optional<KindRow> at = kind; at; at = kinds[index(*at)].is_a) {
        if (kinds[index(*at)].style) return *kinds[index(*at)].style;
    }
    return {};
}

const LineStyle* Vocabulary::line_of(RelationRow relation, std::string_view channel) const noexcept {
    const auto named = [&](std::string_view id) -> const LineStyle* {
        const auto found = std::ranges::find(lines, id, &LineStyle::id);
        return found == lines.end() ? nullptr : &*found;
    };
    const Relation& kind_of_tie = relations[index(relation)];
    if (!kind_of_tie.line_fixed && !channel.empty()) {
        if (const auto* line = named(channel)) return line;
    }
    return named(kind_of_tie.line);
}

std::string_view label_in(const Label& label, std::string_view language, std::string_view id) noexcept {
    for (const std::string_view wanted : {language, std::string_view{"en"}}) {
        if (const auto found = label.find(std::string{wanted}); found != label.end()) return found->second;
    }
    return id;
}

}  // namespace coopnet
