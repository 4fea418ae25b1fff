#include "base/archive_output.h"

namespace truefill::archive {

void Output::drain() {
    const auto used = static_cast<std::size_t>(at_ - buffer_.get());
    if (used != 0) flush({buffer_.get(), used});
    at_ = buffer_.get();
}

void Output::put_large(const char* bytes, std::size_t size) {
    drain();
    if (size >= buffer_bytes) return flush({bytes, size});
    std::memcpy(at_, bytes, size);
    at_ += size;
}

Digest HashOutput::finish() {
    drain();
    return hash_.finish();
}

} // namespace truefill::archive
