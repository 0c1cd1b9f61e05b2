#include "ids.hpp"

#include <graphviz/cgraph.h>

#include <deque>
#include <string>
#include <unordered_map>

namespace coopnet::worker {
namespace {

// Even numbers for names, odd ones for what has none, as cgraph expects.
struct Ids {
    std::unordered_map<std::string, IDTYPE> numbers;
    std::deque<std::string> names;
    IDTYPE unnamed = 1;
};

void* open(Agraph_t*, Agdisc_t*) {
    return new Ids;
}

long map(void* state, int, char* name, IDTYPE* number, int create) {
    Ids& ids = *static_cast<Ids*>(state);
    if (name == nullptr) {
        *number = ids.unnamed;
        ids.unnamed += 2;
        return 1;
    }
    const auto known = ids.numbers.find(name);
    if (known == ids.numbers.end() && create == 0) return 0;
    if (known != ids.numbers.end()) {
        *number = known->second;
        return 1;
    }
    ids.names.emplace_back(name);
    *number = 2 * ids.names.size();
    ids.numbers.emplace(name, *number);
    return 1;
}

long claim(void*, int, IDTYPE) {
    return 0;
}

void release(void*, int, IDTYPE) {}

char* name_of(void* state, int, IDTYPE number) {
    Ids& ids = *static_cast<Ids*>(state);
    if (number % 2 != 0 || number == 0 || number / 2 > ids.names.size()) return nullptr;
    return ids.names[number / 2 - 1].data();
}

void close(void* state) {
    delete static_cast<Ids*>(state);
}

void registered(void*, int, void*) {}

}  // namespace

void count_ids() {
    AgIdDisc = {&open, &map, &claim, &release, &name_of, &close, &registered};
}

}  // namespace coopnet::worker
