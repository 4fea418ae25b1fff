#include "engine/modules.h"

#include <fmt/format.h>

namespace truefill::engine {
namespace {

std::string plural(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

struct Tell {
    const State& state;

    std::string operator()(const TimeAdvanced& e) const {
        return e.fired.empty() ? std::string{"Time went on."}
                               : fmt::format("{} came due.", plural(e.fired.size(), "deadline"));
    }
    std::string operator()(const JobCreated& e) const {
        return fmt::format("Job J-{}: {} to {}.", e.job.value, truefill::name_of(e.kind), e.destination);
    }
    std::string operator()(const JobCompleted& e) const {
        return fmt::format("Job J-{} ({}) is done.", e.job.value, truefill::name_of(e.kind));
    }
    std::string operator()(const JobFailed& e) const {
        const auto what = fmt::format("Job J-{} failed: {}.", e.job.value, e.reason);
        switch (e.status) {
        case JobStatus::ready: return what + " It is tried again.";
        case JobStatus::asking: return what + " The destination is asked whether it acted.";
        case JobStatus::stuck: return what + " A person decides.";
        }
        return what;
    }
    std::string operator()(const JobGivenUp& e) const {
        return fmt::format("Job J-{} is given up: {}.", e.job.value, e.reason);
    }
    std::string operator()(const FactPutAside& e) const {
        return fmt::format("{} came before what it needs ({}) and waits: {}.", e.command, e.key, e.sentence);
    }
    std::string operator()(const FactTakenUp& e) const {
        return fmt::format("{} has what it waited for and goes on.", e.command);
    }
    std::string operator()(const FactGivenUp&) const {
        return "A fact waited in vain for what it needs; it is a case now.";
    }
    std::string operator()(const WorkDeferred& e) const {
        return fmt::format("{} go on in a record of their own.", plural(e.work.size(), "further step"));
    }
    std::string operator()(const WorkContinued& e) const {
        return fmt::format("{} went on.", plural(e.work.size(), "deferred step"));
    }
    std::string operator()(const DuplicatesCounted& e) const {
        return fmt::format("{} sent {} within the hour; none took effect again.", e.source,
                           plural(static_cast<std::size_t>(e.count), "repeated message"));
    }
    std::string operator()(const MessageReported& e) const {
        return e.deviations.empty() ? fmt::format("Message {} of {} was set aside.", e.message_id, e.source)
                                    : e.deviations.front().sentence + ".";
    }

    std::string operator()(const OrdersResumed& e) const {
        const auto orders = plural(e.orders.size(), "order");
        return e.stop ? fmt::format("A hold was placed; sites are asked to stop {}.", orders)
                      : fmt::format("A hold was lifted; {} may go on.", orders);
    }

    std::string operator()(const masterdata::Event& e) const {
        const auto& catalogue = get<masterdata::CatalogueLoaded>(e).catalogue;
        return fmt::format("Master data: {}, {}, {}, {}.", plural(catalogue.items.size(), "item"),
                           plural(catalogue.sites.size(), "site"),
                           plural(catalogue.customers.size(), "customer"),
                           plural(catalogue.carriers.size(), "carrier"));
    }
    std::string operator()(const FlowEvent& e) const { return visit(*this, e); }
    std::string operator()(const orders::Event& e) const { return orders::tell(state.facts(), e); }
    std::string operator()(const inventory::Event& e) const { return inventory::tell(state.facts(), e); }
    std::string operator()(const warehouse::Event& e) const { return warehouse::tell(state.facts(), e); }
    std::string operator()(const shipping::Event& e) const { return shipping::tell(state.facts(), e); }
    std::string operator()(const billing::Event& e) const { return billing::tell(state.facts(), e); }
    std::string operator()(const returns::Event& e) const { return returns::tell(state.facts(), e); }
    std::string operator()(const cases::Event& e) const { return cases::tell(state.facts(), e); }
    std::string operator()(const mirrors::Event& e) const { return mirrors::tell(state.facts(), e); }
    std::string operator()(const access::Event& e) const { return access::tell(state.facts(), e); }
};

} // namespace

std::string tell(const State& state, const Event& event) { return visit(Tell{state}, event); }

} // namespace truefill::engine
