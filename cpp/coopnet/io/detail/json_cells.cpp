#include <coopnet/core/number.hpp>
#include <coopnet/io/detail/json_cells.hpp>

#include <nlohmann/json.hpp>

namespace coopnet::io::detail {

using json = nlohmann::ordered_json;

std::string cell_of(const json& value) {
    switch (value.type()) {
        case json::value_t::null:
            return {};
        case json::value_t::string:
            return value.get<std::string>();
        case json::value_t::boolean:
            return value.get<bool>() ? "true" : "false";
        case json::value_t::number_float:
            return format_number(value.get<double>());
        case json::value_t::array: {
            std::string joined;
            for (const json& item : value) joined += (joined.empty() ? "" : ";") + cell_of(item);
            return joined;
        }
        default:
            return value.dump();
    }
}

}  // namespace coopnet::io::detail
