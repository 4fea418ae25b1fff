/// The log: one JSON object a line on stderr, for machines first. No token, cookie or body ever gets in.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace truefill::api {

enum class Level : std::uint8_t { info, warning, error };

/// One fact beside the sentence.
struct LogField {
    std::string_view name;
    std::string value;
};

/// {"time":...,"level":"info","event":"started","detail":"...",fields}. For any thread.
void log(Level level, std::string_view event, std::string_view detail,
         std::initializer_list<LogField> fields = {});
/// info, warning or error; info for anything else.
Level level_named(std::string_view name);
/// Below it nothing is written.
void set_log_level(Level level);

} // namespace truefill::api
