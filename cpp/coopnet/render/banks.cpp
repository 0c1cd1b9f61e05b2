#include <coopnet/core/error.hpp>
#include <coopnet/render/banks.hpp>
#include <coopnet/render/detail/seating.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>

namespace coopnet::render {
namespace {

using detail::Cell;
using detail::Seating;

constexpr double width = 1080;
constexpr double river = 146;
constexpr double least_gap = 20;       // between boxes of a row
constexpr double row_gap = 38;         // between boxes of two rows
constexpr double first_row_drop = 30;  // room for the name of a band
constexpr double band_foot = 17;
constexpr double band_gap = 10;  // before and behind the rows across
constexpr std::size_t most_rows_at_river = 3;
constexpr std::size_t most_banks = 4;
constexpr std::size_t most_actors = 80;

// Agreements, occasions and states themselves stand for no body: their ties say who belongs together, not who works
// with whom.
bool stands(const Vocabulary& words, KindRow kind) {
    constexpr std::array<std::string_view, 4> left_out{"instrument", "event", "forum", "state"};
    const auto is_one = [&](std::string_view id) {
        const auto row = words.kind(id);
        return row && words.is_a(kind, *row);
    };
    return !words.level_of(kind).empty() && std::ranges::none_of(left_out, is_one);
}

struct Standing {
    std::size_t actor;
    std::string_view level;
    std::string_view country;
};

std::vector<Standing> standing_actors(const Network& network) {
    const Vocabulary& words = network.vocabulary();
    std::vector<Standing> standing;
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const auto kind = network.actors()[i].kind;
        if (kind && stands(words, *kind)) {
            standing.push_back({i, words.level_of(*kind), network.draft().actors.cell(i, "country")});
        }
    }
    return standing;
}

bool is_route(std::string_view level) {
    return level == "route";
}

bool is_top(const Vocabulary& words, std::string_view level) {
    return !words.levels.empty() && words.levels.front().id == level;
}

// Countries of actors that stand on a bank; most actors first, then as the table has them.
std::vector<std::string_view> countries(const Network& network, const std::vector<Standing>& standing) {
    std::vector<std::string_view> order;
    std::map<std::string_view, std::size_t> counts;
    for (const Standing& one : standing) {
        if (one.country.empty() || is_route(one.level) || is_top(network.vocabulary(), one.level)) continue;
        if (counts[one.country]++ == 0) order.push_back(one.country);
    }
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::string_view country) { return counts[country]; });
    return order;
}

// Banks share what the rivers leave, by the number of their actors, none less than a third of the average.
std::vector<Bank> grounds(const std::vector<std::string_view>& order, const std::vector<Standing>& standing) {
    const double rivers = river + (order.size() > 2 ? static_cast<double>(order.size() - 2) * river / 3 : 0);
    std::vector<double> shares;
    for (const std::string_view country : order) {
        const auto count = static_cast<double>(std::ranges::count(standing, country, &Standing::country));
        shares.push_back(std::sqrt(count));
    }
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.);
    std::vector<Bank> banks;
    double left = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double share = (width - rivers) * shares[i] / sum;
        banks.push_back({std::string{order[i]}, {left, 0, left + share, 0}});
        left += share + (i == 0 ? river : river / 3);
    }
    return banks;
}

// Rows of bands, zones of banks and river, and who may sit where.
class Plan {
public:
    Plan(const Network& network, const BoxSizes& sizes)
        : network_{network}, sizes_{sizes}, standing_{standing_actors(network)}, order_{countries(network, standing_)} {
        if (order_.empty()) {
            throw InvalidOption{
                "No actor of this network has a country and a kind with a level; choose the layout \"graph\"."};
        }
        if (order_.size() > most_banks) order_.resize(most_banks);
        result_.banks = grounds(order_, standing_);
        seating_.half_widths.resize(sizes.size());
        for (std::size_t i = 0; i < sizes.size(); ++i) seating_.half_widths[i] = sizes[i].width / 2;
        seating_.heights.resize(sizes.size());
        for (std::size_t i = 0; i < sizes.size(); ++i) seating_.heights[i] = sizes[i].height;
        count_ties();
        for (const Level& level : network.vocabulary().levels) add_band(level.id);
        close_banks();
        add_ties();
    }

    Banks placed() {
        pair_across();
        join_over_river();
        // Routes are drawn in few pictures: the banks settle without them, then the routes follow.
        std::vector<std::size_t> banks;
        std::vector<std::size_t> routes;
        for (const Standing& one : standing_) (is_route(one.level) ? routes : banks).push_back(one.actor);
        std::vector<std::size_t> all = banks;
        all.insert(all.end(), routes.begin(), routes.end());
        detail::settle(seating_, banks, banks);
        detail::settle(seating_, routes, all);
        result_.places.assign(network_.actors().size(), std::nullopt);
        for (const Cell& cell : seating_.cells) {
            for (const std::size_t actor : cell.actors) result_.places[actor] = seating_.places[actor];
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::size_t bank_of(std::string_view country) const {
        return static_cast<std::size_t>(std::ranges::find(order_, country) - order_.begin());
    }

    // The zones of a row: the banks, and between the first two the river.
    [[nodiscard]] std::vector<detail::Zone> zones(bool with_river) const {
        std::vector<detail::Zone> zones;
        for (std::size_t i = 0; i < result_.banks.size(); ++i) {
            const Box& ground = result_.banks[i].ground;
            zones.push_back({ground.left + 12, ground.right - 12, i == 0 ? 1. : -1., i});
        }
        if (with_river && result_.banks.size() > 1) {
            zones.push_back({result_.banks[0].ground.right + 4, result_.banks[1].ground.left - 4, 0, order_.size()});
        }
        return zones;
    }

    [[nodiscard]] std::vector<std::size_t> allowed_zones(const Standing& one, bool across) const {
        const std::size_t bank = bank_of(one.country);
        if (bank < order_.size() && !(across && !is_route(one.level))) return {bank};
        std::vector<std::size_t> all(order_.size() + (order_.size() > 1 ? 1 : 0));
        std::iota(all.begin(), all.end(), 0U);
        return all;
    }

    void add_band(const std::string& level) {
        const bool across = is_route(level) || is_top(network_.vocabulary(), level);
        std::vector<Standing> members;
        for (const Standing& one : standing_) {
            const bool has_bank = bank_of(one.country) < order_.size();
            // Who belongs to no bank stands in the row across the top.
            const bool here = one.level == level
                                  ? across || has_bank
                                  : is_top(network_.vocabulary(), level) && !has_bank && !is_route(one.level);
            if (here) members.push_back(one);
        }
        if (members.empty()) return;
        double height = 0;
        for (const Standing& one : members) height = std::max(height, sizes_[one.actor].height);
        const double top = result_.size.height + (is_route(level) ? band_gap : 0);
        const double drop = across ? 12 : first_row_drop;
        const double foot = across ? 12 : band_foot;
        const double pitch = height + (across ? 18 : row_gap);
        const std::size_t rows = seat(members, across, top + drop + height / 2, pitch);
        const double bottom = top + drop + foot + height + static_cast<double>(rows - 1) * pitch;
        result_.bands.push_back({level, top, bottom, across});
        result_.size.height = bottom + (across && !is_route(level) ? band_gap : 0);
    }

    // Fills the rows of a band one actor after the other, where there is most room; one row more if they do not fit.
    std::size_t seat(const std::vector<Standing>& members, bool across, double first, double pitch) {
        const auto zones_here = zones(across);
        for (std::size_t rows = across ? 1 : rows_at_river(members);; ++rows) {
            std::vector<Cell> cells;
            for (std::size_t row = 0; row < rows; ++row) {
                for (const detail::Zone& zone : zones_here) {
                    cells.push_back(
                        {zone, result_.bands.size(), row, across, first + static_cast<double>(row) * pitch, {}});
                }
            }
            if (fill(members, across, cells, rows > members.size())) {
                for (Cell& cell : cells) seating_.cells.push_back(std::move(cell));
                return rows;
            }
        }
    }

    // Actors with a tie across want a place at the river: a row each, up to three.
    [[nodiscard]] std::size_t rows_at_river(const std::vector<Standing>& members) const {
        std::size_t most = 1;
        for (std::size_t bank = 0; bank < order_.size(); ++bank) {
            const auto count = std::ranges::count_if(
                members, [&](const Standing& one) { return bank_of(one.country) == bank && is_tied_across(one); });
            most = std::max(most, static_cast<std::size_t>(count));
        }
        return std::min(most, most_rows_at_river);
    }

    [[nodiscard]] bool is_tied_across(const Standing& one) const {
        const auto bank_of_actor = [&](std::size_t actor) {
            return bank_of(network_.draft().actors.cell(actor, "country"));
        };
        return std::ranges::any_of(counts_, [&](const auto& tie) {
            const auto& [a, b] = tie.first;
            if (a != one.actor && b != one.actor) return false;
            const std::size_t other = bank_of_actor(a == one.actor ? b : a);
            return other < order_.size() && other != bank_of(one.country);
        });
    }

    bool fill(const std::vector<Standing>& members, bool across, std::vector<Cell>& cells, bool tight) {
        for (const Standing& one : members) {
            const auto allowed = allowed_zones(one, across);
            Cell* best = nullptr;
            double most = 0;
            for (Cell& cell : cells) {
                if (std::ranges::find(allowed, cell.zone.id) == allowed.end()) continue;
                const double room = seating_.room(cell) - sizes_[one.actor].width - least_gap;
                // A name wider than its bank stands alone in its row.
                if (room > most || (tight && best == nullptr && cell.actors.empty())) {
                    best = &cell;
                    most = std::max(room, 0.);
                }
            }
            if (best == nullptr) return false;
            best->actors.push_back(one.actor);
            seating_.allowed[one.actor] = allowed;
        }
        return true;
    }

    void close_banks() {
        const auto is_bank = [](const Band& band) { return !band.across; };
        const auto first = std::ranges::find_if(result_.bands, is_bank);
        double bottom = first->bottom;
        for (const Band& band : result_.bands) {
            if (is_bank(band)) bottom = band.bottom;
        }
        for (Bank& bank : result_.banks) {
            bank.ground.top = first->top;
            bank.ground.bottom = bottom;
        }
        result_.size.width = width;
    }

    void count_ties() {
        std::vector<bool> stands_here(network_.actors().size());
        for (const Standing& one : standing_) stands_here[one.actor] = !is_route(one.level);
        for (const Tie& tie : network_.ties()) {
            const auto [a, b] = std::minmax({index(tie.source), index(tie.target)});
            const bool faint = network_.vocabulary()[tie.relation].affiliation;
            if (a != b && stands_here[a] && stands_here[b] && !faint) ++counts_[{a, b}];
        }
    }

    [[nodiscard]] std::size_t count_of(std::size_t a, std::size_t b) const {
        const auto found = counts_.find({a, b});
        return found == counts_.end() ? 0 : found->second;
    }

    void add_ties() {
        std::map<std::pair<std::size_t, std::size_t>, double> weights;
        for (const Tie& tie : network_.ties()) {
            const auto [a, b] = std::minmax({index(tie.source), index(tie.target)});
            if (a == b || !seating_.allowed.contains(a) || !seating_.allowed.contains(b)) continue;
            const bool faint = network_.vocabulary()[tie.relation].affiliation;
            double& weight = weights[{a, b}];
            weight = weight == 0 ? (faint ? .3 : 1.) : std::min(weight + (faint ? 0 : .35), 2.5);
        }
        for (const auto& [ends, weight] : weights) seating_.ties.push_back({ends.first, ends.second, weight});
    }

    // The body of the row across the top that is tied most evenly to both banks stands over the river between them.
    void join_over_river() {
        if (order_.size() < 2) return;
        std::size_t best = 0;
        std::pair<std::size_t, std::size_t> most{0, 0};
        for (const Cell& cell : seating_.cells) {
            if (cell.band != 0 || !cell.across) continue;
            for (const std::size_t actor : cell.actors) {
                std::array<std::size_t, 2> ties{};
                for (const auto& [ends, count] : counts_) {
                    if (ends.first != actor && ends.second != actor) continue;
                    const std::size_t zone = seating_.cell_of(ends.first == actor ? ends.second : ends.first)->zone.id;
                    if (zone < 2) ties.at(zone) += count;
                }
                const std::pair worth{std::min(ties[0], ties[1]), std::max(ties[0], ties[1])};
                if (worth > most) {
                    most = worth;
                    best = actor;
                }
            }
        }
        if (most.second > 0) detail::seat_over_river(seating_, best);
    }

    // Actors of the first two banks and of one band that belong opposite each other.
    void pair_across() {
        if (order_.size() < 2) return;
        struct Pair {
            std::size_t home;
            std::size_t partner;
            double score;
        };
        std::vector<Pair> pairs;
        for (const auto& tie : seating_.ties) {
            const Cell* a = seating_.cell_of(tie.a);
            const Cell* b = seating_.cell_of(tie.b);
            if (a->zone.id > b->zone.id) std::swap(a, b);
            if (a->zone.id != 0 || b->zone.id != 1 || a->band != b->band) continue;
            const bool swapped = seating_.cell_of(tie.a)->zone.id != 0;
            const std::size_t home = swapped ? tie.b : tie.a;
            const std::size_t partner = swapped ? tie.a : tie.b;
            const bool alike = network_.actors()[home].kind == network_.actors()[partner].kind;
            if (result_.bands[a->band].across) continue;
            pairs.push_back({home, partner, static_cast<double>(count_of(tie.a, tie.b)) + (alike ? 1.5 : 0)});
        }
        std::ranges::stable_sort(pairs, std::ranges::greater{}, &Pair::score);
        for (const Pair& pair : pairs) detail::pin(seating_, pair.home, pair.partner);
    }

    const Network& network_;
    const BoxSizes& sizes_;
    std::vector<Standing> standing_;
    std::vector<std::string_view> order_;
    Seating seating_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t>
        counts_;  // of ties between two actors of the banks and the top row
    Banks result_;
};

// The height of a level: the middle of its band.
double wished(const Banks& banks, std::string_view level) {
    for (const Band& band : banks.bands) {
        if (band.level == level && !band.across) return (band.top + band.bottom) / 2;
    }
    return banks.banks.front().ground.center().y;
}

// The place with room that is nearest above or below, between the ends of the banks; else below everything.
Point free_place(Banks& banks, const std::vector<Box>& taken, Size size, Point at) {
    const Box& ground = banks.banks.front().ground;
    const auto is_free = [&](const Box& box) {
        return box.top > ground.top && box.bottom < ground.bottom &&
               std::ranges::none_of(taken, [&](const Box& other) { return overlap(box, other); });
    };
    for (double away = 0; away < ground.height(); away += 2) {
        for (const double y : {at.y - away, at.y + away}) {
            if (is_free(box_at({at.x, y}, size))) return {at.x, y};
        }
    }
    const Point below{at.x, banks.size.height + row_gap / 2 + size.height / 2};
    banks.size.height = banks.bands.back().bottom = below.y + size.height / 2 + row_gap / 2;
    return below;
}

}  // namespace

bool suits_banks(const Network& network) {
    const auto standing = standing_actors(network);
    const std::size_t banks = countries(network, standing).size();
    return banks >= 2 && banks <= most_banks && standing.size() <= most_actors;
}

Banks place_on_banks(const Network& network, const BoxSizes& sizes) {
    return Plan{network, sizes}.placed();
}

void add_in_river(Banks& banks, const Network& network, const BoxSizes& sizes) {
    const std::size_t recorded = banks.places.size();
    const double middle = banks.banks.size() > 1 ? banks.banks[0].ground.right + river / 2 : banks.size.width / 2;
    std::vector<Box> taken;
    for (std::size_t i = 0; i < recorded; ++i) {
        if (!banks.places[i]) continue;
        const Box box = box_at(*banks.places[i], sizes[i]);
        taken.push_back(box.grown(6));
        // A level tie across the river, and the word on it, keep their room.
        if (std::abs(banks.places[i]->x - middle) < river / 2 + box.width())
            taken.push_back(box_at({middle, banks.places[i]->y}, {river, 22}));
    }
    banks.places.resize(network.actors().size());
    for (const Standing& one : standing_actors(network)) {
        if (one.actor < recorded) continue;
        banks.places[one.actor] = free_place(banks, taken, sizes[one.actor], {middle, wished(banks, one.level)});
        taken.push_back(box_at(*banks.places[one.actor], sizes[one.actor]).grown(6));
    }
}

}  // namespace coopnet::render
