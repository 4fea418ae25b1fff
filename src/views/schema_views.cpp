// The ready questions, as SQL views over the tables.
#include "views/schema.h"

#include <array>

namespace truefill::views {
namespace {

using enum Type;

constexpr auto shipment_line_columns = std::to_array<Column>({
    {"shipment_id", integer, false, "the shipment"},
    {"order_id", integer, false, "its order"},
    {"line", integer, false, "the line"},
    {"item", text, false, "code of the item"},
    {"quantity", integer, false, "units that left with it"},
    {"delivered", integer, false, "of them: arrived, and not come back"},
    {"unit_price", price, false, "fixed when they left"},
});

constexpr std::string_view shipment_line_query =
    R"(select s.shipment_id, s.order_id, q.line, l.item, sum(q.quantity) as quantity,
       sum(case when q.bucket = 'delivered' then q.quantity else 0 end) as delivered, q.unit_price
from shipments s
join line_quantities q on q.order_id = s.order_id and q.shipment_id = s.shipment_id
join order_lines l on l.order_id = q.order_id and l.line = q.line
group by s.shipment_id, s.order_id, q.line, l.item, q.unit_price)";

constexpr auto delivery_columns = std::to_array<Column>({
    {"shipment_id", integer, false, "the shipment"},
    {"order_id", integer, false, "its order"},
    {"order_number", text, false, "its order, as the customer knows it"},
    {"carrier", text, false, "code of the carrier; `(none)` when it left without a tender"},
    {"site", text, true, "where it left"},
    {"due_at", time, false, "when it should arrive"},
    {"delivered_at", time, true, "when it arrived; null also when nobody said it, or took it back"},
    {"on_its_way", integer, false, "units that have not arrived"},
    {"lost", integer, false, "units that were lost"},
    {"is_late", flag, false,
     "units are lost, or on their way though `due_at` is over, or it came after `due_at`"},
    {"days_late", real, false, "days after `due_at`, until now while units are missing; 0 when not late"},
});

constexpr std::string_view delivery_query =
    R"(select shipment_id, order_id, order_number, carrier, site, due_at, delivered_at, on_its_way, lost,
       lost > 0 or (on_its_way > 0 and as_of > due_at) or coalesce(delivered_at > due_at, 0) as is_late,
       max(0.0, coalesce(julianday(case when on_its_way + lost > 0 then as_of else delivered_at end)
                         - julianday(due_at), 0.0)) as days_late
from (select s.shipment_id, s.order_id, o.order_number, coalesce(s.carrier, '(none)') as carrier, s.site,
             s.due_at, s.delivered_at, p.as_of,
             (select coalesce(sum(q.quantity), 0) from line_quantities q where q.order_id = s.order_id
              and q.shipment_id = s.shipment_id and q.bucket = 'shipped') as on_its_way,
             (select coalesce(sum(q.quantity), 0) from line_quantities q where q.order_id = s.order_id
              and q.shipment_id = s.shipment_id and q.bucket = 'lost') as lost
      from shipments s
      join orders o on o.order_id = s.order_id and o.kind = 'sale'
      join views_position p
      where s.issued_at is not null and s.due_at is not null))";

constexpr auto late_columns = std::to_array<Column>({
    {"carrier", text, false, "code of the carrier; `(none)` when goods left without a tender"},
    {"orders", integer, false, "orders that left with this carrier"},
    {"late_orders", integer, false, "of them: with a late shipment"},
    {"late_percent", real, false, "late_orders of 100 orders"},
    {"late_and_not_there", integer, false, "late orders with units that have not arrived"},
    {"days_late", real, false, "average of the late shipments"},
});

constexpr std::string_view late_query =
    R"(select carrier, count(distinct order_id) as orders,
       count(distinct case when is_late then order_id end) as late_orders,
       round(100.0 * count(distinct case when is_late then order_id end) / count(distinct order_id), 1)
           as late_percent,
       count(distinct case when is_late and on_its_way + lost > 0 then order_id end) as late_and_not_there,
       coalesce(round(avg(case when is_late then days_late end), 1), 0.0) as days_late
from deliveries group by carrier order by late_orders desc, carrier)";

constexpr auto fill_columns = std::to_array<Column>({
    {"site", text, false, "where the units come from; `(none)` while no stock is found for them"},
    {"week", date, false, "the Monday of the week in which they were ordered"},
    {"orders", integer, false, "orders with units there"},
    {"units", integer, false, "units ordered, without cancelled and substituted ones"},
    {"filled_units", integer, false, "of them: have left the site"},
    {"fill_percent", real, false, "filled_units of 100 units"},
});

constexpr std::string_view fill_query =
    R"(select coalesce(q.site, '(none)') as site, date(o.ordered_at, 'weekday 0', '-6 days') as week,
       count(distinct o.order_id) as orders, sum(q.quantity) as units,
       sum(case when q.bucket in ('shipped', 'delivered', 'lost', 'returned') then q.quantity else 0 end)
           as filled_units,
       round(100.0 * sum(case when q.bucket in ('shipped', 'delivered', 'lost', 'returned')
                              then q.quantity else 0 end) / sum(q.quantity), 1) as fill_percent
from orders o join line_quantities q on q.order_id = o.order_id
where o.kind = 'sale' and q.bucket not in ('cancelled', 'substituted')
group by 1, 2 order by 1, 2)";

constexpr auto unbilled_columns = std::to_array<Column>({
    {"order_id", integer, false, "the order"},
    {"order_number", text, false, "the order, as the customer knows it"},
    {"customer", text, true, "code of the customer"},
    {"line", integer, true, "the line; null for a charge"},
    {"charge", integer, true, "the charge; null for a line"},
    {"currency", text, true, "of the amount"},
    {"amount_minor", minor, false, "earned and not billed; negative when more was billed than earned"},
    {"since", time, true, "when the oldest goods that it stands for left"},
});

constexpr std::string_view unbilled_query =
    R"(select o.order_id, o.order_number, o.customer, l.line, null as charge, o.currency,
       l.issued_minor - l.billed_minor as amount_minor,
       coalesce((select min(s.issued_at) from line_quantities q
                 join shipments s on s.shipment_id = q.shipment_id
                 where q.order_id = l.order_id and q.line = l.line and q.billing = 'billable'),
                (select min(s.issued_at) from shipments s where s.order_id = o.order_id)) as since
from order_lines l join orders o on o.order_id = l.order_id
where l.issued_minor <> l.billed_minor
union all
select o.order_id, o.order_number, o.customer, null, c.charge, o.currency,
       c.issued_minor - c.billed_minor,
       (select min(s.issued_at) from shipments s where s.order_id = o.order_id)
from order_charges c join orders o on o.order_id = c.order_id
where c.issued_minor <> c.billed_minor)";

constexpr auto billable_columns = std::to_array<Column>({
    {"currency", text, true, "of the amount"},
    {"age", text, false, "days since the goods left: `0-1`, `2-7`, `8-30` or `over 30`"},
    {"orders", integer, false, "orders with something to bill"},
    {"amount_minor", minor, false, "earned and not billed"},
    {"oldest", time, true, "when the oldest of it left"},
});

constexpr std::string_view billable_query =
    R"(select currency,
       case when days < 2 then '0-1' when days < 8 then '2-7' when days < 31 then '8-30' else 'over 30' end
           as age,
       count(distinct order_id) as orders, sum(amount_minor) as amount_minor, min(since) as oldest
from (select u.*, julianday(p.as_of) - julianday(u.since) as days from unbilled u join views_position p)
group by 1, 2 order by 1, min(days))";

constexpr std::array<ViewSpec, 6> all{{
    {"shipment_lines", "What left with a shipment.", shipment_line_columns, shipment_line_query},
    {"deliveries", "Shipments to customers that have left, and whether they are late.", delivery_columns,
     delivery_query},
    {"late_orders_by_carrier", "Which carrier delivers late?", late_columns, late_query},
    {"fill_rate_by_site_and_week", "How much of what was ordered in a week has each site sent?", fill_columns,
     fill_query},
    {"unbilled", "Lines and charges that were earned and not billed. Sums to the account `unbilled`.",
     unbilled_columns, unbilled_query},
    {"open_billable_by_age", "How long do we wait with our invoices?", billable_columns, billable_query},
}};

} // namespace

std::span<const ViewSpec> views() { return all; }

} // namespace truefill::views
