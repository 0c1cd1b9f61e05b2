#include <coopnet/analysis/pathways/pattern.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace coopnet::pathways {
namespace {

using Reads = Pattern::Reads;

constexpr std::uint32_t most_states = 2000;
constexpr std::uint32_t deepest = 100;
constexpr std::uint32_t most_repeats = 1000;

// What the text says, before it is an automaton.
struct Part {
    enum class Kind { tie, actor, sequence, choice, repeat };
    Kind kind = Kind::sequence;
    Condition condition{};
    bool against = false;
    std::vector<Part> parts{};
    std::uint32_t least = 0;
    std::optional<std::uint32_t> most{};
};

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Part pattern() {
        Part whole = choice(0);
        if (!ended()) fail(peek() == ')' ? "this bracket closes none" : "this cannot stand here");
        return whole;
    }

    Demand demand() {
        Demand asked{std::string{text_}, {}, {}};
        blanks();
        if (!ended() && peek() == '[') {
            for (Part& part : actor().parts) asked.of_actor.push_back(std::move(part.condition));
            if (asked.of_actor.empty()) fail("an empty bracket asks nothing");
        } else {
            asked.of_tie.push_back(tie().condition);
        }
        blanks();
        if (!ended()) fail("one condition ends here, and another begins");
        return asked;
    }

private:
    [[noreturn]] void fail(std::string_view what, std::optional<std::size_t> where = std::nullopt) const {
        const std::size_t place = where.value_or(at_);
        throw ParseError{"pattern", 0, column_at(text_, place), pointed(std::string{what} + ".", text_, place)};
    }

    [[nodiscard]] bool ended() const noexcept { return at_ == text_.size(); }
    [[nodiscard]] char peek() const noexcept { return text_[at_]; }
    [[nodiscard]] bool sees(char mark) const noexcept { return !ended() && peek() == mark; }
    bool take(char mark) {
        if (!sees(mark)) return false;
        ++at_;
        return true;
    }
    static bool blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    void blanks() {
        while (!ended() && blank(peek())) ++at_;
    }

    // --- the pattern ----------------------------------------------------------------
    Part choice(std::uint32_t depth) {
        if (depth > deepest) fail("brackets lie too deep in one another");
        Part either{.kind = Part::Kind::choice};
        do either.parts.push_back(sequence(depth));
        while (take('|'));
        return either.parts.size() == 1 ? std::move(either.parts.front()) : std::move(either);
    }

    Part sequence(std::uint32_t depth) {
        Part chain;
        for (blanks(); !ended() && peek() != '|' && peek() != ')'; blanks()) chain.parts.push_back(repeated(depth));
        if (chain.parts.empty()) fail("a relation, a dot or a bracket is missing here");
        return chain;
    }

    Part repeated(std::uint32_t depth) {
        Part part = one(depth);
        blanks();
        Part more{.kind = Part::Kind::repeat};
        if (take('+')) {
            more.least = 1;
        } else if (take('?')) {
            more.most = 1;
        } else if (take('{')) {
            std::tie(more.least, more.most) = bounds();
        } else if (!take('*')) {
            return part;
        }
        more.parts.push_back(std::move(part));
        blanks();
        if (!ended() && std::string_view{"*+?{"}.find(peek()) != std::string_view::npos) {
            fail("what is repeated twice needs brackets around it");
        }
        return more;
    }

    std::pair<std::uint32_t, std::optional<std::uint32_t>> bounds() {
        const std::size_t where = at_;
        const std::uint32_t least = number();
        std::optional<std::uint32_t> most = least;
        if (take(',')) {
            most.reset();
            if (!sees('}')) most = number();
        }
        if (!take('}')) fail("a number or a closing brace is missing here");
        if (most && *most < least) fail("it is repeated at least more often than at most", where);
        return {least, most};
    }

    std::uint32_t number() {
        const std::size_t where = at_;
        std::uint32_t value = 0;
        for (; !ended() && peek() >= '0' && peek() <= '9'; ++at_) {
            value = value * 10 + static_cast<std::uint32_t>(peek() - '0');
            if (value > most_repeats) fail("it cannot be repeated more than 1,000 times", where);
        }
        if (at_ == where) fail("a number is missing here");
        return value;
    }

    Part one(std::uint32_t depth) {
        const std::size_t where = at_;
        if (take('(')) {
            Part inner = choice(depth + 1);
            if (!take(')')) fail("the bracket that opens here is never closed", where);
            return inner;
        }
        if (sees('[')) return actor();
        return tie();
    }

    // --- ties and actors ------------------------------------------------------------
    Part tie() {
        Part read{.kind = Part::Kind::tie, .against = take('-')};
        if (take('.')) return read;
        Word first = word(outside);
        if (sees('=') || sees('!')) {
            read.condition = values(std::move(first), outside);
        } else {
            read.condition = {{"relation", first.place}, {std::move(first)}, true};
        }
        return read;
    }

    Part actor() {
        const std::size_t where = at_++;
        Part all;
        for (blanks(); !take(']'); blanks()) {
            if (ended()) fail("the bracket that opens here is never closed", where);
            Word column = word(inside);
            if (!sees('=') && !sees('!'))
                fail("a column and a value are asked for here, such as kind=ncb", column.place);
            all.parts.push_back({.kind = Part::Kind::actor, .condition = values(std::move(column), inside)});
        }
        return all;
    }

    Condition values(Word column, std::string_view stops) {
        Condition condition{std::move(column), {}, !take('!')};
        if (!take('=')) fail("after ! there must be =");
        do {
            const std::size_t where = at_;
            const bool quoted = sees('"');
            Word value = word(stops == outside ? after_equals : stops);
            if (!quoted && value.text == "-") value = {"", where};
            condition.values.push_back(std::move(value));
        } while (take(','));
        return condition;
    }

    static constexpr std::string_view outside = " \t\r\n()[]{}|*+?.,=!\"";
    static constexpr std::string_view after_equals = " \t\r\n()[]{}|*+?,=!\"";
    static constexpr std::string_view inside = " \t\r\n[],=!\"";

    Word word(std::string_view stops) {
        const std::size_t where = at_;
        if (take('"')) return {quoted(where), where};
        while (!ended() && stops.find(peek()) == std::string_view::npos) ++at_;
        if (at_ == where) fail("a word is missing here");
        return {std::string{text_.substr(where, at_ - where)}, where};
    }

    std::string quoted(std::size_t where) {
        std::string said;
        while (!ended() && peek() != '"') {
            if (peek() == '\\' && at_ + 1 < text_.size()) ++at_;
            said += text_[at_++];
        }
        if (!take('"')) fail("the quotation mark that opens here is never closed", where);
        return said;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// Thompson's construction, without arcs that a sequence does not need.
class Builder {
public:
    explicit Builder(Pattern& pattern) : pattern_(pattern) {}

    void add(const Part& part, std::uint32_t from, std::uint32_t to) {
        switch (part.kind) {
            case Part::Kind::tie:
                return arc(from, to, part.against ? Reads::against : Reads::along, pattern_.of_ties, part.condition);
            case Part::Kind::actor:
                return arc(from, to, Reads::actor, pattern_.of_actors, part.condition);
            case Part::Kind::sequence:
                return chain(part.parts, from, to);
            case Part::Kind::choice:
                for (const Part& one : part.parts) add(one, from, to);
                return;
            case Part::Kind::repeat:
                return repeat(part, from, to);
        }
    }

private:
    void chain(const std::vector<Part>& parts, std::uint32_t from, std::uint32_t to) {
        if (parts.empty()) pattern_.arcs.push_back({from, to, Reads::nothing, 0});
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::uint32_t next = i + 1 == parts.size() ? to : state();
            add(parts[i], from, next);
            from = next;
        }
    }

    void repeat(const Part& part, std::uint32_t from, std::uint32_t to) {
        const Part& inner = part.parts.front();
        // A state of its own first: what loops or may be left out must not leak into its neighbors.
        std::uint32_t here = after(from);
        for (std::uint32_t i = 0; i < part.least; ++i) here = copy(inner, here);
        if (!part.most) {
            add(inner, here, here);
        } else {
            for (std::uint32_t i = part.least; i < *part.most; ++i) {
                pattern_.arcs.push_back({here, to, Reads::nothing, 0});
                here = copy(inner, here);
            }
        }
        pattern_.arcs.push_back({here, to, Reads::nothing, 0});
    }

    std::uint32_t after(std::uint32_t from) {
        const std::uint32_t next = state();
        pattern_.arcs.push_back({from, next, Reads::nothing, 0});
        return next;
    }

    std::uint32_t copy(const Part& part, std::uint32_t from) {
        const std::uint32_t next = state();
        add(part, from, next);
        return next;
    }

    std::uint32_t state() {
        if (pattern_.states == most_states) {
            throw ParseError{"pattern", 0, 0, "it becomes an automaton of more than 2,000 states. Repeat less."};
        }
        return pattern_.states++;
    }

    void arc(std::uint32_t from, std::uint32_t to, Reads reads, std::vector<Condition>& known,
             const Condition& condition) {
        const auto found = std::ranges::find(known, condition);
        const auto place = static_cast<std::uint32_t>(found - known.begin());
        if (found == known.end()) {
            if (known.size() == most_conditions) {
                throw ParseError{"pattern", 0, 0, "it asks more than 63 different things of a tie or an actor."};
            }
            known.push_back(condition);
        }
        pattern_.arcs.push_back({from, to, reads, place});
    }

    Pattern& pattern_;
};

}  // namespace

Pattern parse_pattern(std::string_view text) {
    const Part whole = Reader{text}.pattern();
    Pattern pattern{.text = std::string{text}};
    Builder{pattern}.add(whole, 0, 1);
    return pattern;
}

Demand parse_demand(std::string_view text) {
    return Reader{text}.demand();
}

}  // namespace coopnet::pathways
