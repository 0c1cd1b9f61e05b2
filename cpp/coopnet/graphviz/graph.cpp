#include <coopnet/graphviz/graph.hpp>

#include <algorithm>

namespace coopnet::graphviz {

std::optional<std::string_view> value_of(const Attributes& attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes, name, &Attribute::name);
    if (found == attributes.end()) return std::nullopt;
    return found->value;
}

std::string as_label(std::string_view text) {
    std::string label;
    label.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '\\':
                label += "\\\\";
                break;
            case '&':
                label += "&amp;";
                break;
            case '\n':
                label += "\\n";
                break;
            default:
                label += c;
        }
    }
    return label;
}

}  // namespace coopnet::graphviz
