/// The engine's own state: what was seen, what waits, what is due, what is wanted from outside.
#pragma once

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
    std::uint64_t content : 63 {}; ///< of the content hash
    std::uint64_t refused : 1 {};
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

    template <class Sink> void save(Sink& sink) const;
    template <class Reader> void load(Reader& reader);

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

    template <class Sink> void save(Sink& sink) const;
    template <class Reader> void load(Reader& reader);
};

/// How long a fact waits for its precursor before it becomes a case.
inline constexpr Duration precursor_wait{24LL * 3600 * 1'000'000};

void evolve(Flow& flow, const FlowEvent& event);

template <class Sink> void SeenSet::save(Sink& sink) const {
    archive::save(sink, hours_);
    for (const auto& [hour, keys] : hours_)
        for (const auto& key : keys) {
            const auto* seen = find(key);
            archive::save(sink, seen != nullptr);
            if (!seen) continue;
            archive::save(sink, seen->position);
            archive::save(sink, std::uint64_t{seen->content});
            archive::save(sink, bool{seen->refused != 0});
        }
}

template <class Reader> void SeenSet::load(Reader& reader) {
    *this = SeenSet{};
    archive::load(reader, hours_);
    for (const auto& [hour, keys] : hours_)
        for (const auto& key : keys) {
            bool present = false, refused = false;
            std::uint64_t content = 0;
            Seen seen;
            archive::load(reader, present);
            if (!present) continue;
            archive::load(reader, seen.position);
            archive::load(reader, content);
            archive::load(reader, refused);
            seen.content = content & ~(std::uint64_t{1} << 63);
            seen.refused = refused ? 1 : 0;
            seen_.emplace(key, seen);
        }
}

template <class Sink> void Flow::save(Sink& sink) const {
    archive::save(sink, position);
    archive::save(sink, now);
    seen.save(sink);
    timers.save(sink);
    jobs.save(sink);
    archive::save(sink, waiting);
    archive::save(sink, last_waiting);
    archive::save(sink, std::vector<Deferred>(deferred.begin(), deferred.end()));
    archive::save(sink, duplicates);
}

template <class Reader> void Flow::load(Reader& reader) {
    *this = Flow{};
    archive::load(reader, position);
    archive::load(reader, now);
    seen.load(reader);
    timers.load(reader);
    jobs.load(reader);
    archive::load(reader, waiting);
    archive::load(reader, last_waiting);
    std::vector<Deferred> work;
    archive::load(reader, work);
    deferred.assign(work.begin(), work.end());
    archive::load(reader, duplicates);
    for (const auto& [id, fact] : waiting) waiting_by_key[fact.key].push_back(id);
}

} // namespace truefill::engine
