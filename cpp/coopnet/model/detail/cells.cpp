#include <coopnet/core/number.hpp>
#include <coopnet/model/detail/cells.hpp>
#include <coopnet/model/tie.hpp>

#include <cmath>
#include <string>

namespace coopnet::detail {

double Cells::number(const Place& at, std::string_view column, double low, double high) {
    const auto cell = at.cell(column);
    if (cell.empty()) return unknown;
    const auto value = read_number(cell);
    if (!value) {
        problems_.at(at, column, quoted(cell) + " is not a number. Write it plainly, with a decimal point.");
        return unknown;
    }
    if (*value >= low && *value <= high) return *value;
    const std::string range = std::isfinite(high) ? "from " + format_number(low) + " to " + format_number(high)
                                                  : "at least " + format_number(low);
    problems_.at(at, column, std::string{cell} + " is out of range; it must be " + range + ".");
    return unknown;
}

Date Cells::date(const Place& at, std::string_view column) {
    return date_by(at, column,
                   [](std::string_view cell) { return cell.empty() ? std::optional<Date>{Date{}} : parse_date(cell); });
}

Date Cells::date_by(const Place& at, std::string_view column, Reader read) {
    const auto cell = at.cell(column);
    if (const auto date = read(cell)) return *date;
    problems_.at(at, column,
                 quoted(cell) + " is not a date. Write 2022, 2022-08 or 2022-08-15; leave it empty if unknown.");
    return {};
}

Period Cells::period(const Place& at) {
    const Period held{date_by(at, "since", parse_since), date_by(at, "until", parse_until)};
    if (held.ends_before_it_begins()) {
        problems_.at(at, "until",
                     std::string{at.cell("until")} + " is before it begins, " + std::string{at.cell("since")} +
                         ". Exchange the two or mend one.");
    }
    return held;
}

Grade Cells::grade(const Place& at) {
    const auto cell = at.cell("grade");
    if (const auto grade = parse_grade(cell)) return *grade;
    problems_.at(at, "grade", quoted(cell) + " is not a grade. Write a letter A–F and a digit 1–6, as B2.");
    return {};
}

Status Cells::status(const Place& at) {
    const auto cell = at.cell("status");
    const auto status = parse_status(cell);
    if (!status) {
        problems_.at(at, "status", quoted(cell) + " is not a status: documented, claimed, inferred or empty.");
        return Status::unsaid;
    }
    const bool needs_source = *status == Status::documented || *status == Status::claimed;
    if (needs_source && split_cell(at.cell("sources")).empty()) {
        problems_.at(at, "sources",
                     "a tie that is " + std::string{cell} + " needs a source. Name one, or call it inferred.");
    }
    return *status;
}

}  // namespace coopnet::detail
