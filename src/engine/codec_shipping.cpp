#include "engine/codec_impl.h"
#include "shipping/commands.h"
#include "shipping/events.h"

namespace truefill::engine {

template struct Codec<shipping::Command>;
template struct Codec<shipping::Event>;

} // namespace truefill::engine
