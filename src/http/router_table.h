/// The router's tree of path parts, as the connections use it. Not to be changed once the server runs.
#pragma once

#include "http/router.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace truefill::http {

struct Route {
    std::string path; ///< as registered
    std::vector<std::string> names;
    std::map<Method, Handler> handlers{};

    /// None when the route does not take the method. GET's handler takes HEAD.
    const Handler* handler(Method method) const;
    /// "GET, HEAD, POST"
    std::string allow() const;
};

struct Router::Table {
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals{};
        std::unique_ptr<Node> any{};
        std::optional<Route> here{};
        std::optional<Route> rest{};
    };

    struct Found {
        const Route* route = nullptr;
        std::vector<std::string> values{}; ///< of the route's names, in order
    };

    Node root{};
    std::function<bool(const ExchangePtr&)> check{};

    /// `parts`: the decoded parts of the path.
    Found find(std::span<const std::string> parts) const;
};

} // namespace truefill::http
