#include "selection.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace coopnet::web {
namespace {

class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : left_(bytes) {}

    template <class T>
    std::vector<T> take(std::size_t count) {
        std::vector<T> values(count);
        if (count > 0) std::memcpy(values.data(), next(count * sizeof(T)).data(), count * sizeof(T));
        return values;
    }
    std::string text(std::size_t size) {
        std::string text(size, ' ');
        if (size > 0) std::memcpy(text.data(), next(size).data(), size);
        return text;
    }

private:
    std::span<const std::byte> next(std::size_t size) {
        if (size > left_.size()) throw InvalidOption{"The page handed over a broken network. Save the page anew."};
        const auto taken = left_.first(size);
        left_ = left_.subspan(size);
        return taken;
    }

    std::span<const std::byte> left_;
};

using Word = std::uint32_t;

bool directed(Word kind) noexcept {
    return (kind & 1U) != 0;
}
bool affiliation(Word kind) noexcept {
    return (kind & 2U) != 0;
}

void read_ties(Reader& reader, std::size_t count, Selection& selection) {
    selection.sources = reader.take<Word>(count);
    selection.targets = reader.take<Word>(count);
    const auto kinds = reader.take<Word>(count);
    for (const Word tie : reader.take<Word>(count)) selection.ties.push_back(row<TieRow>(tie));
    for (std::size_t i = 0; i < count; ++i) {
        selection.directed.push_back(directed(kinds[i]));
        selection.affiliation.push_back(affiliation(kinds[i]));
        selection.settle(selection.targets[i], directed(kinds[i]), affiliation(kinds[i]));
    }
}

void read_dormant(Reader& reader, std::size_t count, Selection& selection) {
    const auto sources = reader.take<Word>(count);
    const auto targets = reader.take<Word>(count);
    const auto kinds = reader.take<Word>(count);
    for (std::size_t i = 0; i < count; ++i) selection.settle(targets[i], directed(kinds[i]), affiliation(kinds[i]));
}

std::shared_ptr<const Names> read_names(Reader& reader, std::size_t count) {
    std::vector<std::string> keys;
    Word begin = 0;
    for (const Word end : reader.take<Word>(count)) keys.push_back(reader.text(end - std::exchange(begin, end)));
    return std::make_shared<const Names>(std::move(keys));
}

}  // namespace

Asked read_selection(std::span<const std::byte> bytes) {
    Reader reader{bytes};
    const auto head = reader.take<Word>(8);
    const Word actors = head[0];
    const Word ties = head[1];
    Asked asked;
    Selection& selection = asked.selection;
    selection.meaning = static_cast<WeightMeaning>(head[3]);
    selection.reversed = head[4] != 0;
    asked.options = {.parallel = static_cast<Parallel>(head[5]),
                     .affiliations = static_cast<Affiliations>(head[6]),
                     .loops = (head[7] & 1U) != 0,
                     .isolates = (head[7] & 2U) != 0};
    if (selection.meaning != WeightMeaning::none) selection.weights = reader.take<double>(ties);
    for (const Word actor : reader.take<Word>(actors)) selection.actors.push_back(row<ActorRow>(actor));
    selection.forum.assign(actors, false);
    read_ties(reader, ties, selection);
    read_dormant(reader, head[2], selection);
    selection.names = read_names(reader, actors);
    return asked;
}

}  // namespace coopnet::web
