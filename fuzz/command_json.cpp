/// The body of a command, as POST /v1/commands/{name} reads it. The first line names the command, the rest is
/// the body; a name that is none stands for some command, so that every input reaches a decoder.
///
/// What is taken must say the same when it is written and read again: the content hash and the journal stand
/// on that.
#include "api/bounds.h"
#include "engine/engine.h"
#include "engine/record.h"
#include "need.h"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace {

using namespace truefill;

const std::vector<std::string_view>& names() {
    static const auto all = [] {
        std::vector<std::string_view> found;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, engine::Command>>(
            [&]<class M>(std::type_identity<M>) {
                boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, M>>(
                    [&]<class C>(std::type_identity<C>) { found.push_back(C::name); });
            });
        return found;
    }();
    return all;
}

std::string_view name_from(std::string_view line) {
    const auto known = std::ranges::find(names(), line);
    if (known != names().end()) return *known;
    const auto sum =
        std::accumulate(line.begin(), line.end(), std::size_t{0}, [](std::size_t so_far, char c) {
            return so_far * 31 + static_cast<unsigned char>(c);
        });
    return names()[sum % names().size()];
}

std::string body_of(const engine::Command& command) {
    std::string body;
    engine::encode_body(body, command);
    return body;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto end = std::min(input.find('\n'), input.size());
    const auto name = name_from(input.substr(0, end));
    json::Document document;
    const auto value = document.parse(input.substr(std::min(end + 1, input.size())));
    if (!value) return 0;
    const auto command = engine::decode_command(name, *value);
    if (!command) return 0;
    fuzz::need(engine::name_of(*command) == name, "a command has the name that it was asked for by");
    const auto first = body_of(*command);
    const auto again = engine::decode_command(name, std::string_view{first});
    fuzz::need(again.has_value(), "what was written can be read");
    fuzz::need(body_of(*again) == first, "what was read is what was written");
    fuzz::need(api::value_outside(*command).has_value() == api::value_outside(*again).has_value(),
               "bounds are those of the value, not of how it was written");
    return 0;
}
