/// Lists of documents that the engine keeps in tables: newest first, a bounded number of ids for each look,
/// so that no list stalls the engine however long the table is. The next look takes up where the last one
/// ended; a document that changed meanwhile is shown as it was when it was looked at.
#pragma once

#include "api/list_of.h"
#include "api/query.h"
#include "api/service.h"

#include <functional>
#include <memory>
#include <utility>

namespace truefill::api {

inline constexpr std::uint64_t ids_per_look = 2'000;
/// After so many ids a list that is full stops counting.
inline constexpr std::uint64_t ids_max = 200'000;

template <class Row> struct Scan {
    using Before = std::function<std::uint64_t(const engine::State&, std::uint64_t)>;
    Page page;
    std::function<std::uint64_t(const engine::State&)> last; ///< the newest id
    std::function<bool(const engine::State&, std::uint64_t)> matches;
    std::function<Row(const engine::State&, std::uint64_t)> row; ///< of one that matches
    Before before{}; ///< the next older id, 0 behind the last one; none: ids follow each other
    std::function<void(Row&)>
        finish{}; ///< by a clerk, for what the state does not have; none: the row is whole
};

/// The id that is looked at after this one.
template <class Row> std::uint64_t next_of(const Scan<Row>& scan, const engine::State& state,
                                           std::uint64_t id) {
    return scan.before ? scan.before(state, id) : id - 1;
}

template <class Row> class ScanRun : public std::enable_shared_from_this<ScanRun<Row>> {
public:
    ScanRun(Service& service, http::ExchangePtr exchange, Scan<Row> scan)
        : service_{service}, exchange_{std::move(exchange)}, scan_{std::move(scan)} {}

    void go() {
        service_.loop.look(
            [self = this->shared_from_this()](const engine::State& state) { self->look(state); },
            [self = this->shared_from_this()](std::optional<loop::Fault> fault) {
                if (fault) return respond(self->exchange_, closed(*fault));
                if (!self->done_) return self->go();
                self->service_.clerks.give([self] {
                    if (self->scan_.finish)
                        for (auto& row : self->list_.items) self->scan_.finish(row);
                    respond_with(self->exchange_, self->list_);
                });
            });
    }

private:
    void look(const engine::State& state) {
        if (!begun_) {
            begun_ = true;
            next_ = scan_.last(state);
            list_.position = state.flow.position;
        }
        for (std::uint64_t seen = 0; next_ > 0 && seen < ids_per_look;
             ++seen, ++visited_, next_ = next_of(scan_, state, next_)) {
            if (!scan_.matches(state, next_)) continue;
            if (list_.total == total_max) list_.more = true;
            else ++list_.total;
            if (scan_.page.after && next_ >= *scan_.page.after) continue;
            if (list_.items.size() == scan_.page.limit) list_.next_cursor = cursor_of(end_);
            else {
                list_.items.push_back(scan_.row(state, next_));
                end_ = next_;
            }
        }
        const bool enough = !list_.next_cursor.empty() && (list_.more || visited_ >= ids_max);
        if (enough && next_ > 0) list_.more = true;
        done_ = next_ == 0 || enough;
    }

    Service& service_;
    http::ExchangePtr exchange_;
    Scan<Row> scan_;
    ListOf<Row> list_;
    std::uint64_t next_ = 0, end_ = 0, visited_ = 0;
    bool begun_ = false, done_ = false;
};

template <class Row> void list(Service& service, const http::ExchangePtr& exchange, Scan<Row> scan) {
    std::make_shared<ScanRun<Row>>(service, exchange, std::move(scan))->go();
}

} // namespace truefill::api
