#include "api/records.h"

#include <string>
#include <utility>

namespace truefill::api {

std::expected<std::string, std::string> Records::record(Position position) {
    journal::Batch batch;
    if (auto done = read(position, 1, batch); !done) return std::unexpected(std::move(done.error()));
    if (batch.size() == 0 || batch.first != position)
        return std::unexpected("there is no record " + std::to_string(position));
    return std::string{batch.record(0)};
}

std::expected<void, std::string> Records::read(Position from, std::size_t bytes_max, journal::Batch& into) {
    const std::scoped_lock lock{mutex_};
    into.clear();
    if (auto done = journal_.read(from, bytes_max, into); !done)
        return std::unexpected(std::move(done.error().sentence));
    return {};
}

} // namespace truefill::api
