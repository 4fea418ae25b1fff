#include "engine/codec_impl.h"
#include "orders/commands.h"
#include "orders/events.h"

namespace truefill::engine {

template struct Codec<orders::Command>;
template struct Codec<orders::Event>;

} // namespace truefill::engine
