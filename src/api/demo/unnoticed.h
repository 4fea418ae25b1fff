/// What a deviation would have led to, had nobody noticed it: the words beside the value at risk in the
/// score.
#pragma once

#include <string_view>

namespace truefill::api {

/// One sentence for a category of cases. Never empty.
std::string_view unnoticed(std::string_view category);

} // namespace truefill::api
