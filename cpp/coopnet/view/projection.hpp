#pragma once

#include <coopnet/core/period.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {

/// What a weight is, and so which questions it answers.
enum class WeightMeaning { none, strength, cost, probability, capacity };

/// How parallel edges become one. `automatic`: measures merge, pathways and pictures keep.
enum class Parallel { automatic, keep, sum, max, min, count };

/// What becomes of ties to forums, events, bodies and instruments.
enum class Affiliations { keep, count, newman, jaccard };

enum class Orientation { declared, undirected, reversed };

/// Whether one reading of unknown days is enough, or all must fit.
enum class Dates { possible, certain };

/// What a question selects: which ties count, when, how they are merged, what the weight
/// means, which way they run. Filters are joined by *and*; no list means no filter, and an
/// absent entry in a list is the empty cell.
struct Projection {
    using Choice = std::optional<std::string>;
    using Choices = std::optional<std::vector<Choice>>;

    Choices layers;
    Choices relations;
    Choices kinds;
    Choices countries;
    Choices actors;
    std::map<std::string, std::vector<Choice>> where;  ///< tie column → values
    std::optional<std::string> at;                     ///< one day
    std::optional<std::string> during;                 ///< "2022", "2022-07/2022-09"
    Dates dates = Dates::possible;
    Choices status;
    std::optional<std::string> min_grade;
    std::vector<std::string> without_sources;
    std::optional<std::string> weight;  ///< a tie column
    std::optional<WeightMeaning> weight_means;
    std::optional<double> fill;  ///< in place of an empty weight
    Parallel parallel = Parallel::automatic;
    Affiliations affiliations = Affiliations::keep;
    Orientation direction = Orientation::declared;
    bool loops = true;
    bool isolates = true;
};

/// What the weight column of a projection means. Throws InvalidOption if it is not known
/// and `weight_means` does not say.
WeightMeaning meaning_of_weight(const Projection& projection);

/// "strength", "cost", "probability", "capacity", or "none".
std::string_view meaning_name(WeightMeaning meaning) noexcept;

}  // namespace coopnet
