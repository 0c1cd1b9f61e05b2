#pragma once

#include <coopnet/core/ids.hpp>
#include <coopnet/model/network.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet::detail {

/// Reads what a tie weighs in some column, none if no column is asked for; an empty cell
/// weighs `fill`.
class Scale {
public:
    /// Throws UnknownName, naming the nearest columns.
    Scale(const Network& network, const std::optional<std::string>& column, std::optional<double> fill);

    /// Throws InvalidWeight if the cell is no number, or is empty and `fill` does not say.
    [[nodiscard]] double weight(TieRow tie) const;
    /// Likewise; throws InvalidWeight as well if it is negative or not finite.
    [[nodiscard]] double amount(TieRow tie) const;

private:
    [[nodiscard]] double recorded(TieRow tie) const;
    [[nodiscard]] std::string described(TieRow tie) const;

    const Network& network_;
    std::optional<double> fill_;
    std::string column_;
    const std::vector<std::string>* cells_ = nullptr;
};

}  // namespace coopnet::detail
