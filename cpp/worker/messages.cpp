#include "messages.hpp"

#include <graphviz/cgraph.h>

#include <cctype>
#include <regex>
#include <string_view>
#include <utility>

namespace coopnet::worker {
namespace {

// One message may arrive in several pieces: "Error", ": ", the rest.
std::string heard;
constexpr std::size_t enough = 1U << 16U;

int hear(char* piece) {
    if (heard.size() < enough) heard += piece;
    return 0;
}

std::string first_error() {
    constexpr std::string_view mark = "Error: ";
    const std::size_t start = heard.find(mark);
    if (start == std::string::npos) return {};
    const std::size_t from = start + mark.size();
    std::string text = heard.substr(from, heard.find('\n', from) - from);
    if (text.starts_with('<')) text.erase(0, text.find(": ") + 2);  // the name of a file that there is not
    while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) != 0 || text.back() == '.')) {
        text.pop_back();
    }
    return text;
}

// "syntax error in line 3 near 'x'" → line 3, "Syntax error near 'x'."
graphviz::Failure told(std::string text) {
    graphviz::Failure failure;
    static const std::regex line{" in line ([0-9]{1,9})"};
    std::smatch found;
    if (std::regex_search(text, found, line)) {
        failure.line = static_cast<std::uint32_t>(std::stoul(found[1]));
        text.erase(static_cast<std::size_t>(found.position()), static_cast<std::size_t>(found.length()));
    }
    if (text.starts_with("memory exhausted")) text = "nested too deeply to be read, " + text;
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    failure.message = std::move(text) + ".";
    return failure;
}

}  // namespace

void refuse(std::string message) {
    throw Refusal{{.message = std::move(message)}};
}

void listen() {
    agseterr(AGWARN);
    agseterrf(&hear);
}

void refuse_if_graphviz_complained() {
    if (agerrors() >= AGERR) refuse_as_graphviz_says("Graphviz failed without saying why.");
}

void refuse_as_graphviz_says(std::string otherwise) {
    std::string text = first_error();
    if (text.empty()) refuse(std::move(otherwise));
    throw Refusal{told(std::move(text))};
}

}  // namespace coopnet::worker
