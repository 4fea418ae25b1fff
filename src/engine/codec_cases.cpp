#include "engine/codec_impl.h"
#include "cases/commands.h"
#include "cases/events.h"

namespace truefill::engine {

template struct Codec<cases::Command>;
template struct Codec<cases::Event>;

} // namespace truefill::engine
