/// Poison: a message that stops the program would stop it again after every start, for its sender repeats it.
/// So the loop remembers which message is being handled, and when the program dies there, a line with its
/// source, id and content hash goes to `<journal>.crash`. A message with two such lines is not handled a
/// third time: the loop reports it as `quarantined`, which opens a case. A deliberate retry under a program
/// that was mended has a new id.
///
/// The engine's own messages have no id. They are noted, for people, and never kept out: a stop that comes
/// from them is mended by a new program only.
///
/// The file is text, a line for each crash: hash, source, id, what failed; control characters and % as %XX.
/// It is small and may be edited: a line that is taken out gives its message another chance.
#pragma once

#include "base/sha256.h"
#include "journal/envelope.h"

#include <array>
#include <cstddef>
#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace truefill::loop {

class CrashNotes {
public:
    /// How many crashes keep a message out.
    static constexpr int chances = 2;

    /// Opens or makes the file, reads its notes, and takes the assertion hook. One object at a time.
    static std::expected<std::unique_ptr<CrashNotes>, std::string> open(const std::string& path);
    ~CrashNotes();
    CrashNotes(const CrashNotes&) = delete;
    CrashNotes& operator=(const CrashNotes&) = delete;

    /// Notes also what dies without an assertion of ours: SIGSEGV, SIGBUS, SIGFPE, SIGILL, and SIGABRT of a
    /// library's own assertion. The process dies of the signal all the same. For programs; it stays for the
    /// life of the process.
    static void watch_signals();

    bool is_quarantined(const journal::Envelope& envelope) const;
    /// Notes in the file when it was opened.
    std::size_t size() const { return size_; }

    /// On the thread that handles the message, before and after: about 20 ns. A death on another thread, or
    /// between the two, is nobody's fault.
    void remember(const journal::Envelope& envelope) noexcept;
    void forget() noexcept;

private:
    /// What the file and the memory of the current message keep of a name. The hash tells longer names apart.
    static constexpr std::size_t source_max = 64, id_max = 192;

    template <std::size_t max> struct Text {
        std::array<char, max> chars;
        std::size_t size{};
        void set(std::string_view text) noexcept;
        std::string_view view() const { return {chars.data(), size}; }
    };

    explicit CrashNotes(int file) : file_{file} {}
    void read(std::string_view lines);
    static std::string key_of(const journal::Envelope& envelope);
    static void on_assert(const char* line);
    static void on_signal(int signal);
    void write(const char* why) const noexcept;

    int file_;
    std::size_t size_ = 0;
    std::map<std::string, int, std::less<>> notes_; ///< by the first three fields as they stand in the file
    Text<source_max> source_;
    Text<id_max> id_;
    Hash128 hash_;
};

} // namespace truefill::loop
