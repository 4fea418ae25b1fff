/// An id is a small dense number that the engine gave out, never something a partner sent: their names for
/// things are strings in the cross-references. Each kind is a type of its own, so an item cannot be passed
/// where a site is meant.
///
/// 0 is "none"; real ids start at 1. The width is the width in every index of the engine: 16 bits where a
/// network has a few thousand at most (sites, carriers, sources), 32 where it has millions, 64 for jobs,
/// whose number is derived from the position in the journal.
#pragma once

#include "base/mix.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <type_traits>

namespace truefill {

template <class Tag, class Rep>
struct Id {
    static_assert(std::is_unsigned_v<Rep>, "an id counts up from one");
    using tag_type = Tag;
    using rep_type = Rep;

    Rep value{};

    constexpr explicit operator bool() const noexcept { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    /// boost::hash finds this one; std::hash below gives the same number.
    friend constexpr std::size_t hash_value(Id id) noexcept { return mix64(id.value); }
};

template <class T>
inline constexpr bool is_id = false;
template <class Tag, class Rep>
inline constexpr bool is_id<Id<Tag, Rep>> = true;

using ItemId = Id<struct ItemTag, std::uint32_t>;
using SiteId = Id<struct SiteTag, std::uint16_t>;
using CustomerId = Id<struct CustomerTag, std::uint32_t>;
using CarrierId = Id<struct CarrierTag, std::uint16_t>;
using OrderId = Id<struct OrderTag, std::uint32_t>;
using LotId = Id<struct LotTag, std::uint32_t>;
using SupplyId = Id<struct SupplyTag, std::uint32_t>;
using ReleaseId = Id<struct ReleaseTag, std::uint32_t>;
using HandlingUnitId = Id<struct HandlingUnitTag, std::uint32_t>;
using ShipmentId = Id<struct ShipmentTag, std::uint32_t>;
using InvoiceId = Id<struct InvoiceTag, std::uint32_t>;
using CreditId = Id<struct CreditTag, std::uint32_t>;
using ReturnId = Id<struct ReturnTag, std::uint32_t>;
using CaseId = Id<struct CaseTag, std::uint32_t>;
using IncidentId = Id<struct IncidentTag, std::uint32_t>;
using JobId = Id<struct JobTag, std::uint64_t>;
using HoldId = Id<struct HoldTag, std::uint32_t>;
using SourceId = Id<struct SourceTag, std::uint16_t>;
using CountId = Id<struct CountTag, std::uint32_t>;
using TransferId = Id<struct TransferTag, std::uint32_t>;

/// The number of a record in the journal: the first is 1, there are no gaps, 0 is "before the first".
using Position = std::uint64_t;

/// The number of a line within its order, as the customer counts: from 1, stable when lines are cancelled.
using LineNumber = std::uint32_t;

} // namespace truefill

template <class Tag, class Rep>
struct std::hash<truefill::Id<Tag, Rep>> {
    std::size_t operator()(truefill::Id<Tag, Rep> id) const noexcept { return hash_value(id); }
};
