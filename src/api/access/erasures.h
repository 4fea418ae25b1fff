/// POST /v1/persons/erase {person, reason}: destroys the keys under which everything is sealed that is known
/// of a person, `customer:CODE` or `user:NAME`. GET /v1/persons/erased: who was erased, for administrators
/// and auditors; after a restore of an older backup these are to be erased once more.
#pragma once

#include "api/service.h"

#include <array>
#include <string>
#include <vector>

namespace truefill::api {

struct ErasureAsked {
    static constexpr auto required = std::to_array<std::string_view>({"person", "reason"});
    std::string person, reason;
};
TF_DESCRIBE(ErasureAsked, (person, reason))

/// Answered when the keys are out of the journal's file.
struct ErasedPerson {
    static constexpr auto required =
        std::to_array<std::string_view>({"person", "keys", "by", "at", "erased_in"});
    std::string person;
    std::uint64_t keys{}; ///< destroyed, in all erasures of the person
    std::string by;
    Time at;
    Position erased_in{}; ///< record of the event
};
TF_DESCRIBE(ErasedPerson, (person, keys, by, at, erased_in))

struct ErasedList {
    static constexpr auto required = std::to_array<std::string_view>({"items", "total"});
    std::vector<ErasedPerson> items;
    std::uint64_t total{};
};
TF_DESCRIBE(ErasedList, (items, total))

void post_erase_person(Service& service, const http::ExchangePtr& exchange);
void get_erased_persons(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api
