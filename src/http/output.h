/// Bytes on their way to a client: small ones are gathered into one piece, large ones are moved, not copied.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::http {

class Output {
public:
    static constexpr std::size_t copied_bytes_max = 16 << 10;

    bool is_empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }

    /// The piece to append small things to, such as heads. `grown` afterwards.
    std::string& tail() {
        if (pieces_.empty() || pieces_.back().size() > copied_bytes_max) pieces_.emplace_back();
        before_ = pieces_.back().size();
        return pieces_.back();
    }
    void grown() { size_ += pieces_.back().size() - before_; }

    void append(std::string&& bytes) {
        if (bytes.empty()) return;
        if (bytes.size() <= copied_bytes_max) {
            tail() += bytes;
            grown();
            return;
        }
        size_ += bytes.size();
        pieces_.push_back(std::move(bytes));
    }

    std::size_t pieces() const { return pieces_.size(); }
    std::string_view piece(std::size_t index) const {
        return std::string_view{pieces_[index]}.substr(index == 0 ? taken_ : 0);
    }

    /// Not empty, unless there is nothing at all.
    std::string_view first_piece() const {
        for (std::size_t at = 0; at < pieces_.size(); ++at) {
            if (!piece(at).empty()) return piece(at);
        }
        return {};
    }

    /// The client has that many more bytes.
    void taken(std::size_t bytes) {
        size_ -= bytes;
        while (bytes > 0) {
            const std::size_t left = pieces_.front().size() - taken_;
            if (bytes < left) {
                taken_ += bytes;
                return;
            }
            bytes -= left;
            taken_ = 0;
            // The last small piece is kept for the next answer, so that a busy connection allocates none.
            if (pieces_.size() == 1 && pieces_.front().capacity() <= copied_bytes_max) {
                pieces_.front().clear();
                return;
            }
            pieces_.erase(pieces_.begin());
        }
    }

    void clear() {
        pieces_.clear();
        pieces_.shrink_to_fit();
        size_ = taken_ = 0;
    }

private:
    std::vector<std::string> pieces_{};
    std::size_t size_ = 0;
    std::size_t taken_ = 0; ///< of the first piece
    std::size_t before_ = 0;
};

} // namespace truefill::http
