#include <coopnet/core/error.hpp>
#include <coopnet/view/projection.hpp>

#include <array>
#include <utility>

namespace coopnet {

WeightMeaning meaning_of_weight(const Projection& projection) {
    if (!projection.weight) return WeightMeaning::none;
    if (projection.weight_means) return *projection.weight_means;
    constexpr std::array<std::pair<std::string_view, WeightMeaning>, 4> known{
        {{"strength", WeightMeaning::strength},
         {"reliability", WeightMeaning::probability},
         {"delay_days", WeightMeaning::cost},
         {"capacity", WeightMeaning::capacity}}};
    for (const auto& [column, meaning] : known) {
        if (*projection.weight == column) return meaning;
    }
    throw InvalidOption{"What does the weight \"" + *projection.weight +
                        "\" mean? Say weight_means: strength, cost, probability or capacity."};
}

std::string_view meaning_name(WeightMeaning meaning) noexcept {
    constexpr std::array<std::string_view, 5> names{"none", "strength", "cost", "probability", "capacity"};
    return names[static_cast<std::size_t>(meaning)];
}

}  // namespace coopnet
