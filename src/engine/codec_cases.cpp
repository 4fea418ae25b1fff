#include "cases/commands.h"
#include "cases/events.h"
#include "engine/codec_impl.h"

namespace truefill::engine {

template struct Codec<cases::Command>;
template struct Codec<cases::Event>;

} // namespace truefill::engine
