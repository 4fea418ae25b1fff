#include "api/list_of.h"

namespace truefill::api {

Problem catching_up(const Board& board, Position durable) {
    return make_problem(
        503, "catching_up",
        fmt::format("The lists are being made after the start: {} of {} records are read; ask "
                    "again in a moment",
                    board.position(), durable));
}

} // namespace truefill::api
