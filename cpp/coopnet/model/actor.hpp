#pragma once

#include <coopnet/core/ids.hpp>

#include <optional>
#include <string>

namespace coopnet {

/// An agency, IGO, NGO, recruiter role, place or group of victims. What else is known of
/// it (names, parent, note, further columns) stays in the actors sheet.
struct Actor {
    std::string id;
    std::optional<KindRow> kind;
};

}  // namespace coopnet
