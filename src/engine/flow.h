/// The engine's own state: what was seen, what waits, what is due, what is wanted from outside.
#pragma once

#include "base/archive.h"
#include "base/mix.h"
#include "base/sha256.h"
#include "engine/events.h"
#include "engine/jobs.h"
#include "engine/timers.h"
#include "journal/decision.h"
#include "journal/envelope.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <deque>
#include <map>

namespace truefill::engine {

/// What became of a message, kept for `seen_for`. About 60 bytes each, its place in the expiry queue
/// included.
struct Seen {
    Position position{};
    std::uint64_t content{}; ///< 63 bits of the content hash; the highest bit: it was refused

    static constexpr std::uint64_t content_mask = ~(std::uint64_t{1} << 63);
    static Seen make(Position position, const Hash128& content, bool refused) {
        return {position, (content.lo & content_mask) | (refused ? ~content_mask : 0)};
    }
    bool refused() const { return (content & ~content_mask) != 0; }
    bool has(const Hash128& other) const { return (content & content_mask) == (other.lo & content_mask); }
};

/// The seen set: at most once for messages (ledger.md section 1). Business keys live in the modules and never
/// expire.
class SeenSet {
public:
    static constexpr Duration keep{30LL * 24 * 3600 * 1'000'000};
    const Seen* find(const Hash128& key) const;
    void add(const Hash128& key, const Seen& seen, Time at);
    void expire(Time now);
    void forget(const Hash128& key) { seen_.erase(key); } ///< for a planted bug in tests
    std::size_t size() const { return seen_.size(); }

    void save(archive::Output& output) const;
    void load(archive::Reader& reader);
    static constexpr std::uint64_t format_hash() { return mix64(0x5ee1); }

private:
    boost::unordered_flat_map<Hash128, Seen> seen_;
    std::map<std::int64_t, std::vector<Hash128>> hours_;
};

/// The key of a message in the seen set.
Hash128 seen_key(std::string_view source, std::string_view message_id);

/// A fact put aside until something happens under its key.
struct WaitingFact {
    std::string key, command, body, sentence;
};
TF_DESCRIBE(WaitingFact, (key, command, body, sentence))

struct Flow {
    Position position{}; ///< of the last record
    Time now;            ///< record time of the last record; never goes back
    SeenSet seen;
    Timers timers;
    Jobs jobs;
    std::map<std::uint64_t, WaitingFact> waiting;
    std::map<std::string, std::vector<std::uint64_t>, std::less<>> waiting_by_key;
    std::uint64_t last_waiting{};
    std::deque<Deferred> deferred;
    std::int64_t duplicates{}; ///< journaled so far

    void save(archive::Output& output) const;
    void load(archive::Reader& reader);
    static constexpr std::uint64_t format_hash() {
        return mix64(archive::format_hash<Jobs>() ^ mix64(archive::format_hash<Timers>())) ^
               mix64(archive::format_hash<WaitingFact>() ^ mix64(archive::format_hash<Deferred>())) ^
               SeenSet::format_hash();
    }
};

/// How long a fact waits for its precursor before it becomes a case: a site that reports once a night, and a
/// night that was lost.
inline constexpr Duration precursor_wait = hours(48);

void evolve(Flow& flow, const FlowEvent& event);

} // namespace truefill::engine
