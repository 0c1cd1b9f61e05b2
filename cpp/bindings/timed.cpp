#include <coopnet/analysis/pathways/timed.hpp>
#include <coopnet/view/freeze_timeline.hpp>

#include "bindings.hpp"
#include "views.hpp"
#include "waiting.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

enum class Question { earliest, latest, fastest };

Question question_from(const std::string& word) {
    if (word == "earliest_arrival") return Question::earliest;
    if (word == "latest_departure") return Question::latest;
    return Question::fastest;
}

// The bounds of a question: a day or a moment, for the fastest a span or nothing.
Stretch bounds(Question question, const std::optional<std::string>& when) {
    if (!when) return {};
    if (question == Question::fastest) {
        const auto span = parse_span(*when);
        if (!span) {
            throw InvalidOption{"during=\"" + *when + "\" is not a date. Write 2022, 2022-08-15 or 2022-07/2022-09."};
        }
        return {span->earliest + 0.0, span->latest + 1.0};
    }
    const auto stretch = parse_when(*when);
    if (!stretch) throw InvalidOption{"at=\"" + *when + "\" is not a day. Write 2022-08-15 or 2022-08-15T06:30."};
    return *stretch;
}

// The last moment of a day, or the moment that was named.
Moment last_of(Stretch stretch) {
    return {stretch.end, stretch.empty() ? 0 : -1};
}

struct Asked {
    Question question;
    Stretch when;
    Timeline timeline;
    bool certain = false;

    Asked(const FrozenView& frozen, const std::string& word, const std::optional<std::string>& at,
          const std::string& dates)
        : question(question_from(word)),
          when(bounds(question, at)),
          timeline(freeze_timeline(*frozen.network, frozen.view)),
          certain(dates == "certain") {}

    [[nodiscard]] pathways::Steps steps() const {
        return {certain ? timeline.certain : timeline.possible, timeline.delays};
    }
};

using Texts = std::vector<std::optional<std::string>>;

Texts texts(const std::vector<Moment>& moments) {
    Texts made;
    made.reserve(moments.size());
    for (const Moment moment : moments) made.push_back(moment_text(moment));
    return made;
}

using Way = std::tuple<std::vector<Vertex>, std::vector<EdgeId>, double>;

// The way, if there is one, when its steps depart and arrive, and whether a limit stopped the search.
std::tuple<std::optional<Way>, Texts, Texts, bool> in_time(const FrozenView& frozen, const std::string& source,
                                                           const std::string& target, const std::string& question,
                                                           const std::optional<std::string>& when,
                                                           const std::string& dates, std::optional<double> max_wait,
                                                           std::optional<double> time_limit,
                                                           const py::object& progress) {
    const Vertex from = frozen.vertex(source);
    const Vertex to = frozen.vertex(target);
    const Asked asked{frozen, question, when, dates};
    const pathways::TimedOptions options{.max_wait = max_wait, .time_limit = time_limit};
    // Limited waiting can take as long as it likes, so that Ctrl-C must be heard.
    const std::uint64_t effort =
        max_wait ? std::numeric_limits<std::uint64_t>::max() : (frozen.vertex_count() + frozen.edge_count()) * 16;
    BestInTime found = interruptible(effort, progress, [&](Monitor& monitor) {
        return frozen.visit([&](const auto& csr) {
            switch (asked.question) {
                case Question::earliest:
                    return pathways::earliest_arrival(csr, asked.steps(), from, to, {asked.when.begin, 0}, options,
                                                      monitor);
                case Question::latest:
                    return pathways::latest_departure(csr, asked.steps(), from, to, last_of(asked.when), options,
                                                      monitor);
                default:
                    return pathways::fastest(csr, asked.steps(), from, to, asked.when, options, monitor);
            }
        });
    });
    if (!found.best) return {std::nullopt, {}, {}, found.partial};
    auto& [way, departs, arrives] = *found.best;
    return {Way{std::move(way.vertices), std::move(way.edges), way.length}, texts(departs), texts(arrives), false};
}

// Whom one gets to who leaves within the bounds of a question and waits as long as it takes: vertex, when, and
// whether that is within the bounds; first arrivals first.
std::vector<std::tuple<Vertex, std::optional<std::string>, bool>> arrivals(const FrozenView& frozen,
                                                                           const std::string& source,
                                                                           const std::string& question,
                                                                           const std::optional<std::string>& when,
                                                                           const std::string& dates) {
    const Vertex from = frozen.vertex(source);
    const Asked asked{frozen, question, when, dates};
    const double begin = asked.question == Question::latest ? -infinity : asked.when.begin;
    const Moment by = asked.question == Question::earliest ? Moment{infinity, 0} : last_of(asked.when);
    const py::gil_scoped_release unlocked;
    Monitor monitor;
    const Arrivals first = frozen.visit(
        [&](const auto& csr) { return pathways::first_arrivals(csr, asked.steps(), from, {begin, 0}, monitor); });
    std::vector<std::tuple<Vertex, std::optional<std::string>, bool>> reached;
    for (std::size_t i = 0; i < first.vertices.size(); ++i) {
        const Moment moment = first.moments[i];
        const bool within = moment.days < by.days || (moment.days == by.days && moment.hairs <= by.hairs);
        reached.emplace_back(first.vertices[i], moment_text(moment), within);
    }
    return reached;
}

enum class State { impossible, possible, certain };

State state_of(const Network& network, const std::vector<std::uint32_t>& ties, const Date& span) {
    State best = State::impossible;
    for (const std::uint32_t number : ties) {
        const Period& period = network[row<TieRow>(number)].period;
        if (period.certain_during(span)) return State::certain;
        if (period.possible_during(span)) best = State::possible;
    }
    return best;
}

// Of the step that is least certain; a step stands for the best of its ties.
std::string state(const Network& network, const std::vector<std::vector<std::uint32_t>>& steps, const std::string& at) {
    const auto span = parse_span(at);
    if (!span) throw InvalidOption{"at=\"" + at + "\" is not a date. Write 2022-08-15, 2022-08 or 2022-07/2022-09."};
    State worst = State::certain;
    for (const auto& ties : steps) worst = std::min(worst, state_of(network, ties, *span));
    return worst == State::certain ? "certain" : worst == State::possible ? "possible" : "impossible";
}

}  // namespace

void bind_timed(py::module_& m) {
    auto pathways = m.attr("pathways").cast<py::module_>();
    pathways.def("in_time", &in_time, "view"_a, "source"_a, "target"_a, py::kw_only(), "question"_a, "when"_a,
                 "dates"_a, "max_wait"_a, "time_limit"_a, "progress"_a);
    pathways.def("arrivals", &arrivals, "view"_a, "source"_a, py::kw_only(), "question"_a, "when"_a, "dates"_a);
    pathways.def("state", &state, "network"_a, "steps"_a, "at"_a);
}

}  // namespace coopnet::bindings
