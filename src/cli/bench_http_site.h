/// A server under load: what the measurements of `truefill bench --http` share.
#pragma once

#include "cli/bench_http_client.h"
#include "cli/bench_http_server.h"
#include "cli/bench_workload.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

/// A server with master data and stock, the workload that knows its orders, and a connection of its own.
class BenchSite {
public:
    /// Loads master data and opening stock.
    explicit BenchSite(const std::string& folder);

    BenchServer& server() { return server_; }
    Workload& workload() { return workload_; }
    HttpConnection& connection() { return connection_; }

    /// A request as it goes over the wire.
    std::string get(std::string_view path) const;
    std::string post(std::string_view path, std::string_view headers, std::string_view body) const;
    /// A command by itself, and as a line of many.
    std::string single(const engine::Message& message) const;
    static void append_line(std::string& body, const engine::Message& message);

    /// Requests for new orders, one command each.
    std::vector<std::string> places(std::size_t count);
    /// Requests with so many commands each.
    std::vector<std::string> bulks(const std::vector<engine::Message>& messages, std::size_t lines) const;

    /// Sends it and fails unless the answer is a good one.
    Reply ask(std::string_view request);
    /// Sends a request of `bulks` and fails unless every line took effect. The last position.
    std::uint64_t send_bulk(std::string_view request);
    /// Waits until the lists have seen everything, so that nothing of before is still being done.
    void settle();
    /// Where the views are; nothing when the server has none.
    std::optional<std::uint64_t> views_position();
    /// Waits for the views to see a position; false when they do not in time.
    bool wait_for_views(std::uint64_t position, double seconds_max);

private:
    BenchServer server_;
    Workload workload_;
    HttpConnection connection_;
};

/// A number member of a JSON answer, the last one of that name; 0 when there is none.
std::uint64_t number_in_answer(std::string_view body, std::string_view name);

/// Fails when an answer of the load was a bad one.
void check(const LoadResult& result, std::string_view what);

} // namespace truefill::cli
