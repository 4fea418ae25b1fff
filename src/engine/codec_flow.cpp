#include "engine/codec_impl.h"
#include "engine/events.h"
#include "masterdata/commands.h"

namespace truefill::engine {

template struct Codec<FlowCommand>;
template struct Codec<FlowEvent>;
template struct Codec<masterdata::Command>;
template struct Codec<masterdata::Event>;

} // namespace truefill::engine
