#include <coopnet/io/detail/parse_json.hpp>
#include <coopnet/io/detail/place.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace coopnet::io::detail {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t deepest = 64;
constexpr std::size_t most_keys = 20'000;  // looking one up is linear

// Reads through a text, so that none takes more time or stack than its size is worth. A pass of its own: the parser
// that asks back looks through all of a list after each of its items.
class Limits : public nlohmann::json_sax<json> {
public:
    Limits(std::string_view text, const std::string& path) : text_{text}, path_{path} {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }

    bool key(string_t&) override {
        if (++keys_.back() > most_keys) {
            throw ParseError{path_, 0, 0, "an object has more than 20,000 keys. Make it a list."};
        }
        return true;
    }

    bool parse_error(std::size_t byte, const std::string&, const json::exception& error) override {
        if (dynamic_cast<const json::out_of_range*>(&error) != nullptr) {
            throw ParseError{path_, 0, 0, "a number is too large to be one. Write it as text."};
        }
        throw located(path_, place_of(text_, std::max<std::size_t>(byte, 1) - 1),
                      "this is not JSON. Mend the text here, or check that the file is whole.");
    }

private:
    bool open() {
        if (keys_.size() > deepest)
            throw ParseError{path_, 0, 0, "values nest deeper than 64 levels. Flatten the file."};
        keys_.push_back(0);
        return true;
    }

    bool close() {
        keys_.pop_back();
        return true;
    }

    std::string_view text_;
    const std::string& path_;
    std::vector<std::size_t> keys_;  // of each object and list that is open
};

}  // namespace

nlohmann::ordered_json parse_json(std::string_view text, const std::string& path) {
    Limits limits{text, path};
    json::sax_parse(text, &limits);
    return json::parse(text);
}

}  // namespace coopnet::io::detail
