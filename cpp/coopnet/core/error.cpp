#include <coopnet/core/error.hpp>

#include <utility>

namespace coopnet {
namespace {

std::string summary(const std::vector<Problem>& problems) {
    if (problems.size() == 1) return problems.front().sentence();
    std::string text = "The network has " + std::to_string(problems.size()) + " problems:";
    for (std::size_t i = 0; i < problems.size() && i < shown_problems; ++i) {
        text += "\n  " + problems[i].sentence();
    }
    if (problems.size() > shown_problems) {
        text += "\n  … and " + std::to_string(problems.size() - shown_problems) + " more.";
    }
    return text;
}

std::string located(const std::string& path, std::uint64_t line, std::uint64_t column, const std::string& message) {
    std::string text = path;
    if (line > 0) text += ", line " + std::to_string(line);
    if (column > 0) text += ", column " + std::to_string(column);
    return text + ": " + message;
}

}  // namespace

std::string Problem::sentence() const {
    std::string text = file;
    if (row) text += ", row " + std::to_string(*row);
    if (!column.empty()) text += ", " + column;
    return text.empty() ? message : text + ": " + message;
}

InvalidNetwork::InvalidNetwork(std::vector<Problem> problems)
    : Error(summary(problems)), problems_(std::move(problems)) {}

ParseError::ParseError(std::string path, std::uint64_t line, std::uint64_t column, const std::string& message)
    : Error(located(path, line, column, message)), path_(std::move(path)), line_(line), column_(column) {}

}  // namespace coopnet
