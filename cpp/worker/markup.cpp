#include "markup.hpp"

#include "messages.hpp"
#include "values.hpp"

#include <pugixml.hpp>

#include <sstream>
#include <string_view>
#include <vector>

namespace coopnet::worker {
namespace {

bool is_harmless_in_markup(std::string_view name, std::string_view value) {
    if (value.find('"') != std::string_view::npos) return false;  // '…"…' would end early when written in "…"
    if (begins_with(name, "href")) return is_safe_link(value);
    if (begins_with(name, "src")) return false;
    return begins_with(name, "title") || begins_with(name, "tooltip") || begins_with(name, "id") || is_plain(value);
}

void clean(pugi::xml_node element) {
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        if (!is_harmless_in_markup(attribute.name(), attribute.value())) element.remove_attribute(attribute);
        attribute = next;
    }
}

struct Cleaner : pugi::xml_tree_walker {
    std::vector<pugi::xml_node> images;

    bool for_each(pugi::xml_node& node) override {
        if (begins_with(node.name(), "img")) images.push_back(node);
        clean(node);
        return true;
    }
};

}  // namespace

std::string harmless_markup(const std::string& markup) {
    pugi::xml_document document;
    const auto result = document.load_string(markup.c_str(), pugi::parse_fragment | pugi::parse_ws_pcdata);
    if (!result) {
        refuse("The markup of a label cannot be read (" + std::string{result.description()} +
               "): " + markup.substr(0, 80));
    }
    Cleaner cleaner;
    document.traverse(cleaner);
    // Backwards, for one image may lie in another.
    for (auto image = cleaner.images.rbegin(); image != cleaner.images.rend(); ++image) {
        image->parent().remove_child(*image);
    }
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration | pugi::format_no_escapes,
                  pugi::encoding_utf8);
    return out.str();
}

}  // namespace coopnet::worker
