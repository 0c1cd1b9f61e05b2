#include <coopnet/io/detail/parse_json.hpp>
#include <coopnet/io/detail/place.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace coopnet::io::detail {
namespace {

using json = nlohmann::ordered_json;

constexpr int deepest = 64;
constexpr std::size_t most_keys = 20'000;  // looking one up is linear

// Watches the parser, so that no text takes more time or stack than its size is worth.
class Limits {
public:
    explicit Limits(const std::string& path) : path_(path) {}

    void see(int depth, json::parse_event_t event) {
        if (depth > deepest) throw ParseError{path_, 0, 0, "values nest deeper than 64 levels. Flatten the file."};
        const auto level = static_cast<std::size_t>(depth);
        if (event == json::parse_event_t::object_start) {
            keys_.resize(std::max(keys_.size(), level + 2));
            keys_[level + 1] = 0;
        }
        if (event == json::parse_event_t::key && ++keys_[level] > most_keys) {
            throw ParseError{path_, 0, 0, "an object has more than 20,000 keys. Make it a list."};
        }
    }

private:
    const std::string& path_;
    std::vector<std::size_t> keys_;  // by depth, of the object that is open there
};

}  // namespace

nlohmann::ordered_json parse_json(std::string_view text, const std::string& path) {
    Limits limits{path};
    const auto watch = [&limits](int depth, json::parse_event_t event, json&) {
        limits.see(depth, event);
        return true;
    };
    try {
        return json::parse(text, watch);
    } catch (const json::parse_error& error) {
        throw located(path, place_of(text, std::max<std::size_t>(error.byte, 1) - 1),
                      "this is not JSON. Mend the text here, or check that the file is whole.");
    } catch (const json::exception&) {
        throw ParseError{path, 0, 0, "a number is too large to be one. Write it as text."};
    }
}

}  // namespace coopnet::io::detail
