/// The documents of cases.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/sha256.h"
#include "base/time.h"
#include "cases/categories.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::cases {

enum class Status : std::uint8_t {
    open,
    assigned,
    in_progress,
    waiting_approval,
    resolved,
    closed,
    reopened
};
TF_DESCRIBE_ENUM(Status, open, assigned, in_progress, waiting_approval, resolved, closed, reopened)

struct Case {
    std::string category;
    std::string sentence; ///< of the last time it happened
    Status status{};
    std::uint8_t severity{};
    Role owner{};
    bool overdue{};
    std::uint32_t times{};    ///< how often it happened while open
    std::uint32_t reopened{}; ///< how often it was not over after all
    OrderId order;
    LineNumber line{};
    ItemId item;
    SiteId site;
    IncidentId incident;
    CaseId previous_of_order;
    Quantity quantity{};
    Money value; ///< at risk
    std::string destination;
    std::string person;
    std::string resolution;
    Time opened_at;
    Time last_at;
    Time assigned_at; ///< first time
    Time paused_at;   ///< none: the clock runs
    Time due_at;
    Time resolved_at;

    bool is_open() const { return status != Status::resolved && status != Status::closed; }
};
TF_DESCRIBE(Case, (category, sentence, status, severity, owner, overdue, times, reopened, order, line, item,
                   site, incident, previous_of_order, quantity, value, destination, person, resolution,
                   opened_at, last_at, assigned_at, paused_at, due_at, resolved_at))

/// Cases with one cause.
struct Incident {
    std::string category;
    SiteId site;
    std::string destination;
    Time opened_at;
    Time last_at;
    std::uint32_t open{}; ///< of its cases
    std::vector<CaseId> cases;
};
TF_DESCRIBE(Incident, (category, site, destination, opened_at, last_at, open, cases))

/// What has happened lately of one category at one place; becomes an incident when it is too much for chance.
struct Cause {
    IncidentId incident; ///< the last one
    std::vector<CaseId> recent;
};
TF_DESCRIBE(Cause, (incident, recent))

/// What makes two open cases the same.
struct Identity {
    std::string_view category;
    OrderId order;
    LineNumber line{};
    ItemId item;
    SiteId site;
    std::string_view destination;
};
Hash128 key_of(const Identity& identity);
/// What makes two cases have one cause; none when they name neither site nor destination.
Hash128 cause_of(std::string_view category, SiteId site, std::string_view destination);

} // namespace truefill::cases
