#include "base/text.h"
#include "sim/stories/phrases.h"

namespace truefill::stories {

std::span<const Phrase> vocabulary() {
    static const auto all = [] {
        std::vector<Phrase> phrases;
        for (const auto some : {order_phrases(), stock_phrases(), site_phrases(), shipping_phrases(),
                                money_phrases(), return_phrases(), mirror_phrases(), other_phrases(),
                                check_unit_phrases(), check_document_phrases()})
            phrases.insert(phrases.end(), some.begin(), some.end());
        return phrases;
    }();
    return all;
}

std::string source_of(std::string_view kind, const std::string& code) {
    return std::string{kind} + '-' + to_lower_ascii(code);
}

std::string code_of(std::string text) {
    std::ranges::replace(text, ' ', '_');
    return text;
}

const ledger::Order* order_of_release(Scene& scene, ReleaseId id) {
    const auto& state = scene.state();
    const auto* release = state.warehouse.releases.find(id);
    const auto* order = release ? state.ledger.find(release->order) : nullptr;
    if (!order) scene.fail("there is no release R-" + std::to_string(id.value));
    return order;
}

} // namespace truefill::stories
