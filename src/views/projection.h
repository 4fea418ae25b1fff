/// The views of one journal, brought up to date step by step. No thread of its own and no clock: projector.h
/// drives it in a server, `truefill views` on the command line, tests as they like.
///
/// A step reads some records, notes what they touch, asks a state for the rows, and commits rows and position
/// together. The state may be ahead of the records that were read: then a row is newer than the position
/// says, and is written again when its record is reached. So after a step every row is at least as new as the
/// position, at the end of the journal it is exactly that, and a kill at any moment costs one step.
///
/// A file that is missing, of another schema version, or of another journal (the chain hash at its position
/// is not ours) is filled from all documents of the state: that reads no record but those of archived orders.
#pragma once

#include "journal/port.h"
#include "views/store.h"
#include "views/touched.h"

#include <functional>
#include <optional>

namespace truefill::views {

/// Where rows come from: the engine of a server, or one that has replayed a journal.
class States {
public:
    virtual ~States() = default;
    /// Calls f with a state at or behind a position; it returns soon. False when there is none any more.
    virtual bool look(Position at_least, const std::function<void(const engine::State&)>& f) = 0;
};

struct Limits {
    std::size_t bytes_per_step = std::size_t{8} << 20; ///< of records
    std::size_t documents_per_look = 500;              ///< about 2 ms of the engine's time
    std::size_t documents_per_commit = 50'000;         ///< while it is rebuilt
};

class Projection {
public:
    /// `journal` is a connection of its own, or one that guards itself.
    Projection(journal::Journal& journal, States& states, std::string path, Limits limits = {})
        : journal_{journal}, states_{states}, limits_{limits}, store_{std::move(path)} {}

    /// Makes a text with something sealed in it what people read. None: it stands in the tables as it is.
    void unseal_with(std::function<std::string(std::string_view)> read) { unseal_ = std::move(read); }
    /// Opens or makes the file. `durable`: the last record that may be read.
    Done open(Position durable);
    /// One transaction; false when nothing was left to do. After a fault: open it again, later.
    std::expected<bool, Fault> step(Position durable);
    void close() { store_.close(); }
    bool is_open() const { return store_.is_open(); }

    Position position() const { return place_.position; }
    bool is_rebuilding() const { return rest_.has_value(); }
    /// Documents, while it is rebuilt.
    std::size_t done() const { return total_ - left(); }
    std::size_t total() const { return total_; }

private:
    std::expected<bool, Fault> belongs(Position durable);
    Done begin_rebuild(Position durable);
    std::expected<bool, Fault> step_rebuild();
    std::expected<Touched, Fault> read_records(Position durable, Place& next);
    Done write(Touched& touched, std::size_t count, Position at_least);
    Done write_archived(Touched& touched, Position at_least);
    Done store();
    Fault unreadable(Position position, std::string_view why) const;
    std::size_t left() const { return rest_ ? rest_->size() : 0; }

    journal::Journal& journal_;
    States& states_;
    Limits limits_;
    std::function<std::string(std::string_view)> unseal_;
    Store store_;
    Scanner scanner_;
    journal::Batch batch_;
    Rows rows_;
    Place place_;
    Place target_;                ///< of the rebuild
    std::optional<Touched> rest_; ///< what the rebuild has not written yet
    std::size_t total_ = 0;
    bool erases_log_ = true; ///< somebody was erased; and once at the start, for a crash may have been faster
};

} // namespace truefill::views
