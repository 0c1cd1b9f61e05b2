#include <coopnet/render/page_picture.hpp>
#include <coopnet/render/paint.hpp>
#include <coopnet/render/svg.hpp>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <set>
#include <string>

#include "support/pictures.hpp"

namespace coopnet::render {
namespace {

using support::the_case;

const PagePicture& page() {
    static const PagePicture drawn =
        page_picture(the_case(), support::layer(the_case(), "cooperation"), Layout::automatic,
                     {{"en", support::picture_texts("en")}, {"id", support::picture_texts("id")}});
    return drawn;
}

pugi::xml_document parsed() {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(svg(page().drawing).c_str()));
    return document;
}

std::set<std::string> texts_in(const std::string& language) {
    std::set<std::string> texts;
    const auto document = parsed();
    for (const auto& found : document.select_nodes("//text")) {
        const std::string own = found.node().attribute("lang").value();
        if (own.empty() || own == language) texts.insert(found.node().text().get());
    }
    return texts;
}

std::set<std::string> texts_of_picture(const std::string& language) {
    const auto options = support::in_language(language);
    const View view = support::layer(the_case(), "cooperation");
    const Scene scene = scene_of(the_case(), view, options);
    std::set<std::string> texts;
    for (const ActorBox& box : scene.boxes) texts.insert(box.lines.begin(), box.lines.end());
    return texts;
}

TEST(PagePicture, SaysInEachLanguageWhatThePictureInThatLanguageSays) {
    for (const char* language : {"en", "id"}) {
        const auto shown = texts_in(language);
        for (const std::string& line : texts_of_picture(language)) EXPECT_TRUE(shown.contains(line)) << line;
    }
    EXPECT_TRUE(texts_in("en").contains("INDONESIA"));
    EXPECT_TRUE(texts_in("id").contains("KAMBOJA"));
    EXPECT_FALSE(texts_in("en").contains("KAMBOJA"));
}

TEST(PagePicture, NamesTheRowsOfEveryBoxAndLine) {
    std::set<std::string> named;
    const auto document = parsed();
    for (const auto& found : document.select_nodes("//g[@data-of]"))
        EXPECT_TRUE(named.insert(found.node().attribute("data-of").value()).second);
    EXPECT_EQ(named.size(), page().scene.boxes.size() + page().scene.lines.size());
    for (const ActorBox& box : page().scene.boxes)
        EXPECT_TRUE(named.contains("actor " + std::to_string(index(box.actor))));
    for (std::size_t i = 0; i < page().scene.lines.size(); ++i)
        EXPECT_TRUE(named.contains("line " + std::to_string(i)));
}

TEST(PagePicture, HasNoColorThatThemesDoNotChoose) {
    const auto document = parsed();
    for (const char* what : {"fill", "stroke"}) {
        for (const auto& found : document.select_nodes((std::string{"//*[@"} + what + "]").c_str())) {
            const std::string color = found.node().attribute(what).value();
            EXPECT_TRUE(color == "none" || color.starts_with("var(--c")) << color;
        }
    }
    for (const auto& [light, dark] : page().colors) EXPECT_NE(light, dark);
}

TEST(PagePicture, HasTheColorsOfBothThemes) {
    const auto has = [](const Color& light, const Color& dark) {
        return std::ranges::find(page().colors, std::pair{light, dark}) != page().colors.end();
    };
    EXPECT_TRUE(has(palette(Theme::print).paper, palette(Theme::dark).paper));
    for (const TieLine& line : page().scene.lines)
        EXPECT_TRUE(has(line.style->color, themed_line(line.style->color, Theme::dark))) << line.style->id;
}

TEST(PagePicture, ExplainsEveryKindChannelAndStatusThatIsShown) {
    const auto explained = [](const std::vector<LegendSample>& samples) {
        std::set<std::string> of;
        for (const LegendSample& sample : samples) {
            EXPECT_EQ(sample.texts.size(), 2U);
            of.insert(sample.of.begin(), sample.of.end());
        }
        return of;
    };
    const auto channels = explained(page().lines);
    const auto breaks = explained(page().breaks);
    const auto kinds = explained(page().kinds);
    for (const TieLine& line : page().scene.lines) {
        EXPECT_TRUE(channels.contains(line.style->id));
        EXPECT_TRUE(line.status == Status::unsaid || breaks.contains(std::string{status_name(line.status)}));
    }
    for (const ActorBox& box : page().scene.boxes) {
        const auto kind = the_case()[box.actor].kind;
        EXPECT_TRUE(!kind || kinds.contains(the_case().vocabulary()[*kind].id));
    }
}

TEST(PagePicture, TellsTitleAndTiesInEachLanguage) {
    ASSERT_EQ(page().titles.size(), 2U);
    EXPECT_NE(page().titles[0], page().titles[1]);
    ASSERT_EQ(page().line_labels[1].size(), page().scene.lines.size());
    const TieRow first = page().scene.lines.front().ties.front();
    EXPECT_NE(page().line_labels[1].front().find(sentence(the_case(), first, support::picture_texts("id"), "id")),
              std::string::npos);
}

}  // namespace
}  // namespace coopnet::render
