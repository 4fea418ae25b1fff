#include "engine/record.h"

#include "base/assert.h"
#include "base/json.h"
#include "base/one_of_impl.h"
#include "engine/codec.h"

#include <boost/mp11/algorithm.hpp>

namespace truefill::engine {
namespace {

template <class Whole> std::expected<Whole, json::Problem> decode_any(std::string_view name,
                                                                      json::Value body) {
    std::expected<Whole, json::Problem> result;
    bool found = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Whole>>(
        [&]<class M>(std::type_identity<M>) {
            if (found || !Codec<M>::knows(name)) return;
            found = true;
            M value;
            if (auto done = Codec<M>::decode(name, body, value)) result = Whole{std::move(value)};
            else result = std::unexpected(std::move(done.error()));
        });
    if (!found) return std::unexpected(json::Problem{"", "there is nothing called " + std::string{name}, 0});
    return result;
}

} // namespace

void RecordWriter::begin(const journal::Envelope& envelope) {
    begin_ = out_.size();
    steps_ = 0;
    out_ += R"({"envelope":)";
    json::encode(out_, envelope);
    out_ += R"(,"steps":[)";
}

void RecordWriter::close_step() {
    if (steps_ == 0) return;
    out_ += events_ > 0 ? "]}" : "}";
}

template <class ModuleCommand> void RecordWriter::step(const ModuleCommand& command) {
    close_step();
    out_ += steps_ == 0 ? R"({"command":")" : R"(,{"command":")";
    out_ += Codec<ModuleCommand>::name(command);
    out_ += R"(","body":)";
    Codec<ModuleCommand>::encode(out_, command);
    ++steps_;
    events_ = 0;
}

template <class ModuleEvent> void RecordWriter::event(const ModuleEvent& event) {
    out_ += events_ == 0 ? R"(,"events":[{"event":")" : R"(,{"event":")";
    out_ += Codec<ModuleEvent>::name(event);
    out_ += R"(","version":)";
    json::encode(out_,
                 visit([](const auto& one) { return std::remove_cvref_t<decltype(one)>::version; }, event));
    out_ += R"(,"body":)";
    Codec<ModuleEvent>::encode(out_, event);
    out_ += '}';
    ++events_;
}

void RecordWriter::refusal(const journal::Refusal& refusal) {
    TF_ASSERT(events_ == 0, "a step has events or a refusal");
    out_ += R"(,"refusal":)";
    json::encode(out_, refusal);
}

void RecordWriter::end() {
    close_step();
    out_ += "]}";
}

#define TF_RECORD(module)                                                                                    \
    template void RecordWriter::step(const module::Command&);                                                \
    template void RecordWriter::event(const module::Event&);
TF_RECORD(masterdata)
TF_RECORD(orders)
TF_RECORD(inventory)
TF_RECORD(warehouse)
TF_RECORD(shipping)
TF_RECORD(billing)
TF_RECORD(returns)
TF_RECORD(cases)
TF_RECORD(mirrors)
TF_RECORD(access)
#undef TF_RECORD
template void RecordWriter::step(const FlowCommand&);
template void RecordWriter::event(const FlowEvent&);

std::string_view name_of(const Command& command) {
    return visit([]<class M>(const M& one) { return Codec<M>::name(one); }, command);
}

void encode_body(std::string& out, const Command& command) {
    visit([&]<class M>(const M& one) { Codec<M>::encode(out, one); }, command);
}

std::expected<Command, json::Problem> decode_command(std::string_view name, json::Value body) {
    return decode_any<Command>(name, body);
}

std::expected<Command, json::Problem> decode_command(std::string_view name, std::string_view body) {
    json::Document document;
    const auto value = document.parse(body);
    if (!value) return std::unexpected(value.error());
    return decode_any<Command>(name, *value);
}

std::expected<Event, json::Problem> decode_event(std::string_view name, json::Value body) {
    return decode_any<Event>(name, body);
}

} // namespace truefill::engine

template struct truefill::KindsOf<truefill::engine::Command>;
template struct truefill::KindsOf<truefill::engine::Event>;
