#include "engine/codec_impl.h"
#include "mirrors/commands.h"
#include "mirrors/events.h"

namespace truefill::engine {

template struct Codec<mirrors::Command>;
template struct Codec<mirrors::Event>;

} // namespace truefill::engine
