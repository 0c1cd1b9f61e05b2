#include <coopnet/core/error.hpp>

#include <cstdio>

int main() {
    const coopnet::Problem problem{.file = "ties.csv", .row = 7, .column = "target", .message = "it is empty."};
    std::puts(problem.sentence().c_str());
}
