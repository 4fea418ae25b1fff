/// Who sent a message, under which name, when it says it happened, and when we wrote it down.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/sha256.h"
#include "base/time.h"

#include <string>

namespace truefill::journal {

/// (source, message_id) names a message for ever; the content hash tells a repeat from a contradiction.
/// Decisions know the time only from here. `position` is the record's place in the journal, given before the
/// decision.
struct Envelope {
    std::string source;     ///< the system or person's channel that sent it: shop, wms-lyon, console
    std::string message_id; ///< unique within the source
    Hash128 content_hash;
    std::string actor;     ///< user or service on whose behalf
    Time event_time;       ///< when it happened in the world, as the source says
    Time record_time;      ///< stamped once by the loop; never goes back
    std::string trace;     ///< W3C traceparent, kept as it came
    std::string replay_of; ///< message id of the refused message that this one tries again
    Position position{};
};
TF_DESCRIBE(Envelope,
            (source, message_id, content_hash, actor, event_time, record_time, trace, replay_of, position))

} // namespace truefill::journal
