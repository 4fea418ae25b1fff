/// A list of documents (scan.h) as a file.
#pragma once

#include "api/csv.h"
#include "api/export.h"
#include "api/scan.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace truefill::api {

template <class Row> class ScanExport : public std::enable_shared_from_this<ScanExport<Row>> {
public:
    ScanExport(Service& service, Scan<Row> scan) : service_{service}, scan_{std::move(scan)} {}

    /// The next rows; looks until there are enough.
    void piece(Export::Tell tell) {
        service_.loop.look(
            [self = this->shared_from_this()](const engine::State& state) { self->look(state); },
            [self = this->shared_from_this(), tell = std::move(tell)](std::optional<loop::Fault> fault) {
                if (fault) return tell({}, Export::Then::broken);
                if (self->next_ > 0 && self->rows_.size() < Export::rows_per_piece) return self->piece(tell);
                self->service_.clerks.give([self, tell] { self->write(tell); });
            });
    }

private:
    void look(const engine::State& state) {
        if (!begun_) next_ = scan_.last(state);
        begun_ = true;
        for (std::uint64_t seen = 0;
             next_ > 0 && seen < ids_per_look && rows_.size() < Export::rows_per_piece;
             ++seen, next_ = next_of(scan_, state, next_))
            if (scan_.matches(state, next_)) rows_.push_back(scan_.row(state, next_));
    }
    void write(const Export::Tell& tell) {
        std::string text;
        for (const auto& row : rows_) csv::append_row(text, row);
        rows_.clear();
        tell(std::move(text), next_ == 0 ? Export::Then::end : Export::Then::more);
    }

    Service& service_;
    Scan<Row> scan_;
    std::vector<Row> rows_;
    std::uint64_t next_ = 0;
    bool begun_ = false;
};

/// The whole list as a file, when that is asked for; else a page of it. The name is that of the file.
template <class Row>
void list_or_export(Service& service, const http::ExchangePtr& exchange, Scan<Row> scan) {
    if (!wants_csv(exchange->request())) return list(service, exchange, std::move(scan));
    const auto path = exchange->request().path;
    const auto run = std::make_shared<ScanExport<Row>>(service, std::move(scan));
    Export::begin(exchange, std::string_view{path}.substr(path.rfind('/') + 1), csv::titles<Row>(),
                  [run](Export::Tell tell) { run->piece(std::move(tell)); });
}

} // namespace truefill::api
