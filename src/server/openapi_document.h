/// How the contract is written down: operations in, OpenAPI 3.1 out. Which there are stands in openapi.cpp.
#pragma once

#include "server/schema.h"

#include <map>
#include <string>
#include <string_view>

namespace truefill::server {

/// What is said about one operation; the answers' schemas come from their types.
struct Operation {
    std::string_view path, method, id, summary;
    std::string_view parameters{}; ///< of the query, separated by blanks
    std::string answer{};          ///< schema; empty: no JSON
    std::string body{};
    std::string description{}; ///< beside the summary
};

class OpenApiDocument {
public:
    void add(const Operation& operation);
    template <class T> void get(std::string_view path, std::string_view id, std::string_view summary,
                                std::string_view parameters = {}) {
        add({path, "get", id, summary, parameters, schemas_.of<T>(), {}});
    }
    Schemas& schemas() { return schemas_; }
    /// The whole of it; last.
    std::string text();

private:
    Schemas schemas_;
    std::map<std::string, std::string> paths_; ///< operations by path
};

} // namespace truefill::server
