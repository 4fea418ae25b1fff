/// The server that `truefill bench --http` measures: this program as `truefill serve` in a process of its
/// own, so that its memory and its time are its own.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

namespace truefill::cli {

class BenchServer {
public:
    /// On a new journal in the folder; its log goes to FOLDER/server.log. Returns when it listens.
    explicit BenchServer(const std::string& folder);
    /// Ends it at once.
    ~BenchServer();
    BenchServer(const BenchServer&) = delete;
    BenchServer& operator=(const BenchServer&) = delete;

    std::uint16_t port() const { return port_; }
    /// The operator token, made here: the server only gets its hash.
    const std::string& token() const { return token_; }
    /// Bytes of its memory that are in use.
    double resident() const;
    /// Seconds of processor that it has used.
    double cpu_seconds() const;
    const std::string& journal() const { return journal_; }

private:
    void run(int out) const;
    void wait_until_it_listens();

    std::string folder_, journal_, token_;
    pid_t process_ = -1;
    int said_ = -1; ///< what it prints; open as long as it lives, for it ends when nobody could read it
    std::uint16_t port_ = 0;
};

/// How many bytes the engine's state takes in memory at a position of a journal: a process of its own replays
/// the journal to there and tells how much it has grown. It is made before anything else, while it is small.
class StateMeter {
public:
    StateMeter();
    ~StateMeter();
    StateMeter(const StateMeter&) = delete;
    StateMeter& operator=(const StateMeter&) = delete;

    struct Bytes {
        double first{}, second{};
    };
    /// At two positions, the first one not behind the second. Once.
    Bytes measure(const std::string& journal, std::uint64_t first, std::uint64_t second);

private:
    pid_t process_ = -1;
    int to_ = -1, from_ = -1;
};

} // namespace truefill::cli
