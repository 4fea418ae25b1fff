#include "base/assert.h"
#include "base/one_of_impl.h"
#include "returns/returns.h"

#include <algorithm>

namespace truefill::returns {
namespace {

/// What a document waits for, from its numbers. An end that a person or a deadline has set stays.
void settle(Return& document) {
    const bool ended = document.status == Status::rejected || document.status == Status::expired;
    if (document.received > document.inspected) document.status = Status::received;
    else if (document.open > 0) document.status = Status::authorized;
    else if (!ended || document.received > 0) document.status = Status::closed;
}

Return& add(State& state, ReturnId id, Return document) {
    if (document.order) {
        auto& last = state.last_of_order[document.order];
        document.previous_of_order = last;
        last = id;
    }
    return state.returns.add(id, std::move(document));
}

void take(State& state, const std::vector<Taken>& taken) {
    for (const auto& one : taken) {
        auto& document = state.returns.at(one.rma);
        TF_ASSERT(document.open >= one.quantity, "no more comes in than is open");
        document.open -= one.quantity;
        settle(document);
    }
}

void add_pieces(Return& document, const std::vector<Piece>& pieces) {
    for (const auto& piece : pieces) {
        const auto same = std::ranges::find_if(document.pieces, [&](const Piece& mine) {
            return mine.site == piece.site && mine.lot == piece.lot;
        });
        if (same != document.pieces.end()) same->quantity += piece.quantity;
        else document.pieces.push_back(piece);
    }
}

void evolve(State& state, const ReturnAuthorized& event, const Facts&) {
    Return document;
    document.order = event.order;
    document.line = event.line;
    document.item = event.item;
    document.authorized = document.open = event.quantity;
    document.expires_at = event.due;
    document.reason = event.reason;
    add(state, event.rma, std::move(document));
}

void evolve(State& state, const ReturnReceived& event, const Facts&) {
    if (event.fresh) {
        Return document;
        document.order = event.order;
        document.line = event.line;
        document.item = event.item;
        document.reason = event.reason;
        add(state, event.rma, std::move(document));
    }
    take(state, event.taken);
    auto& document = state.returns.at(event.rma);
    document.received += event.quantity;
    document.inspect_by = event.due;
    document.reminded = false;
    add_pieces(document, event.pieces);
    settle(document);
    if (!event.reference.empty()) state.receipts.emplace(event.reference, event.rma);
}

void evolve(State& state, const BlindReceived& event, const Facts&) {
    Return document;
    document.item = event.item;
    document.received = event.quantity;
    document.inspect_by = event.due;
    document.reason = event.reason;
    document.pieces.push_back({event.site, event.lot, event.quantity, 0});
    settle(document);
    add(state, event.rma, std::move(document));
    if (!event.reference.empty()) state.receipts.emplace(event.reference, event.rma);
}

void evolve(State& state, const ReturnMatched& event, const Facts&) {
    take(state, event.taken);
    auto& document = state.returns.at(event.rma);
    if (event.rest) {
        Return rest;
        rest.item = document.item;
        rest.received = document.received - event.quantity;
        rest.inspect_by = document.inspect_by;
        rest.reason = document.reason;
        rest.pieces.push_back({document.pieces.front().site, document.pieces.front().lot, rest.received, 0});
        settle(rest);
        add(state, event.rest, std::move(rest));
        document.received = event.quantity;
        document.pieces.front().quantity = event.quantity;
    }
    document.order = event.order;
    document.line = event.line;
    auto& last = state.last_of_order[event.order];
    document.previous_of_order = last;
    last = event.rma;
    settle(document);
}

void evolve(State& state, const ReturnInspected& event, const Facts&) {
    auto& document = state.returns.at(event.rma);
    document.inspected += event.quantity;
    for (const auto& piece : event.pieces)
        for (auto& mine : document.pieces)
            if (mine.site == piece.site && mine.lot == piece.lot) mine.inspected += piece.quantity;
    settle(document);
}

void end(State& state, ReturnId rma, Status status) {
    auto& document = state.returns.at(rma);
    document.open = 0;
    document.status = status;
    settle(document);
}

void evolve(State& state, const ReturnRejected& event, const Facts&) {
    end(state, event.rma, Status::rejected);
}
void evolve(State& state, const ReturnExpired& event, const Facts&) {
    end(state, event.rma, Status::expired);
}
void evolve(State& state, const ReturnsTrimmed& event, const Facts&) { take(state, event.taken); }
void evolve(State& state, const InspectionOverdue& event, const Facts&) {
    state.returns.at(event.rma).reminded = true;
}

} // namespace

void apply(State& state, const Event& event, const Facts& facts) {
    visit([&](const auto& what) { evolve(state, what, facts); }, event);
}

} // namespace truefill::returns

template struct truefill::KindsOf<truefill::returns::Event>;
