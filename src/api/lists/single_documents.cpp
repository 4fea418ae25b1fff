#include "api/lists/document_lists.h"
#include "api/scope.h"

#include <fmt/format.h>

#include <charconv>

namespace truefill::api {
namespace {

using engine::State;

/// How a document is named and where it stands.
template <class Table> struct Kind {
    std::string_view area;   ///< of access
    std::string_view prefix; ///< of its code; it may be left out
    Table table;
};

/// The number in R-12, or 0.
std::uint32_t number_in(std::string_view code, std::string_view prefix) {
    if (code.starts_with(prefix)) code.remove_prefix(prefix.size());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
    return error == std::errc{} && end == code.data() + code.size() ? number : 0;
}

template <class Row, class Id, class Table>
void get_document(Service& service, const http::ExchangePtr& exchange, Kind<Table> kind) {
    const std::string code{exchange->request().part("code")};
    const Id id{number_in(code, kind.prefix)};
    const auto reach = reach_of(service, exchange, kind.area);
    if (reach.refusal) return respond(exchange, *reach.refusal);
    read(service, exchange, [=](const State& state) -> std::expected<Row, Problem> {
        const auto* found = kind.table(state).find(id);
        if (!found || !covers(reach, state, *found))
            return std::unexpected(not_found(fmt::format("There is no {}", code)));
        return api::row_of(state, id, *found);
    });
}

} // namespace

void get_release(Service& service, const http::ExchangePtr& exchange) {
    const auto table = [](const State& state) -> const auto& { return state.warehouse.releases; };
    get_document<ReleaseRow, ReleaseId>(service, exchange, Kind{"releases", "R-", table});
}

void get_shipment(Service& service, const http::ExchangePtr& exchange) {
    const auto table = [](const State& state) -> const auto& { return state.shipping.shipments; };
    get_document<ShipmentRow, ShipmentId>(service, exchange, Kind{"shipments", "SH-", table});
}

void get_return(Service& service, const http::ExchangePtr& exchange) {
    const auto table = [](const State& state) -> const auto& { return state.returns.returns; };
    get_document<ReturnRow, ReturnId>(service, exchange, Kind{"returns", "RMA-", table});
}

} // namespace truefill::api
