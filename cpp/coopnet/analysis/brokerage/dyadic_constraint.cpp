#include <coopnet/analysis/brokerage/dyadic_constraint.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <cstddef>
#include <numeric>
#include <vector>

namespace coopnet::brokerage {
namespace {

using detail::Contacts;

double total(std::span<const double> strengths) noexcept {
    return std::accumulate(strengths.begin(), strengths.end(), 0.0);
}

std::vector<double> totals(const Contacts& contacts) {
    std::vector<double> totals(contacts.vertex_count());
    for (Vertex v = 0; v < totals.size(); ++v) totals[v] = total(contacts.strengths_of(v));
    return totals;
}

// What a contact invests in an actor and in their common contacts.
double among_contacts(const Contacts& contacts, Vertex actor, Vertex contact) {
    double sum = 0;
    const auto theirs = contacts.of(contact);
    const auto strengths = contacts.strengths_of(contact);
    detail::each_common(contacts.of(actor), theirs, [&](std::size_t, std::size_t at) { sum += strengths[at]; });
    const auto back = std::ranges::lower_bound(theirs, actor) - theirs.begin();
    return sum + strengths[static_cast<std::size_t>(back)];
}

}  // namespace

template <Direction D>
Contacts dyadic_constraint(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options,
                           Monitor& monitor) {
    detail::require_strengths(strengths);
    const Contacts contacts = detail::contacts(view, strengths, detail::Mode::all);
    const auto whole = totals(contacts);
    Contacts constraint = contacts;
    std::vector<double> invested;  // by the actor's contacts: in all that count
    for (Vertex actor = 0; actor < contacts.vertex_count(); ++actor) {
        monitor.check();
        const auto around = contacts.of(actor);
        const auto mine = contacts.strengths_of(actor);
        invested.clear();
        for (const Vertex contact : around) {
            invested.push_back(options.ego_network ? among_contacts(contacts, actor, contact) : whole[contact]);
        }
        for (std::size_t i = 0; i < around.size(); ++i) {
            const auto theirs = contacts.strengths_of(around[i]);
            double investment = mine[i];
            // Strengths run both ways: what a common contact q has with this one is read here.
            detail::each_common(around, contacts.of(around[i]), [&](std::size_t q, std::size_t at) {
                investment += mine[q] * (theirs[at] / invested[q]);
            });
            const double share = investment / whole[actor];
            constraint.strengths[contacts.offsets[actor] + i] = share * share;
        }
    }
    return constraint;
}

template Contacts dyadic_constraint(const Digraph&, std::span<const double>, ConstraintOptions, Monitor&);
template Contacts dyadic_constraint(const Ugraph&, std::span<const double>, ConstraintOptions, Monitor&);

}  // namespace coopnet::brokerage
