/// A record as it was stored, opened step by step without decoding what nobody asks for.
#pragma once

#include "engine/engine.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

/// Values and views live as long as the document and the record's bytes.
struct StoredEvent {
    std::string_view name;
    std::int64_t version{};
    json::Value body;
};

struct StoredStep {
    std::string_view command;
    json::Value body;
    std::optional<journal::Refusal> refusal;
    std::vector<StoredEvent> events;
};

struct StoredRecord {
    journal::Envelope envelope;
    std::vector<StoredStep> steps;
};

/// The sentence says what is wrong with the record.
std::expected<StoredRecord, std::string> open_record(json::Document& document, std::string_view record);
std::expected<engine::Event, std::string> decode(const StoredEvent& event);

/// The account that an order had when a record archived it.
std::expected<ledger::Order, std::string> archived_account(std::string_view record, OrderId id);

/// What an event says in general: every module keeps the same members for the same thing.
const ledger::Entry* entry_of(const engine::Event& event);
/// The order that it is about, or none.
OrderId order_of(const engine::Event& event);
const std::vector<ledger::Deviation>* deviations_of(const engine::Event& event);

} // namespace truefill::api
