#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace coopnet::render {

/// The words of a picture in one language, by their keys: what Python reads from `texts/`.
class Texts {
public:
    Texts() = default;
    explicit Texts(std::map<std::string, std::string> words) : words_{std::move(words)} {}

    using Values = std::initializer_list<std::pair<std::string_view, std::string>>;
    /// The text of a key, `{name}` replaced by the values given; the key itself if there is no such text.
    [[nodiscard]] std::string operator()(std::string_view key, Values values = {}) const;
    /// The words with one in place of another, or added.
    [[nodiscard]] Texts with(std::string_view key, std::string text) const;
    [[nodiscard]] bool has(std::string_view key) const { return words_.contains(std::string{key}); }

private:
    std::map<std::string, std::string> words_;
};

}  // namespace coopnet::render
