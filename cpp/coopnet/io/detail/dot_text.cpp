#include <coopnet/io/detail/dot_text.hpp>
#include <coopnet/io/detail/entities.hpp>

namespace coopnet::io::detail {
std::string escaped(std::string_view text) {
    std::string dot = text.starts_with('%') ? "\\" : "";
    for (const char c : text) {
        if (c == '\\') {
            dot += "\\\\";
        } else if (c == '\n') {
            dot += "\\n";
        } else {
            dot += c;
        }
    }
    return dot;
}

std::string unescaped(std::string_view text) {
    std::string plain;
    if (text.starts_with("\\%")) text.remove_prefix(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (next == '\\' || next == 'n') {
            plain += next == 'n' ? '\n' : '\\';
            ++i;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::string shown(std::string_view label, std::string_view node, std::string_view graph) {
    std::string text;
    bool line_ended = false;
    const std::string plain = with_characters(label);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        line_ended = false;
        if (plain[i] != '\\' || i + 1 == plain.size()) {
            text += plain[i];
            continue;
        }
        switch (plain[++i]) {
            case 'N':
                text += node;
                break;
            case 'G':
                text += graph;
                break;
            case 'n':
            case 'l':
            case 'r':
                text += '\n';
                line_ended = plain[i] != 'n';
                break;
            default:
                text += plain[i];
        }
    }
    if (line_ended) text.pop_back();  // "left\l" is one line, not one and an empty one
    return text;
}

}  // namespace coopnet::io::detail
