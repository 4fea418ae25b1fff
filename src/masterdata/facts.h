/// What a decision may read besides its module's own state: the ledger and the master data. Read only.
#pragma once

#include "ledger/ledger.h"
#include "masterdata/masterdata.h"

namespace truefill {

struct Facts {
    const ledger::Ledger& ledger;
    const masterdata::MasterData& master;
};

} // namespace truefill
