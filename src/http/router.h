/// Which handler takes a request.
///
/// Paths are literal words and {name}s: "/v1/orders/{number}". A last part {name...} takes the whole rest, of
/// one part at least. A literal wins over a {name}, and a {name} over a {name...}; where the rest of the path
/// then does not fit, the next best is tried. A known path with another method is 405 with Allow; an unknown
/// one is 404. GET answers HEAD too, without the body. A path with "//" or a "/" at its end is another path.
///
/// A path is split before it is decoded, so "/v1/orders/A%2F1" asks for the number "A/1".
#pragma once

#include "http/exchange.h"

#include <functional>
#include <memory>
#include <string_view>

namespace truefill::http {

class Router {
public:
    struct Table; ///< router_table.h, for the server
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;
    /// Asserts that the path is well formed and not yet taken.
    void add(Method method, std::string_view path, Handler handler);
    /// Sees each request that has a route, before its handler and before its body is read: answers and
    /// returns false, or lets it pass. A body that was not yet sent ends with the connection.
    void guard(std::function<bool(const ExchangePtr&)> check);

private:
    friend class Server;
    std::shared_ptr<Table> table_;
};

} // namespace truefill::http
