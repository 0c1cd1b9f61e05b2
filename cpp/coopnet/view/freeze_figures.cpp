#include <coopnet/view/freeze_figures.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace coopnet {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

class Freezing {
public:
    Freezing(const Network& network, const Projection& projection) : network_(network) {
        left_out_.resize(network.sources().size(), false);
        for (std::size_t i = 0; i < left_out_.size(); ++i) {
            const auto& without = projection.without_sources;
            left_out_[i] = std::ranges::find(without, network.sources()[i].id) != without.end();
        }
        if (!projection.min_grade) return;
        least_ = parse_grade(*projection.min_grade);
        if (!least_) throw InvalidOption{"min_grade=\"" + *projection.min_grade + "\" is not a grade. Write it as B3."};
    }

    void ask_days(const Projection& projection) {
        const auto& asked = projection.during ? projection.during : projection.at;
        if (asked) days_ = parse_span(*asked).value_or(Date{});  // the ties' own filter has refused a bad one
    }

    void add_passages(std::span<const TieRow> ties) {
        for (const TieRow row : ties) {
            const Tie& tie = network_[row];
            made_.passages.push_back({.row = static_cast<std::uint32_t>(index(row)),
                                      .source = static_cast<std::uint32_t>(index(tie.source)),
                                      .target = static_cast<std::uint32_t>(index(tie.target)),
                                      .measure = word(network_.vocabulary()[tie.relation].id),
                                      .days = {std::max(tie.period.since.earliest, days_.earliest),
                                               std::min(tie.period.until.latest, days_.latest)}});
        }
        for (std::uint32_t row = 0; row < network_.actors().size(); ++row) {
            made_.passes_on.push_back(!is_a(row, "place"));
        }
    }

    Figures all() {
        const auto& figures = network_.figures();
        places_.resize(figures.size());
        for (std::uint32_t row = 0; row < figures.size(); ++row) {
            if (!counts(figures[row])) continue;
            places_[row] = static_cast<std::uint32_t>(made_.rows.size());
            made_.rows.push_back(row);
        }
        for (const std::uint32_t row : made_.rows) made_.reports.push_back(report(figures[row]));
        settle_places();
        return std::move(made_);
    }

    [[nodiscard]] std::vector<FigureRow> all_left_in() const {
        std::vector<FigureRow> rows;
        for (std::size_t i = 0; i < network_.figures().size(); ++i) {
            if (left_in(network_.figures()[i])) rows.push_back(row<FigureRow>(i));
        }
        return rows;
    }

private:
    bool counts(const Figure& figure) const {
        const bool a_count = figure.counting == Counting::flow || figure.counting == Counting::stock ||
                             figure.counting == Counting::total;
        const bool a_number = !std::isnan(figure.value) || !std::isnan(figure.low) || !std::isnan(figure.high);
        return a_count && a_number && left_in(figure);
    }

    bool left_in(const Figure& figure) const {
        if (!within_days(figure)) return false;
        const auto stays = [&](SourceRow source) {
            return !left_out_[index(source)] && (!least_ || network_.sources()[index(source)].grade.meets(*least_));
        };
        return std::ranges::any_of(figure.sources, stays) || (figure.sources.empty() && !least_);
    }

    [[nodiscard]] bool within_days(const Figure& figure) const {
        if (days_ == Date{}) return true;
        const Date days = days_of(figure);
        return days_.earliest <= days.earliest && days.latest <= days_.latest;
    }

    static Date days_of(const Figure& figure) {
        return figure.counting == Counting::flow ? counted_days(figure) : figure.as_of;
    }

    [[nodiscard]] bool is_held(const Figure& figure) const {
        const auto& stages = network_.vocabulary().stages;
        return figure.counting == Counting::stock && std::ranges::any_of(stages, [&](const Stage& stage) {
                   return std::ranges::find(stage.holds, figure.measure) != stage.holds.end();
               });
    }

    Report report(const Figure& figure) {
        Report made{.measure = word(figure.measure), .group = word(figure.group), .counting = figure.counting};
        if (figure.origin) made.origin = static_cast<std::uint32_t>(index(*figure.origin));
        if (figure.destination) made.destination = static_cast<std::uint32_t>(index(*figure.destination));
        made.days = days_of(figure);
        made.held = is_held(figure);
        made.low = !std::isnan(figure.low) ? figure.low : std::isnan(figure.value) ? 0 : figure.value;
        made.high = !std::isnan(figure.high) ? figure.high : std::isnan(figure.value) ? unlimited : figure.value;
        made.reliability = reliability(figure);
        made.part_of = whole(figure);
        return made;
    }

    static Date counted_days(const Figure& figure) {
        const bool open = figure.period.until == Date{} && figure.as_of != Date{};
        return {figure.period.since.earliest, open ? figure.as_of.latest : figure.period.until.latest};
    }

    double reliability(const Figure& figure) const {
        std::optional<Grade> best;
        for (const SourceRow source : figure.sources) {
            if (left_out_[index(source)]) continue;
            const Grade grade = network_.sources()[index(source)].grade;
            if (!best || better(grade, *best)) best = grade;
        }
        const auto& table = network_.vocabulary().reliability;
        return table.of(best, best ? Status::documented : Status::inferred).value_or(table.inferred);
    }

    // Of a whole that is left out, its own whole.
    std::optional<std::uint32_t> whole(const Figure& figure) const {
        auto above = figure.part_of;
        while (above && !places_[index(*above)]) above = network_.figures()[index(*above)].part_of;
        return above ? places_[index(*above)] : std::nullopt;
    }

    std::uint32_t word(const std::string& text) {
        return words_.try_emplace(text, static_cast<std::uint32_t>(words_.size())).first->second;
    }

    void settle_places() {
        const Sheet& sheet = network_.draft().actors;
        std::unordered_map<std::string_view, std::uint32_t> states;
        for (std::uint32_t row = 0; row < network_.actors().size(); ++row) {
            if (is_a(row, "state") && !sheet.cell(row, "country").empty())
                states.try_emplace(sheet.cell(row, "country"), row);
        }
        for (std::uint32_t row = 0; row < network_.actors().size(); ++row) {
            std::vector<std::uint32_t> within{row};
            for (auto above = sheet.cell(row, "parent"); !above.empty(); above = sheet.cell(within.back(), "parent")) {
                within.push_back(static_cast<std::uint32_t>(index(network_.actor(above))));
            }
            const auto state = states.find(sheet.cell(row, "country"));
            if (state != states.end() && is_a(row, "place")) within.push_back(state->second);
            made_.within.push_back(std::move(within));
        }
    }

    bool is_a(std::uint32_t actor, std::string_view kind) const {
        const auto own = network_.actors()[actor].kind;
        const auto wanted = network_.vocabulary().kind(kind);
        return own && wanted && network_.vocabulary().is_a(*own, *wanted);
    }

    const Network& network_;
    Date days_;
    std::optional<Grade> least_;
    std::vector<bool> left_out_;                        // by source
    std::vector<std::optional<std::uint32_t>> places_;  // by figure: its place among the reports
    std::unordered_map<std::string, std::uint32_t> words_{{"", 0}};
    Figures made_;
};

}  // namespace

Figures freeze_figures(const Network& network, const Projection& projection) {
    return Freezing{network, projection}.all();
}

std::vector<FigureRow> figures_within(const Network& network, const Projection& projection) {
    Freezing freezing{network, projection};
    freezing.ask_days(projection);
    return freezing.all_left_in();
}

Figures freeze_flows(const Network& network, const Projection& projection, std::span<const TieRow> ties) {
    Freezing freezing{network, projection};
    freezing.ask_days(projection);
    freezing.add_passages(ties);
    return freezing.all();
}

}  // namespace coopnet
