#include "engine/codec_impl.h"
#include "inventory/commands.h"
#include "inventory/events.h"

namespace truefill::engine {

template struct Codec<inventory::Command>;
template struct Codec<inventory::Event>;

} // namespace truefill::engine
