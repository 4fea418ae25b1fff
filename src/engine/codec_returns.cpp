#include "engine/codec_impl.h"
#include "returns/commands.h"
#include "returns/events.h"

namespace truefill::engine {

template struct Codec<returns::Command>;
template struct Codec<returns::Event>;

} // namespace truefill::engine
