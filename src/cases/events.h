/// What happened to a case. `by` is the person; empty when the program did it.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/one_of.h"
#include "base/quantity.h"
#include "base/time.h"
#include "cases/categories.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::cases {

/// `incident`: the case is one of several with one cause; `joined` are those that found together with it.
struct CaseOpened {
    static constexpr std::string_view name = "cases.case_opened";
    static constexpr int version = 1;
    CaseId case_id;
    std::string category;
    std::uint8_t severity{};
    Role owner{};
    std::string sentence;
    OrderId order;
    LineNumber line{};
    ItemId item;
    SiteId site;
    Quantity quantity{};
    Money value;
    std::string destination;
    IncidentId incident;
    std::vector<CaseId> joined;
    Time opened_at;
    Time due;
    std::string rule;
    int rule_version{};
};
TF_DESCRIBE(CaseOpened, (case_id, category, severity, owner, sentence, order, line, item, site, quantity,
                         value, destination, incident, joined, opened_at, due, rule, rule_version))

/// The same again while the case is open.
struct CaseRepeated {
    static constexpr std::string_view name = "cases.case_repeated";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    std::string sentence;
    Quantity quantity{};
    Money value;
    Time at;
};
TF_DESCRIBE(CaseRepeated, (case_id, order, sentence, quantity, value, at))

struct CaseAssigned {
    static constexpr std::string_view name = "cases.case_assigned";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    Role owner{};
    std::string person;
    std::string by;
    Time at;
};
TF_DESCRIBE(CaseAssigned, (case_id, order, owner, person, by, at))

/// `due`: moved by as long as the clock stood still; none when it did not.
struct CaseStarted {
    static constexpr std::string_view name = "cases.case_started";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    std::string person;
    Time due;
    Time at;
};
TF_DESCRIBE(CaseStarted, (case_id, order, person, due, at))

struct CasePaused {
    static constexpr std::string_view name = "cases.case_paused";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    std::string reason;
    std::string by;
    Time at;
};
TF_DESCRIBE(CasePaused, (case_id, order, reason, by, at))

struct CaseResolved {
    static constexpr std::string_view name = "cases.case_resolved";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    std::string resolution, note;
    std::string by;
    Time at;
};
TF_DESCRIBE(CaseResolved, (case_id, order, resolution, note, by, at))

struct CaseClosed {
    static constexpr std::string_view name = "cases.case_closed";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    std::string by;
    Time at;
};
TF_DESCRIBE(CaseClosed, (case_id, order, by, at))

struct CaseReopened {
    static constexpr std::string_view name = "cases.case_reopened";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    std::string reason;
    std::string by;
    Time at;
    Time due;
};
TF_DESCRIBE(CaseReopened, (case_id, order, reason, by, at, due))

/// The deadline has passed; the case counts as graver from now on.
struct CaseOverdue {
    static constexpr std::string_view name = "cases.case_overdue";
    static constexpr int version = 1;
    CaseId case_id;
    OrderId order;
    std::uint8_t severity{};
};
TF_DESCRIBE(CaseOverdue, (case_id, order, severity))

/// `more`: there are further open cases; the same command goes on with them.
struct IncidentResolved {
    static constexpr std::string_view name = "cases.incident_resolved";
    static constexpr int version = 1;
    IncidentId incident;
    std::vector<CaseId> cases;
    bool more{};
    std::string resolution, note;
    std::string by;
    Time at;
};
TF_DESCRIBE(IncidentResolved, (incident, cases, more, resolution, note, by, at))

using Event = OneOf<CaseOpened, CaseRepeated, CaseAssigned, CaseStarted, CasePaused, CaseResolved, CaseClosed,
                    CaseReopened, CaseOverdue, IncidentResolved>;

} // namespace truefill::cases
