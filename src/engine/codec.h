/// Names and JSON of commands and events. One instantiation a module (codec_*.cpp), so no file compiles them
/// all.
#pragma once

#include "base/json.h"

#include <string>
#include <string_view>


namespace truefill::engine {

template <class Variant> struct Codec {
    /// The name of the alternative that a value holds.
    static std::string_view name(const Variant& value);
    /// Appends the JSON of the alternative.
    static void encode(std::string& out, const Variant& value);
    /// True when one of the alternatives has the name.
    static bool knows(std::string_view name);
    /// Decodes the body of the alternative with the name, which is known.
    static std::expected<void, json::Problem> decode(std::string_view name, json::Value body, Variant& out);
};

} // namespace truefill::engine
