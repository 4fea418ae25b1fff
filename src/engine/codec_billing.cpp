#include "billing/commands.h"
#include "billing/events.h"
#include "engine/codec_impl.h"

namespace truefill::engine {

template struct Codec<billing::Command>;
template struct Codec<billing::Event>;

} // namespace truefill::engine
