#include "engine/codec_impl.h"
#include "warehouse/commands.h"
#include "warehouse/events.h"

namespace truefill::engine {

template struct Codec<warehouse::Command>;
template struct Codec<warehouse::Event>;

} // namespace truefill::engine
