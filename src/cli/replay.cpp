#include "cli/replay.h"

#include "cli/failure.h"
#include "cli/journal_file.h"
#include "cli/summary.h"
#include "cli/terminal.h"

namespace truefill::cli {

int run_replay(const ReplayOptions& options) {
    auto journal = open_to_read(options.file);
    check_position(*journal, options.to, options.file);
    engine::Engine engine;
    const auto done = replay(engine, *journal,
                             {.to = options.to, .progress = "Replaying record", .before = {}, .after = {}});
    if (!done) fail_on(done.error(), options.file);
    const auto summary = summarise(engine.state());
    if (options.json) print_json(summary);
    else print(text_of(summary));
    return exit_done;
}

} // namespace truefill::cli
