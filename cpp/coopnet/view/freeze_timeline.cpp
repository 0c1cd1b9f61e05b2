#include <coopnet/view/freeze_timeline.hpp>

#include <string>

namespace coopnet {

Timeline freeze_timeline(const Network& network, const View& view) {
    if (view.meaning != WeightMeaning::cost) {
        throw InvalidWeight{"How many days a step takes is a cost, and this weight is a " +
                            std::string{meaning_name(view.meaning)} + ". Leave the weight out, or choose delay_days."};
    }
    Timeline timeline;
    const auto delays = view.weights();
    timeline.delays.assign(delays.begin(), delays.end());
    for (EdgeId edge = 0; edge < delays.size(); ++edge) {
        const auto ties = view.ties(edge);
        if (ties.size() != 1) {
            throw InvalidOption{
                "Pathways in time keep parallel ties, each with its own period and delay. Leave parallel out."};
        }
        const Period& period = network[ties.front()].period;
        timeline.possible.push_back(period.possible());
        timeline.certain.push_back(period.certain());
    }
    return timeline;
}

}  // namespace coopnet
