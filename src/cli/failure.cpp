#include "cli/failure.h"

#include "base/json.h"
#include "cli/terminal.h"

#include <cstdio>

namespace truefill::cli {
namespace {

struct ErrorBody {
    static constexpr auto required = std::to_array<std::string_view>({"code", "sentence"});
    std::string code, sentence;
};
TF_DESCRIBE(ErrorBody, (code, sentence))

struct ErrorOutput {
    ErrorBody error;
};
TF_DESCRIBE(ErrorOutput, (error))

} // namespace

void report(const Failure& failure, bool json) {
    if (json) print_json(ErrorOutput{{failure.code, failure.sentence}});
    std::fprintf(stderr, "truefill: %s\n", failure.sentence.c_str());
}

} // namespace truefill::cli
