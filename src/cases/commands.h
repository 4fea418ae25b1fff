/// What can be done about a case. Who does it is the actor of the envelope.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/one_of.h"
#include "base/quantity.h"
#include "cases/categories.h"

#include <optional>
#include <string>
#include <string_view>

namespace truefill::cases {

/// Something is off plan. The engine sends it with ids for each deviation; a person names codes.
/// `destination`: the system or partner that it is about, when it is about one. A case that is open already
/// for the same category, order, line, item, site and destination is counted, not doubled.
struct OpenCase {
    static constexpr std::string_view name = "cases.open_case";
    static constexpr bool fact = false;
    std::string category, sentence;
    std::string order;
    OrderId order_id;
    LineNumber line{};
    std::string item;
    ItemId item_id;
    std::string site;
    SiteId site_id;
    Quantity quantity{};
    Money value;
    std::string destination;
};
TF_DESCRIBE(OpenCase, (category, sentence, order, order_id, line, item, item_id, site, site_id, quantity,
                       value, destination))

/// To a person, to another role, or both.
struct AssignCase {
    static constexpr std::string_view name = "cases.assign_case";
    static constexpr bool fact = false;
    CaseId case_id;
    std::string person;
    std::optional<Role> role;
};
TF_DESCRIBE(AssignCase, (case_id, person, role))

/// Work begins, or goes on after an approval. A case that nobody has becomes the actor's.
struct StartCase {
    static constexpr std::string_view name = "cases.start_case";
    static constexpr bool fact = false;
    CaseId case_id;
};
TF_DESCRIBE(StartCase, (case_id))

/// Somebody must approve first: the clock stands still.
struct PauseCase {
    static constexpr std::string_view name = "cases.pause_case";
    static constexpr bool fact = false;
    CaseId case_id;
    std::string reason;
};
TF_DESCRIBE(PauseCase, (case_id, reason))

struct ResolveCase {
    static constexpr std::string_view name = "cases.resolve_case";
    static constexpr bool fact = false;
    CaseId case_id;
    std::string resolution; ///< a code: counted, resent, cancelled, accepted
    std::string note;
};
TF_DESCRIBE(ResolveCase, (case_id, resolution, note))

struct CloseCase {
    static constexpr std::string_view name = "cases.close_case";
    static constexpr bool fact = false;
    CaseId case_id;
};
TF_DESCRIBE(CloseCase, (case_id))

struct ReopenCase {
    static constexpr std::string_view name = "cases.reopen_case";
    static constexpr bool fact = false;
    CaseId case_id;
    std::string reason;
};
TF_DESCRIBE(ReopenCase, (case_id, reason))

/// One cause, one answer: all open cases of the incident.
struct ResolveIncident {
    static constexpr std::string_view name = "cases.resolve_incident";
    static constexpr bool fact = false;
    IncidentId incident;
    std::string resolution, note;
};
TF_DESCRIBE(ResolveIncident, (incident, resolution, note))

/// Timer: the case is due.
struct CheckCase {
    static constexpr std::string_view name = "cases.check_case";
    static constexpr bool fact = false;
    CaseId case_id;
};
TF_DESCRIBE(CheckCase, (case_id))

/// What was off plan has healed by itself. With an order: its cases of the category (line 0: of all its
/// lines); without one the case of exactly this item, site and destination.
struct AutoResolve {
    static constexpr std::string_view name = "cases.auto_resolve";
    static constexpr bool fact = false;
    std::string category;
    OrderId order_id;
    LineNumber line{};
    ItemId item_id;
    SiteId site_id;
    std::string destination, note;
};
TF_DESCRIBE(AutoResolve, (category, order_id, line, item_id, site_id, destination, note))

using Command = OneOf<OpenCase, AssignCase, StartCase, PauseCase, ResolveCase, CloseCase, ReopenCase,
                      ResolveIncident, CheckCase, AutoResolve>;

} // namespace truefill::cases
