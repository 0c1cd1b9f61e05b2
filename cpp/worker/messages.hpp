#pragma once

#include <coopnet/graphviz/protocol.hpp>

#include <string>

/// Everything that goes wrong in a job, so that the loop in main.cpp can answer with it.
namespace coopnet::worker {

struct Refusal {
    graphviz::Failure failure;
};

[[noreturn]] void refuse(std::string message);

/// From now on Graphviz tells us instead of standard error. Once, at the start.
void listen();

/// Throws Refusal with Graphviz's first error, if there was one. Its return codes do not tell: broken
/// markup in a label "succeeds".
void refuse_if_graphviz_complained();

/// Throws Refusal with Graphviz's first error, or with `otherwise` if it gave none.
[[noreturn]] void refuse_as_graphviz_says(std::string otherwise);

}  // namespace coopnet::worker
