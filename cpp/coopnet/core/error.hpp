#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace coopnet {

/// The base of everything coopnet throws. `what()` is one sentence that names the
/// actor, file or row concerned and says what to do.
class Error : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// No actor has this id, or the projection leaves it out.
class UnknownActor : public Error {
    using Error::Error;
};

/// No relation of the vocabulary has this name.
class UnknownRelation : public Error {
    using Error::Error;
};

/// A layer, column, measure or other name that does not exist.
class UnknownName : public Error {
    using Error::Error;
};

/// A weight that the question cannot use: missing, negative, infinite, of the wrong meaning.
class InvalidWeight : public Error {
    using Error::Error;
};

/// A value that an option does not take.
class InvalidOption : public Error {
    using Error::Error;
};

/// One thing wrong with a network's tables.
struct Problem {
    std::string file;
    std::optional<std::uint32_t> row;  ///< as a spreadsheet counts: the header is row 1; of a text, the line
    std::string column;
    std::string message;

    /// "ties.csv, row 7, target: there is no actor …"
    [[nodiscard]] std::string sentence() const;
};

/// As many problems as a message lists; the error holds all.
constexpr std::size_t shown_problems = 20;

/// Everything wrong with a network, found in one pass.
class InvalidNetwork : public Error {
public:
    explicit InvalidNetwork(std::vector<Problem> problems);
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// A file that cannot be read as its format; says where.
class ParseError : public Error {
public:
    ParseError(std::string path, std::uint64_t line, std::uint64_t column, const std::string& message);
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
    [[nodiscard]] std::uint64_t column() const noexcept { return column_; }

private:
    std::string path_;
    std::uint64_t line_;    ///< from 1; 0 if the format does not tell
    std::uint64_t column_;  ///< from 1; 0 if the format does not tell
};

/// An iteration that did not settle within its limit.
class NotConverged : public Error {
    using Error::Error;
};

/// A picture that could not be drawn.
class RenderError : public Error {
    using Error::Error;
};

/// The caller stopped the work.
class Cancelled : public Error {
public:
    Cancelled() : Error("The work was stopped before it was done.") {}
};

}  // namespace coopnet
