/// A process of this program: the same binary with other arguments. What it prints is read line by line; its
/// secrets go by the environment, which no other user can read, never by its arguments.
///
/// It has a process group of its own, so that Ctrl+C in the terminal is told to the parent only, who ends it
/// in order. Not for more than one thread.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace truefill::cli {

struct ChildPlan {
    std::vector<std::string> arguments;                         ///< behind the name of the program
    std::vector<std::pair<std::string, std::string>> secrets{}; ///< variables of its environment
    std::string output{}; ///< a file for what it prints; empty: it is read by `lines`
    bool low_priority{};
};

class Child {
public:
    Child() = default;
    ~Child();
    Child(Child&& other) noexcept { *this = std::move(other); }
    Child& operator=(Child&& other) noexcept;

    /// Nothing when it could not be started.
    static std::optional<Child> start(const ChildPlan& plan);

    pid_t id() const { return id_; }
    bool is_running() const { return id_ > 0; }
    /// Looks whether it has ended: its exit code then, 128 + signal when a signal ended it.
    std::optional<int> ended();
    /// What it has printed since the last call, whole lines only.
    std::vector<std::string> lines();
    void tell_to_stop() const;
    /// Waits so long, then kills it.
    void wait(int milliseconds);

private:
    pid_t id_ = 0;
    int pipe_ = -1;
    std::string begun_;
};

} // namespace truefill::cli
