#include <coopnet/core/number.hpp>
#include <coopnet/view/detail/question.hpp>
#include <coopnet/view/detail/scale.hpp>

#include <cmath>

namespace coopnet::detail {

Scale::Scale(const Network& network, const std::optional<std::string>& column, std::optional<double> fill)
    : network_(network), fill_(fill) {
    if (!column) return;
    column_ = *column;
    cells_ = tie_column(network, column_);
}

double Scale::weight(TieRow tie) const {
    const double recorded = this->recorded(tie);
    if (!std::isnan(recorded)) return recorded;
    if (fill_) return *fill_;
    throw InvalidWeight{described(tie) + " has no " + column_ +
                        ". Say fill= to give empty cells a value, or choose another weight."};
}

double Scale::amount(TieRow tie) const {
    const double weight = this->weight(tie);
    if (std::isfinite(weight) && weight >= 0) return weight;
    throw InvalidWeight{described(tie) + " has a " + column_ +
                        " that is negative or not finite, and cannot be added up. Mend it, or ask without it."};
}

double Scale::recorded(TieRow tie) const {
    const Tie& facts = network_[tie];
    if (column_ == "reliability") return network_.reliability(tie);
    if (column_ == "strength") return std::isnan(facts.strength) ? 1 : facts.strength;
    if (column_ == "delay_days") return facts.delay_days;
    if (column_ == "capacity") return facts.capacity;
    if (cells_ == nullptr || (*cells_)[index(tie)].empty()) return unknown;
    const std::string& cell = (*cells_)[index(tie)];
    if (const auto value = read_number(cell)) return *value;
    throw InvalidWeight{described(tie) + " has \"" + cell + "\" as " + column_ + ", which is no number."};
}

std::string Scale::described(TieRow tie) const {
    const Tie& facts = network_[tie];
    return "The tie " + network_.tie_id(tie) + " (" + network_[facts.source].id + " → " + network_[facts.target].id +
           ", " + network_.vocabulary()[facts.relation].id + ")";
}

}  // namespace coopnet::detail
