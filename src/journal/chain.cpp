#include "base/assert.h"
#include "journal/port.h"

#include <fmt/format.h>

namespace truefill::journal {

namespace {

std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

Digest link(Sha256& hasher, const Digest& before, std::string_view record) {
    hasher.update(bytes_of(before));
    hasher.update(record);
    return hasher.finish();
}

} // namespace

Digest seal(Batch& batch, const Digest& before) {
    TF_ASSERT((batch.ends.empty() ? 0 : batch.ends.back()) == batch.bytes.size(),
              "the last record ends the buffer");
    batch.hashes.resize(batch.size());
    Sha256 hasher;
    Digest last = before;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        last = link(hasher, last, batch.record(i));
        batch.hashes[i] = last;
    }
    return last;
}

std::optional<std::size_t> first_broken(const Batch& batch, const Digest& before) {
    TF_ASSERT(batch.hashes.size() == batch.size(), "every record has its hash");
    Sha256 hasher;
    const Digest* last = &before;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (link(hasher, *last, batch.record(i)) != batch.hashes[i]) return i;
        last = &batch.hashes[i];
    }
    return std::nullopt;
}

std::optional<Fault> conflict_of(const Batch& batch, Position end, const Digest& head) {
    TF_ASSERT(batch.hashes.size() == batch.size(), "a batch is sealed before it is stored");
    if (batch.size() == 0) return std::nullopt;
    if (batch.first != end + 1) {
        return Fault{FaultKind::conflict,
                     fmt::format("The batch begins with record {}, but the journal ends with "
                                 "record {}. Read the journal's end again.",
                                 batch.first, end)};
    }
    Sha256 hasher;
    if (link(hasher, head, batch.record(0)) == batch.hashes[0]) return std::nullopt;
    return Fault{FaultKind::conflict,
                 fmt::format("Record {} of the batch was sealed after another record {} than the "
                             "journal's last. Read the journal's end again.",
                             batch.first, end)};
}

} // namespace truefill::journal
