#include <coopnet/render/texts.hpp>

#include <utility>

namespace coopnet::render {

std::string Texts::operator()(std::string_view key, Values values) const {
    const auto found = words_.find(std::string{key});
    std::string text = found == words_.end() ? std::string{key} : found->second;
    std::size_t at = 0;
    while ((at = text.find('{', at)) != std::string::npos) {
        const std::size_t end = text.find('}', at);
        if (end == std::string::npos) break;
        const std::string_view name = std::string_view{text}.substr(at + 1, end - at - 1);
        for (const auto& [wanted, value] : values) {
            if (wanted != name) continue;
            text.replace(at, end + 1 - at, value);
            at += value.size();
            break;
        }
        if (at < text.size() && text[at] == '{') ++at;  // no such value: the braces stay
    }
    return text;
}

Texts Texts::with(std::string_view key, std::string text) const {
    Texts changed = *this;
    changed.words_.insert_or_assign(std::string{key}, std::move(text));
    return changed;
}

}  // namespace coopnet::render
