#include "differences.hpp"
#include "words.hpp"

namespace coopnet::bindings {
namespace {

constexpr Words<Fate, 4> fates{
    {{"kept", Fate::kept}, {"changed", Fate::changed}, {"added", Fate::added}, {"removed", Fate::removed}}};

}  // namespace

render::Difference difference_from(const SaidDifference& said) {
    render::Difference difference{std::get<0>(said), std::get<1>(said), {}, {}};
    for (const std::string& fate : std::get<2>(said)) difference.actors.push_back(meaning_of(fate, "fate", fates));
    for (const std::string& fate : std::get<3>(said)) difference.ties.push_back(meaning_of(fate, "fate", fates));
    return difference;
}

}  // namespace coopnet::bindings
