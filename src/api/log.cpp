#include "api/log.h"

#include "base/describe.h"
#include "base/json.h"
#include "loop/clock.h"

#include <atomic>
#include <cstdio>

namespace truefill::api {
namespace {

std::atomic<Level> least{Level::info};

void member(std::string& line, std::string_view name, std::string_view value) {
    line += ",\"";
    line += name;
    line += "\":";
    json::encode(line, value);
}

} // namespace

Level level_named(std::string_view name) {
    return name == "error" ? Level::error : name == "warning" ? Level::warning : Level::info;
}

void set_log_level(Level level) { least = level; }

void log(Level level, std::string_view event, std::string_view detail,
         std::initializer_list<LogField> fields) {
    if (level < least.load()) return;
    static constexpr std::string_view names[] = {"info", "warning", "error"};
    std::string line{"{\"time\":"};
    json::encode(line, loop::SystemClock{}.now());
    member(line, "level", names[static_cast<std::size_t>(level)]);
    member(line, "event", event);
    if (!detail.empty()) member(line, "detail", detail);
    for (const auto& field : fields) member(line, field.name, field.value);
    line += "}\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace truefill::api
