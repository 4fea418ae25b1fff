/// Truefill as another system sees it: an address, a key, JSON over HTTP. Nothing here knows the engine.
///
/// What is sent is sent until it is answered, always under the same key, so neither a broken connection nor
/// a restart of either side makes anything happen twice. Only `stop` ends the waiting.
#pragma once

#include "base/json.h"
#include "base/time.h"
#include "connectors/web/web_client.h"

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::systems {

struct Link {
    std::string url;    ///< "http://127.0.0.1:8080"
    std::string key;    ///< tf_...
    std::string source; ///< who speaks, while the key may speak for anybody
};

/// A command on its way. `key` names it for ever.
struct Letter {
    std::string command, key, body;
    Time at; ///< when it happened
};
template <class Command> Letter letter(std::string key, Time at, const Command& command) {
    Letter made{std::string{Command::name}, std::move(key), {}, at};
    json::encode(made.body, command);
    return made;
}

/// What came of a letter: nothing when it was taken, else the code of the refusal.
using Reply = std::optional<std::string>;

class Truefill {
public:
    Truefill(Link link, const std::atomic<bool>& stop);

    /// Until it is answered; nothing when `stop` came first or there is no such thing. The value is good
    /// until the next question.
    std::optional<json::Value> get(const std::string& path);
    /// Every row of a list, over all its pages.
    void each(const std::string& path, const std::function<void(json::Value)>& row);
    Reply send(const Letter& letter);
    /// In one request. The replies stand in the order of the letters; none at all when `stop` came first.
    std::vector<Reply> send_all(const std::vector<Letter>& letters);
    /// For what is no command: a job, a key. `key` names it where a repeat would be another one.
    std::optional<json::Value> post(const std::string& path, std::string body, const std::string& key = {});

private:
    std::optional<connectors::web::Answer> ask(connectors::web::Ask ask);
    std::optional<json::Value> parse(std::string text);

    Link link_;
    const std::atomic<bool>& stop_;
    connectors::web::WebClient web_;
    std::string text_;
    json::Document document_;
};

std::string text_in(json::Value row, std::string_view member);
std::int64_t number_in(json::Value row, std::string_view member);
Time time_in(json::Value row, std::string_view member);

} // namespace truefill::systems
