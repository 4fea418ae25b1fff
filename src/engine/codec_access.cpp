#include "access/commands.h"
#include "access/events.h"
#include "engine/codec_impl.h"

namespace truefill::engine {

template struct Codec<access::Command>;
template struct Codec<access::Event>;

} // namespace truefill::engine
