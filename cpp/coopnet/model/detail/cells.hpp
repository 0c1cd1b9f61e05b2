#pragma once

#include <coopnet/core/period.hpp>
#include <coopnet/model/detail/problems.hpp>
#include <coopnet/model/source.hpp>
#include <coopnet/model/vocabulary.hpp>

#include <limits>
#include <optional>
#include <string_view>

namespace coopnet::detail {

/// Reads the values of cells. An empty cell is unknown; what cannot be read is a problem,
/// and unknown from there on.
class Cells {
public:
    explicit Cells(Problems& problems) : problems_(problems) {}

    double number(const Place& at, std::string_view column, double low = -std::numeric_limits<double>::infinity(),
                  double high = std::numeric_limits<double>::infinity());
    Date date(const Place& at, std::string_view column);
    /// From `since` and `until`.
    Period period(const Place& at);
    Grade grade(const Place& at);
    /// A documented or claimed row needs a source.
    Status status(const Place& at);

private:
    using Reader = std::optional<Date> (*)(std::string_view cell);
    Date date_by(const Place& at, std::string_view column, Reader read);

    Problems& problems_;
};

}  // namespace coopnet::detail
