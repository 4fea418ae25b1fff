#include "loop/crash_notes.h"

#include "base/assert.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace truefill::loop {
namespace {

/// The notes of the thread that handles a message just now.
thread_local constinit CrashNotes* handling = nullptr;

/// A line put together without the heap: this runs in a broken program.
class Line {
public:
    void add(char c) noexcept {
        if (size_ < sizeof chars_) chars_[size_++] = c;
    }
    void add_hash(const Hash128& hash) noexcept {
        std::array<char, 32> hex;
        write_hex(hex.data(), hash);
        for (const char c : hex) add(c);
    }
    void add_escaped(std::string_view text) noexcept {
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte > ' ' && byte != '%' && byte != 0x7F) {
                add(c);
                continue;
            }
            add('%');
            add(digits[byte >> 4]);
            add(digits[byte & 15]);
        }
    }
    std::string_view view() const { return {chars_, size_}; }

private:
    char chars_[2048]{};
    std::size_t size_ = 0;
};

void add_name(Line& line, const Hash128& hash, std::string_view source, std::string_view id) noexcept {
    line.add_hash(hash);
    line.add(' ');
    line.add_escaped(source);
    line.add(' ');
    line.add_escaped(id);
}

std::expected<std::string, std::string> read_all(int file, const std::string& path) {
    std::string text;
    char buffer[4096];
    for (;;) {
        const auto size = ::read(file, buffer, sizeof buffer);
        if (size == 0) return text;
        if (size < 0 && errno == EINTR) continue;
        if (size < 0)
            return std::unexpected(fmt::format("{} cannot be read: {}", path, std::strerror(errno)));
        text.append(buffer, static_cast<std::size_t>(size));
    }
}

} // namespace

template <std::size_t max> void CrashNotes::Text<max>::set(std::string_view text) noexcept {
    size = std::min(text.size(), max);
    std::memcpy(chars.data(), text.data(), size);
}

std::expected<std::unique_ptr<CrashNotes>, std::string> CrashNotes::open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
    if (file < 0) return std::unexpected(fmt::format("{} cannot be opened: {}", path, std::strerror(errno)));
    std::unique_ptr<CrashNotes> notes{new CrashNotes{file}};
    const auto text = read_all(file, path);
    if (!text) return std::unexpected(text.error());
    notes->read(*text);
    set_assert_hook(on_assert);
    return notes;
}

CrashNotes::~CrashNotes() {
    set_assert_hook(nullptr);
    ::close(file_);
}

void CrashNotes::read(std::string_view lines) {
    for (auto end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
        auto line = lines.substr(0, end);
        lines.remove_prefix(end + 1);
        std::size_t third = 0; // the blank behind the id
        for (int blanks = 0; third < line.size(); ++third)
            if (line[third] == ' ' && ++blanks == 3) break;
        ++notes_[std::string{line.substr(0, third)}];
        ++size_;
    }
    // Bytes after the last line end are a note that the crash itself cut off.
}

std::string CrashNotes::key_of(const journal::Envelope& envelope) {
    Line line;
    add_name(line, envelope.content_hash, std::string_view{envelope.source}.substr(0, source_max),
             std::string_view{envelope.message_id}.substr(0, id_max));
    return std::string{line.view()};
}

bool CrashNotes::is_quarantined(const journal::Envelope& envelope) const {
    if (notes_.empty() || envelope.message_id.empty()) return false;
    const auto found = notes_.find(key_of(envelope));
    return found != notes_.end() && found->second >= chances;
}

void CrashNotes::remember(const journal::Envelope& envelope) noexcept {
    source_.set(envelope.source);
    id_.set(envelope.message_id);
    hash_ = envelope.content_hash;
    std::atomic_signal_fence(std::memory_order_release);
    handling = this;
}

void CrashNotes::forget() noexcept { handling = nullptr; }

void CrashNotes::write(const char* why) const noexcept {
    Line line;
    add_name(line, hash_, source_.view(), id_.view());
    line.add(' ');
    line.add_escaped(std::string_view{why}.substr(0, 512));
    line.add('\n');
    for (auto rest = line.view(); !rest.empty();) {
        const auto written = ::write(file_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    ::fsync(file_);
}

void CrashNotes::on_assert(const char* line) {
    const auto* notes = handling;
    handling = nullptr; // The abort that follows raises a signal; one crash is one note.
    if (notes) notes->write(line);
}

void CrashNotes::on_signal(int signal) {
    const auto* notes = handling;
    handling = nullptr;
    if (notes) notes->write(signal == SIGABRT ? "abort" : "signal");
    ::raise(signal); // Comes after the return, and finds the default action (SA_RESETHAND).
}

void CrashNotes::watch_signals() {
    struct sigaction action{};
    action.sa_handler = on_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) ::sigaction(signal, &action, nullptr);
}

} // namespace truefill::loop
