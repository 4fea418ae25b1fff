#include "loop/chain_reader.h"

#include <fmt/format.h>

namespace truefill::loop {

std::expected<void, JournalFault> ChainReader::read(journal::Batch& into, std::size_t bytes_max) {
    const Position first = position_ + 1;
    if (const auto done = journal_.read(first, bytes_max, into); !done)
        return std::unexpected(
            JournalFault{first, fmt::format("Record {}: {}", first, done.error().sentence)});
    if (into.size() == 0) return {};
    if (into.first != first)
        return std::unexpected(
            JournalFault{first, fmt::format("Record {} is missing; the next one is {}.", first, into.first)});
    if (const auto broken = journal::first_broken(into, head_)) {
        const Position at = first + *broken;
        return std::unexpected(JournalFault{
            at, fmt::format(
                    "Record {} is not the one that was written: its hash does not follow from its bytes and "
                    "the record before it. Take the journal from a copy that `truefill verify` passes.",
                    at)});
    }
    position_ += into.size();
    head_ = into.hashes.back();
    return {};
}

std::expected<Position, JournalFault> verify_chain(journal::Journal& journal, const Progress& progress) {
    constexpr std::size_t batch_bytes = std::size_t{4} << 20;
    ChainReader reader{journal, 0, {}};
    journal::Batch batch;
    for (;;) {
        if (auto done = reader.read(batch, batch_bytes); !done)
            return std::unexpected(std::move(done.error()));
        if (progress) progress(reader.position(), journal.end());
        if (batch.size() == 0) break;
    }
    if (reader.position() < journal.end())
        return std::unexpected(JournalFault{
            reader.position() + 1, fmt::format("The journal ends with record {}, but it says that it has {}.",
                                               reader.position(), journal.end())});
    return reader.position();
}

} // namespace truefill::loop
