// What the modules make of their commands and events once each (base/one_of.h), without the modules.
#include "base/one_of_impl.h"
#include "engine/engine.h"

#define TF_KINDS(module)                                                                                     \
    template struct truefill::KindsOf<truefill::module::Command>;                                            \
    template struct truefill::KindsOf<truefill::module::Event>;
TF_KINDS(masterdata)
TF_KINDS(orders)
TF_KINDS(inventory)
TF_KINDS(warehouse)
TF_KINDS(shipping)
TF_KINDS(billing)
TF_KINDS(returns)
TF_KINDS(cases)
TF_KINDS(mirrors)
TF_KINDS(access)
template struct truefill::KindsOf<truefill::engine::FlowCommand>;
template struct truefill::KindsOf<truefill::engine::FlowEvent>;
