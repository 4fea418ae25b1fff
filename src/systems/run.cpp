#include "systems/run.h"

#include "systems/bank.h"
#include "systems/carrier.h"
#include "systems/erp.h"
#include "systems/shop.h"
#include "systems/warehouse.h"

#include <sys/prctl.h>

#include <csignal>
#include <cstdio>
#include <exception>

namespace truefill::systems {
namespace {

std::atomic<bool> told_to_stop{false};

void stop_now(int) { told_to_stop = true; }

} // namespace

std::unique_ptr<System> make_system(std::string_view kind, const SystemSetup& setup,
                                    const std::atomic<bool>& stop) {
    if (kind == "shop") return std::make_unique<Shop>(setup, stop);
    if (kind == "erp") return std::make_unique<Erp>(setup, stop);
    if (kind == "carrier") return std::make_unique<Carrier>(setup, stop);
    if (kind == "finance") return std::make_unique<Bank>(setup, stop);
    if (kind != "wms") return nullptr;
    if (setup.code == "LEEDS") return std::make_unique<PromptWarehouse>(setup, stop);
    return std::make_unique<NightlyWarehouse>(setup, stop);
}

int run_system(std::string_view kind, const SystemSetup& setup) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM); // nobody is left behind when the demo is killed
    struct sigaction action{};
    action.sa_handler = stop_now;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    try {
        const auto system = make_system(kind, setup, told_to_stop);
        if (!system) return 2;
        system->run();
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 3;
    }
    return 0;
}

} // namespace truefill::systems
