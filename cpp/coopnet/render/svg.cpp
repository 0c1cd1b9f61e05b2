#include <coopnet/render/svg.hpp>

#include <fmt/core.h>
#include <pugixml.hpp>

#include <cstdint>
#include <sstream>
#include <string_view>

namespace coopnet::render {
namespace {

constexpr const char* families =
    "'DejaVu Sans','Noto Sans Khmer','Segoe UI',Roboto,'Noto Sans','Helvetica Neue',sans-serif";

// Two digits after the point, none that say nothing.
std::string number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

void append(std::string& d, const char* before, Point p) {
    d += before;
    d += number(p.x);
    d += ',';
    d += number(p.y);
}

std::string outline(const Path& path) {
    std::string d;
    append(d, "M", path.start);
    for (const Path::Piece& piece : path.pieces) {
        if (piece.straight) {
            append(d, "L", piece.to);
        } else {
            append(d, "C", piece.out);
            append(d, " ", piece.in);
            append(d, " ", piece.to);
        }
    }
    if (path.closed) d += 'Z';
    return d;
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
}

void set_stroke(pugi::xml_node node, const Stroke& stroke) {
    set(node, "stroke", stroke.color);
    set(node, "stroke-width", number(stroke.width));
    if (stroke.breaks == Breaks::dashes) set(node, "stroke-dasharray", "10 4");
    if (stroke.breaks == Breaks::dots || stroke.breaks == Breaks::sparse) {
        const double gap = stroke.breaks == Breaks::sparse ? 6.9 : 2.4;
        set(node, "stroke-dasharray", fmt::format("0.1 {}", number(stroke.width + gap)));
        set(node, "stroke-linecap", "round");
    }
}

void write(pugi::xml_node parent, const Shape& shape) {
    pugi::xml_node node = parent.append_child("path");
    set(node, "d", outline(shape.path));
    set(node, "fill", shape.fill.value_or("none"));
    if (shape.opacity < 1) set(node, "opacity", number(shape.opacity));
    if (shape.stroke) set_stroke(node, *shape.stroke);
}

void write(pugi::xml_node parent, const Words& words) {
    pugi::xml_node node = parent.append_child("text");
    set(node, "x", number(words.at.x));
    set(node, "y", number(words.at.y));
    if (words.align == Align::middle) set(node, "text-anchor", "middle");
    if (words.align == Align::right) set(node, "text-anchor", "end");
    if (words.letters.size != Letters{}.size) set(node, "font-size", number(words.letters.size));
    if (words.letters.bold) set(node, "font-weight", "700");
    set(node, "fill", words.color);
    if (!words.language.empty()) set(node, "lang", words.language);
    node.text().set(words.text.c_str());
}

// WAI-ARIA Graphics: a symbol's own parts are presentation, its label says it all.
const char* role_name(Role role) {
    switch (role) {
        case Role::plain:
            return "";
        case Role::heading:
            return "heading";
        case Role::list:
            return "list";
        case Role::item:
            return "listitem";
        case Role::symbol:
            return "graphics-symbol";
    }
    return "";
}

void write(pugi::xml_node parent, const Group& group) {
    pugi::xml_node node = parent.append_child("g");
    if (!group.name.empty()) set(node, "class", group.name);
    if (group.role != Role::plain) set(node, "role", role_name(group.role));
    if (group.role == Role::heading) set(node, "aria-level", "1");
    if (!group.of.empty()) set(node, "data-of", group.of);
    if (!group.label.empty()) {
        set(node, "aria-label", group.label);
        node.append_child("title").text().set(group.label.c_str());
    }
    for (const Mark& mark : group.marks) {
        std::visit([&](const auto& one) { write(node, one); }, mark);
    }
    for (const Group& inner : group.groups) write(node, inner);
}

// Two pictures in one page must not share ids: they come from what the picture says (FNV-1a).
std::string key_of(const Drawing& drawing) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : drawing.title + drawing.description) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return fmt::format("{:016x}", hash);
}

void add_text(pugi::xml_node parent, const char* name, const std::string& id, const std::string& text) {
    pugi::xml_node node = parent.append_child(name);
    set(node, "id", id);
    node.text().set(text.c_str());
}

pugi::xml_node root(pugi::xml_document& document, const Drawing& drawing) {
    pugi::xml_node root = document.append_child("svg");
    set(root, "xmlns", "http://www.w3.org/2000/svg");
    set(root, "viewBox", fmt::format("0 0 {} {}", number(drawing.size.width), number(drawing.size.height)));
    set(root, "width", number(drawing.size.width * drawing.scale));
    set(root, "height", number(drawing.size.height * drawing.scale));
    set(root, "font-family", families);
    set(root, "font-size", number(Letters{}.size));
    set(root, "stroke-linejoin", "round");
    if (drawing.title.empty()) {  // a sample beside its words
        set(root, "aria-hidden", "true");
        return root;
    }
    set(root, "lang", drawing.language);
    set(root, "role", "graphics-document");
    const std::string key = key_of(drawing);
    set(root, "aria-labelledby", "title-" + key);
    set(root, "aria-describedby", "about-" + key);
    add_text(root, "title", "title-" + key, drawing.title);
    add_text(root, "desc", "about-" + key, drawing.description);
    return root;
}

}  // namespace

std::string svg(const Drawing& drawing) {
    pugi::xml_document document;
    pugi::xml_node picture = root(document, drawing);
    pugi::xml_node ground = picture.append_child("rect");
    set(ground, "width", "100%");
    set(ground, "height", "100%");
    set(ground, "fill", drawing.ground);
    for (const Group& group : drawing.groups) write(picture, group);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str();
}

}  // namespace coopnet::render
