/// A whole list as a file: made piece by piece and sent as the client takes it, so that neither a list of a
/// million rows nor a slow client costs memory. What changes while the file is being made is shown as it is
/// when its row is written.
#pragma once

#include "http/http.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace truefill::api {

/// Whether a list is asked for as CSV: `?format=csv`, or an Accept header that likes text/csv best.
bool wants_csv(const http::Request& request);

class Export : public std::enable_shared_from_this<Export> {
public:
    enum class Then : std::uint8_t { more, end, broken };
    /// Told once for each question, on any thread, not from within the question itself. `broken`: the rest
    /// cannot be read; the answer breaks off, so that the client sees that it is not whole.
    using Tell = std::function<void(std::string piece, Then then)>;
    using Next = std::function<void(Tell)>;
    /// Rows that are made at once.
    static constexpr std::size_t rows_per_piece = 500;

    /// Sends the titles, then asks `next` for pieces until the last one.
    static void begin(const http::ExchangePtr& exchange, std::string_view name, std::string titles,
                      Next next);

private:
    explicit Export(Next next) : next_{std::move(next)} {}
    void more();
    void got(std::string piece, Then then);

    Next next_;
    std::shared_ptr<http::Stream> stream_;
    std::mutex mutex_;
    bool asked_ = false, over_ = false;
};

} // namespace truefill::api
