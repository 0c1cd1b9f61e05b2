#pragma once

#include "package.hpp"

#include <coopnet/render/picture.hpp>
#include <coopnet/view/freeze.hpp>

#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace coopnet::support {

/// The texts of pictures as Python hands them over.
inline render::Texts picture_texts(const std::string& language) {
    const auto file = std::filesystem::path{COOPNET_SOURCE_DIR} / "python/coopnet/texts" / (language + ".json");
    std::map<std::string, std::string> words;
    const auto all = nlohmann::json::parse(file_text(file));
    for (const auto& [key, value] : all.items()) {
        constexpr std::string_view prefix = "picture.";
        if (key.starts_with(prefix)) words[key.substr(prefix.size())] = value;
        if (key.starts_with("status.")) words[key] = value;
    }
    return render::Texts{words};
}

inline const Network& the_case() {
    static const Network network = bundled("indonesia-cambodia-2021-2022");
    return network;
}

inline View whole(const Network& network) {
    return freeze(network, Projection{}, false);
}

inline View layer(const Network& network, const std::string& name) {
    Projection projection;
    projection.layers = {{name}};
    return freeze(network, projection, false);
}

inline render::PictureOptions in_language(const std::string& language) {
    render::PictureOptions options;
    options.language = language;
    options.texts = picture_texts(language);
    return options;
}

}  // namespace coopnet::support
