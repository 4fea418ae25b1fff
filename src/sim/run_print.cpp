#include "base/grouped.h"
#include "base/json.h"
#include "sim/run.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>

namespace truefill::sim {
namespace {

constexpr std::size_t shown_max = 20;

std::string to_text(const SimReport& report) {
    auto text = fmt::format(
        "{}: {}, {}, {}, {}, {}\n", plural(report.seeds, "world"), plural(report.orders, "order"),
        plural(report.messages, "message"), plural(report.records, "record"),
        report.crashes == 1 ? "1 crash" : grouped(report.crashes) + " crashes", plural(report.cases, "case"));
    std::size_t shown = 0;
    for (const auto& one : report.details) {
        if (++shown > shown_max) {
            text += fmt::format("and {} more\n", grouped(report.details.size() - shown_max));
            break;
        }
        text +=
            fmt::format("seed {} at position {}: {}\n    {}\n", one.seed, one.position, one.what, one.repeat);
    }
    text += report.violations == 0 ? "no violation\n" : plural(report.violations, "violation") + "\n";
    return text;
}

/// By hand, because the codec leaves out members that are 0, and "no violation" must be said.
std::string to_json(const SimReport& report) {
    auto text = fmt::format(R"({{"seeds":{},"violations":{},"records":{},"orders":{},"messages":{},)"
                            R"("crashes":{},"cases":{},"details":)",
                            report.seeds, report.violations, report.records, report.orders, report.messages,
                            report.crashes, report.cases);
    json::encode(text, report.details);
    text += R"(,"worlds":)";
    json::encode(text, report.worlds);
    return text + '}';
}

} // namespace

std::optional<std::pair<std::uint64_t, std::uint64_t>> parse_seeds(std::string_view text) {
    const auto number = [](std::string_view part) -> std::optional<std::uint64_t> {
        std::uint64_t value = 0;
        const auto end = part.data() + part.size();
        const auto read = std::from_chars(part.data(), end, value);
        if (part.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
        return value;
    };
    const auto dots = text.find("..");
    const auto first = number(text.substr(0, dots));
    const auto last = dots == std::string_view::npos ? first : number(text.substr(dots + 2));
    if (!first || !last || *first > *last) return std::nullopt;
    return std::pair{*first, *last};
}

int run_sim(const SimOptions& options, std::ostream& out) {
    Progress progress;
    if (options.progress)
        progress = [](std::uint64_t done, std::uint64_t all) {
            std::fprintf(stderr, "\r%llu of %llu worlds%s", static_cast<unsigned long long>(done),
                         static_cast<unsigned long long>(all), done == all ? "\n" : "");
            std::fflush(stderr);
        };
    const auto report = run_seeds(options, progress);
    out << (options.json ? to_json(report) + '\n' : to_text(report));
    return report.violations == 0 ? 0 : 1;
}

} // namespace truefill::sim
