#pragma once

#include <coopnet/render/picture.hpp>

#include <map>
#include <string>
#include <utility>

namespace coopnet::bindings {

using SaidTexts = std::map<std::string, std::string>;

/// What every picture is told.
inline render::PictureOptions picture_options(const std::string& layout, const std::string& theme,
                                              const std::string& language, SaidTexts texts, const std::string& period,
                                              const std::string& selection) {
    render::PictureOptions options;
    options.layout = render::layout_named(layout);
    options.theme = render::theme_named(theme);
    options.language = language;
    options.texts = render::Texts{std::move(texts)};
    options.period = period;
    options.selection = selection;
    return options;
}

}  // namespace coopnet::bindings
