#include "cli/postings.h"

namespace truefill::cli {
namespace {

/// f(event), whatever module it is of.
template <class F> auto with(const engine::Event& event, F&& f) {
    return std::visit([&](const auto& module_event) { return std::visit(f, module_event); }, event);
}

} // namespace

const ledger::Entry* entry_of(const engine::Event& event) {
    return with(event, [](const auto& one) -> const ledger::Entry* {
        if constexpr (requires { one.entry; }) return &one.entry;
        else return nullptr;
    });
}

OrderId order_of(const engine::Event& event) {
    return with(event, [](const auto& one) -> OrderId {
        if constexpr (requires { OrderId{one.order}; })
            if (one.order) return one.order;
        if constexpr (requires { one.entry; }) return one.entry.order;
        else return {};
    });
}

const std::vector<ledger::Deviation>* deviations_of(const engine::Event& event) {
    return with(event, [](const auto& one) -> const std::vector<ledger::Deviation>* {
        if constexpr (requires { one.deviations; }) return &one.deviations;
        else return nullptr;
    });
}

} // namespace truefill::cli
