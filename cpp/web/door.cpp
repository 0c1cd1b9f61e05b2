#include "selection.hpp"

#include <coopnet/analysis/centrality/betweenness.hpp>
#include <coopnet/analysis/centrality/closeness.hpp>
#include <coopnet/analysis/centrality/degree.hpp>
#include <coopnet/analysis/centrality/harmonic.hpp>
#include <coopnet/analysis/cohesion/components.hpp>
#include <coopnet/analysis/pathways/best.hpp>
#include <coopnet/analysis/pathways/cuts.hpp>
#include <coopnet/analysis/pathways/dominators.hpp>
#include <coopnet/analysis/pathways/exact.hpp>
#include <coopnet/analysis/pathways/reach.hpp>
#include <coopnet/core/period.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// What the page may call. It writes into `room`, calls, and reads `answer`, a row of numbers: places are small whole
// numbers, which a double holds as they are. What is thrown reaches the page by throw.cpp.
#define FOR_THE_PAGE(name) extern "C" __attribute__((export_name(#name)))

namespace {

using namespace coopnet;
using Word = std::uint32_t;

constexpr double none = -1;         // where an answer has no actor, tie or number to name
constexpr double most_seconds = 5;  // longer nobody waits for a click

std::vector<std::byte> handed_over;
std::vector<double> numbers;
std::string reason;  // why some numbers are undefined

Selection selection;  // of all rows that may be named
View view;
Monitor monitor;  // nobody cancels: the page waits

std::string words(Word size) {
    std::string text(size, ' ');
    if (size > 0) std::memcpy(text.data(), handed_over.data(), size);
    return text;
}

// By its place in the selection, whether or not the fold kept it. Throws UnknownActor if not.
Vertex vertex(Word place) {
    return view.names->vertex((*selection.names)[place]);
}

double actor(Vertex v) {
    return static_cast<double>(index(view.actors[v]));
}

void tell_ties(EdgeId edge) {
    const auto ties = view.ties(edge);
    numbers.push_back(static_cast<double>(ties.size()));
    for (const TieRow tie : ties) numbers.push_back(static_cast<double>(index(tie)));
}

void tell_item(pathways::Of of, Word id) {
    if (of == pathways::Of::ties) {
        tell_ties(id);
    } else {
        numbers.push_back(1);
        numbers.push_back(actor(id));
    }
}

template <class Question>
auto ask(Question question) {
    return std::visit(question, view.csr);
}

}  // namespace

/// Where the page writes so many bytes; what it wrote before is gone.
FOR_THE_PAGE(room) std::byte* room(Word size) {
    handed_over.resize(size);
    return handed_over.data();
}

FOR_THE_PAGE(answer) const double* answer() {
    return numbers.data();
}
FOR_THE_PAGE(answer_size) Word answer_size() {
    return static_cast<Word>(numbers.size());
}
FOR_THE_PAGE(why) const char* why() {
    return reason.data();
}
FOR_THE_PAGE(why_size) Word why_size() {
    return static_cast<Word>(reason.size());
}

/// Folds the selection that was written, for the questions that follow. The answer: what the weight means then.
FOR_THE_PAGE(fold) Word fold_selection() {
    auto asked = web::read_selection(handed_over);
    view = fold(asked.selection, asked.options);
    selection = std::move(asked.selection);
    return static_cast<Word>(view.meaning);
}

/// An actor and its score, for each.
FOR_THE_PAGE(scores) void scores(Word measure) {
    enum class Measure : Word { degree, strength, betweenness, closeness, harmonic };
    Scores found;
    switch (static_cast<Measure>(measure)) {
        case Measure::degree:
            found = ask([](const auto& csr) { return centrality::degree(csr); });
            break;
        case Measure::strength:
            found = ask([](const auto& csr) { return centrality::strength(csr, strengths(view)); });
            break;
        case Measure::betweenness: {
            const auto lengths = costs(view);
            found = ask([&](const auto& csr) { return centrality::betweenness(csr, lengths, {}, monitor); });
            break;
        }
        case Measure::closeness:
            found = centrality::closeness(view, {}, monitor);
            break;
        case Measure::harmonic:
            found = centrality::harmonic(view, {}, monitor);
            break;
    }
    numbers.clear();
    reason = std::move(found.why);
    for (Vertex v = 0; v < found.values.size(); ++v) {
        numbers.push_back(actor(v));
        numbers.push_back(found.values[v]);
    }
}

/// Whether there may be more; for each pathway its length, its steps, where it begins, and by step the actor it leads
/// to and the ties it may take.
FOR_THE_PAGE(pathways) void best_pathways(Word source, Word target, Word k) {
    const auto found =
        pathways::best(view, vertex(source), vertex(target), {.most = k, .time_limit = most_seconds}, monitor);
    numbers = {found.partial ? 1.0 : 0.0};
    for (const Pathway& way : found.items) {
        numbers.push_back(way.length);
        numbers.push_back(static_cast<double>(way.edges.size()));
        numbers.push_back(actor(way.vertices.front()));
        for (std::size_t i = 0; i < way.edges.size(); ++i) {
            numbers.push_back(actor(way.vertices[i + 1]));
            tell_ties(way.edges[i]);
        }
    }
}

/// How many fail together, whether there may be more sets; for each set its size and its members.
FOR_THE_PAGE(cuts) void minimum_cuts(Word source, Word target, Word of_ties, Word most) {
    const auto of = of_ties != 0 ? pathways::Of::ties : pathways::Of::actors;
    const pathways::CutsOptions options{.of = of, .max_results = most, .time_limit = most_seconds};
    const auto found =
        ask([&](const auto& csr) { return pathways::cuts(csr, vertex(source), vertex(target), options, monitor); });
    numbers = {found.size ? *found.size : none, found.partial ? 1.0 : 0.0};
    for (const auto& set : found.sets) {
        numbers.push_back(static_cast<double>(set.size()));
        for (const Word id : set) tell_item(of, id);
    }
}

/// Whether there is a pathway; for each who, or what, all of them pass: it, what it follows, and how many it opens.
FOR_THE_PAGE(dominators) void dominators(Word source, Word target, Word of_ties) {
    const auto of = of_ties != 0 ? pathways::Of::ties : pathways::Of::actors;
    const auto found = ask([&](const auto& csr) {
        return pathways::dominators(csr, vertex(source), vertex(target), {.of = of}, monitor);
    });
    numbers = {found ? 1.0 : 0.0};
    if (!found) return;
    for (const auto& gate : *found) {
        tell_item(of, gate.id);
        if (gate.before) {
            tell_item(of, *gate.before);
        } else {
            numbers.push_back(0);
        }
        numbers.push_back(gate.opens);
    }
}

/// An actor and how many steps away it is, nearest first. `mode`: along the ties, against them, or both.
FOR_THE_PAGE(reach) void reach(Word source, std::int32_t within, Word mode) {
    pathways::ReachOptions options{.mode = static_cast<detail::Mode>(mode)};
    if (within >= 0) options.within = static_cast<Word>(within);
    const auto found = ask([&](const auto& csr) { return pathways::reach(csr, vertex(source), options, monitor); });
    numbers.clear();
    for (std::size_t i = 0; i < found.vertices.size(); ++i) {
        numbers.push_back(actor(found.vertices[i]));
        numbers.push_back(found.steps[i]);
    }
}

/// An actor and its piece, for each.
FOR_THE_PAGE(components) void components(Word strong) {
    const auto found = ask([&](const auto& csr) { return cohesion::components(csr, {.strong = strong != 0}); });
    numbers.clear();
    for (Vertex v = 0; v < found.groups.size(); ++v) {
        numbers.push_back(actor(v));
        numbers.push_back(found.groups[v]);
    }
}

/// The probability that some pathway works, of a view that weighs by one.
FOR_THE_PAGE(reliability) double reliability(Word source, Word target) {
    return ask([&](const auto& csr) {
        return pathways::exact_reliability(csr, csr.weights(), vertex(source), vertex(target), most_seconds, monitor);
    });
}

/// Reads a date that was written: `kind` 0 the beginning of a period, 1 its end, 2 a span that is asked about.
/// The answer is its earliest and its latest day; nothing if it is none.
FOR_THE_PAGE(date) void date(Word kind, Word size) {
    constexpr std::array readers{parse_since, parse_until, parse_span};
    const auto found = readers.at(kind)(words(size));
    numbers.clear();
    if (found) numbers = {static_cast<double>(found->earliest), static_cast<double>(found->latest)};
}

/// Whether a period touches the days of a span, by some reading of its unknown days or by every one.
FOR_THE_PAGE(holds)
Word holds(Day since_earliest, Day since_latest, Day until_earliest, Day until_latest, Day first, Day last,
           Word certain) {
    const Period period{{since_earliest, since_latest}, {until_earliest, until_latest}};
    const Date span{first, last};
    const bool touches = certain != 0 ? period.certain_during(span) : period.possible_during(span);
    return touches ? 1 : 0;
}
