#pragma once

#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace coopnet::io::detail {

/// What the writers of formats with nodes and edges alone know of a network before they write.
class GraphWriter {
public:
    explicit GraphWriter(const Network& network)
        : network_{network},
          node_columns_{node_columns(network)},
          edge_columns_{edge_columns(network)},
          relations_{names_in_files(network)},
          named_{!only_plain_ties(network, relations_)},
          directed_{is_directed(network)} {}

protected:
    void raw(std::string_view text) { written_.text += text; }

    const Network& network_;
    std::vector<NamedColumn> node_columns_;
    std::vector<NamedColumn> edge_columns_;
    std::vector<std::string> relations_;  ///< as files name them
    bool named_;                          ///< edges say their relation
    bool directed_;
    Written written_;
};

}  // namespace coopnet::io::detail
