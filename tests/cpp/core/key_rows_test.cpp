#include <coopnet/core/key_rows.hpp>

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace coopnet {
namespace {

TEST(KeyRows, FindWhatAMapFinds) {
    std::mt19937 random{1};
    KeyRows rows;
    std::vector<std::string> column;
    std::map<std::string, std::size_t> map;
    for (int i = 0; i < 5'000; ++i) {
        const std::string key = std::to_string(random() % 3'000);
        const auto [row, fresh] = rows.add(key, column.size(), column);
        const auto [known, first] = map.emplace(key, column.size());
        EXPECT_EQ(fresh, first);
        EXPECT_EQ(row, known->second);
        if (fresh) column.push_back(key);
    }
    for (int i = 0; i < 4'000; ++i) {
        const auto known = map.find(std::to_string(i));
        const auto found = rows.find(std::to_string(i), column);
        EXPECT_EQ(found, known == map.end() ? std::nullopt : std::optional{known->second});
    }
}

TEST(KeyRows, AreNothingWithoutRows) {
    EXPECT_EQ(KeyRows{}.find("", {}), std::nullopt);
    EXPECT_EQ(KeyRows::numbered("T", 0).find("T1", {}), std::nullopt);
}

TEST(KeyRows, OfNumberedRowsAreFoundByTheirNumber) {
    const std::vector<std::string> column{"T1", "T2"};
    const KeyRows rows = KeyRows::numbered("T", 2);
    EXPECT_EQ(rows.find("T2", column), 1U);
    for (const char* other : {"T0", "T3", "T02", "T2x", "T", "2", "", "T99999999999999999999", "T-1", "T 1"}) {
        EXPECT_EQ(rows.find(other, column), std::nullopt) << other;
    }
}

}  // namespace
}  // namespace coopnet
