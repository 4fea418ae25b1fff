/// Where something belongs: the sites and the customer of orders, documents and commands. Scopes are about
/// these two. For the engine thread, which has the state; a few look-ups each, an order one pass over its
/// parcels.
#pragma once

#include "engine/engine.h"

#include <string>
#include <vector>

namespace truefill::api {

struct Place {
    std::vector<std::string> sites; ///< codes, each once
    std::string customer;           ///< code; empty: not known, or none
    bool has_customer{};            ///< it is about a customer, known or not
};

Place place_of(const engine::State& state, const ledger::Order& order);
Place place_of(const engine::State& state, const warehouse::Release& release);
Place place_of(const engine::State& state, const shipping::Shipment& shipment);
Place place_of(const engine::State& state, const billing::Invoice& invoice);
Place place_of(const engine::State& state, const returns::Return& rma);
Place place_of(const engine::State& state, const cases::Case& one);

/// Of an order that may be archived: then nothing of it is known but that it has a customer.
Place place_of(const engine::State& state, OrderId order);

/// What a command is about, from its members and from the documents that they name. `source`: whose codes
/// they may be.
Place place_of(const engine::State& state, const engine::Command& command, std::string_view source);

/// What it decides about; currency none: not known, or the command decides about no value.
Money value_of(const engine::State& state, const engine::Command& command);

/// Who asked for what a command approves.
struct Requester {
    std::string name;  ///< empty: not known
    bool documented{}; ///< a document says so; else whoever approves says it
};
/// `approver` is named when he is among those of the document.
Requester requester_of(const engine::State& state, const engine::Command& command, std::string_view approver);

} // namespace truefill::api
