#include "api/export.h"

#include "http/media.h"

#include <array>
#include <utility>

namespace truefill::api {

bool wants_csv(const http::Request& request) {
    if (const auto format = request.parameter("format")) return *format == "csv";
    constexpr std::array<std::string_view, 2> offered{"application/json", "text/csv"};
    return http::choose_media(request.header("accept"), offered) == "text/csv";
}

void Export::begin(const http::ExchangePtr& exchange, std::string_view name, std::string titles, Next next) {
    const std::shared_ptr<Export> made{new Export{std::move(next)}};
    http::Response head;
    head.content_type = "text/csv; charset=utf-8; header=present";
    head.headers = {{"Cache-Control", "no-store"},
                    {"Content-Disposition", "attachment; filename=\"" + std::string{name} + ".csv\""}};
    made->stream_ = exchange->stream(std::move(head));
    // The stream keeps this until it is closed, and this keeps the stream.
    made->stream_->on_room([made] { made->more(); });
    if (made->stream_->write(std::move(titles))) made->more();
}

/// Asks for the next piece, unless one is on its way or the client has no room: then `on_room` comes here.
void Export::more() {
    {
        const std::scoped_lock lock{mutex_};
        if (asked_ || over_ || stream_->room() == 0) return;
        asked_ = true;
    }
    next_([self = shared_from_this()](std::string piece, Then then) { self->got(std::move(piece), then); });
}

void Export::got(std::string piece, Then then) {
    const bool goes_on = stream_->write(std::move(piece)) && then == Then::more;
    {
        const std::scoped_lock lock{mutex_};
        asked_ = false;
        over_ = !goes_on;
    }
    if (goes_on) return more();
    if (then == Then::end) stream_->end();
    stream_->on_room({}); // lets go of this, and with it of the stream
}

} // namespace truefill::api
