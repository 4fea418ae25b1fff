#include "api/person_desk.h"

#include "api/log.h"
#include "api/places.h"
#include "api/stored_record.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>

namespace truefill::api {
namespace {

using personal::Whose;
using personal::Written;

bool says(const std::string& bytes, std::string_view sign) {
    return ::memmem(bytes.data(), bytes.size(), sign.data(), sign.size()) != nullptr;
}

/// In which message the person of one of its texts was erased last; none when nobody was.
Position erased_at(const access::State& access, const engine::Command& command,
                   const personal::PersonOf& person_of) {
    if (access.erased.empty()) return {};
    Position last{};
    for (const auto& person : personal::persons_in(command, person_of))
        if (const auto found = access.erased.find(person); found != access.erased.end())
            last = std::max(last, found->second.position);
    return last;
}

/// What a decision cannot see any more once it is sealed.
std::optional<journal::Refusal> check_person(const engine::Command& command) {
    const auto* of_access = get_if<access::Command>(&command);
    if (of_access == nullptr) return std::nullopt;
    if (const auto* made = get_if<access::CreateUser>(of_access))
        return access::check_person(made->display_name, made->email_ref);
    if (const auto* first = get_if<access::AcceptFirstRun>(of_access))
        return access::check_person(first->display_name, first->email_ref);
    if (const auto* changed = get_if<access::ChangeUser>(of_access))
        return access::check_person(changed->display_name.value_or("as it is"),
                                    changed->email_ref.value_or(""));
    return std::nullopt;
}

Written written_as(std::string_view content_type) {
    return content_type.starts_with("text/csv") ? Written::csv : Written::json;
}

/// Whether sealed_begin stands there, written as it is or with escapes of JSON.
bool begins_sealed(std::string_view text) {
    for (const char wanted : sealed_begin) {
        constexpr std::string_view escape = "\\u00";
        constexpr std::size_t escaped = escape.size() + 2;
        unsigned code = 0;
        if (text.starts_with(wanted)) {
            text.remove_prefix(1);
            continue;
        }
        if (!text.starts_with(escape) || text.size() < escaped) return false;
        std::from_chars(text.data() + escape.size(), text.data() + escaped, code, 16);
        if (code != static_cast<unsigned>(wanted)) return false;
        text.remove_prefix(escaped);
    }
    return true;
}

bool brings_sealed(std::string_view text) {
    for (const char first : {sealed_begin.front(), '\\'})
        for (auto at = text.find(first); at != text.npos; at = text.find(first, at + 1))
            if (begins_sealed(text.substr(at))) return true;
    return false;
}

/// Whether an answer that says again what was asked would show what somebody found sealed.
bool brings_sealed(const http::Request& request) {
    const auto any = [](const http::Pairs& pairs) {
        return std::ranges::any_of(
            pairs, [](const auto& one) { return brings_sealed(one.first) || brings_sealed(one.second); });
    };
    return brings_sealed(request.path) || any(request.parts) || any(request.query) || any(request.headers) ||
           brings_sealed(request.body);
}

class UnsealingStream final : public http::Stream {
public:
    UnsealingStream(const personal::KeyRing& keys, std::shared_ptr<http::Stream> inner, Written how)
        : keys_{keys}, inner_{std::move(inner)}, how_{how} {}
    bool write(std::string bytes) override {
        personal::unseal_all(keys_, bytes, how_);
        return inner_->write(std::move(bytes));
    }
    std::size_t room() const override { return inner_->room(); }
    void end() override { inner_->end(); }
    void on_closed(std::function<void()> told) override { inner_->on_closed(std::move(told)); }
    void on_room(std::function<void()> told) override { inner_->on_room(std::move(told)); }

private:
    const personal::KeyRing& keys_;
    std::shared_ptr<http::Stream> inner_;
    Written how_;
};

class UnsealingExchange final : public http::Exchange {
public:
    UnsealingExchange(const personal::KeyRing& keys, http::ExchangePtr inner)
        : keys_{keys}, inner_{std::move(inner)} {}
    const http::Request& request() const override { return inner_->request(); }
    bool is_open() const override { return inner_->is_open(); }
    void reply(http::Response response) override {
        personal::unseal_all(keys_, response.body, written_as(response.content_type));
        inner_->reply(std::move(response));
    }
    std::shared_ptr<http::Stream> stream(http::Response head) override {
        const auto how = written_as(head.content_type);
        return std::make_shared<UnsealingStream>(keys_, inner_->stream(std::move(head)), how);
    }

private:
    const personal::KeyRing& keys_;
    http::ExchangePtr inner_;
};

} // namespace

std::expected<void, journal::Fault> PersonDesk::open(journal::Journal& journal, const engine::State& state) {
    const auto rows = journal.list(personal::keys_table);
    if (!rows) return std::unexpected(rows.error());
    if (!keys_.load(*rows))
        log(Level::error, "person_keys", "A row of the keys of persons cannot be read; it is left alone.");
    for (const auto& reference : state.master.references("customer"))
        ours_[{reference.source, reference.theirs}] = reference.ours;
    for (const auto& [person, erasure] : state.access.erased) {
        auto gone = keys_.forget(erasure.keys);
        std::ranges::move(gone, std::back_inserter(left_behind_));
    }
    return {};
}

void PersonDesk::start(loop::Loop& loop) {
    loop_ = &loop;
    keys_.on_new_key([&loop](journal::SideRow row) {
        loop.change_side({std::string{personal::keys_table}, {std::move(row)}});
    });
    destroy(std::exchange(left_behind_, {}));
}

void PersonDesk::destroy(std::vector<std::string> ids) {
    if (!ids.empty()) loop_->change_side({std::string{personal::keys_table}, {}, std::move(ids)});
}

void PersonDesk::when_destroyed(std::function<void(std::optional<loop::Fault>)> then) {
    loop_->change_side({std::string{personal::keys_table}, {}, {}, std::move(then)});
}

std::string PersonDesk::customer(std::string_view source, std::string_view theirs) const {
    const std::shared_lock lock{mutex_};
    if (ours_.empty()) return std::string{theirs};
    const auto found = ours_.find(std::pair{std::string{source}, std::string{theirs}});
    return found == ours_.end() ? std::string{theirs} : found->second;
}

void PersonDesk::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    constexpr std::string_view erased = access::PersonErased::name,
                               loaded = masterdata::CatalogueLoaded::name;
    if (!says(batch.bytes, erased) && !says(batch.bytes, loaded)) return;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const auto record = batch.record(i);
        if (record.find(erased) != record.npos || record.find(loaded) != record.npos) follow(record);
    }
}

void PersonDesk::follow(std::string_view record) {
    json::Document document;
    const auto stored = open_record(document, record);
    if (!stored) return log(Level::error, "person_record", stored.error());
    for (const auto& step : stored->steps)
        for (const auto& one : step.events) {
            if (one.name != access::PersonErased::name && one.name != masterdata::CatalogueLoaded::name)
                continue;
            const auto event = decode(one);
            if (!event) {
                log(Level::error, "person_record", event.error());
                continue;
            }
            if (const auto* of_access = get_if<access::Event>(&*event)) {
                destroy(get<access::PersonErased>(*of_access).keys);
                keys_.forget(get<access::PersonErased>(*of_access).keys);
                continue;
            }
            const auto& catalogue =
                get<masterdata::CatalogueLoaded>(get<masterdata::Event>(*event)).catalogue;
            const std::scoped_lock lock{mutex_};
            for (const auto& reference : catalogue.cross_references)
                if (reference.kind == "customer")
                    ours_[{reference.source, reference.theirs}] = reference.ours;
        }
}

std::string consignee_in(const engine::State& state, const engine::Command& command) {
    const auto* of_shipping = get_if<shipping::Command>(&command);
    const auto* delivery = of_shipping ? get_if<shipping::ConfirmDelivery>(of_shipping) : nullptr;
    if (delivery == nullptr) return {};
    const auto id = shipping::find_shipment(state.shipping, delivery->shipment, delivery->tracking);
    const auto* shipment = state.shipping.shipments.find(id);
    return shipment ? place_of(state, shipment->order).customer : std::string{};
}

std::optional<Problem> seal(Service& service, engine::Message& message, SealHints known) {
    if (!service.persons) return std::nullopt;
    if (const auto wrong = personal::brings_token(message, known.raw)) return refused(*wrong);
    if (auto wrong = check_person(message.command)) return refused(*wrong);
    auto& desk = *service.persons;
    const personal::PersonOf person_of = [&](Whose whose, std::string_view code) {
        if (whose == Whose::user) return personal::person_named("user", code);
        if (whose == Whose::customer)
            return personal::person_named("customer", desk.customer(message.envelope.source, code));
        return known.consignee.empty() ? personal::person_named("consignee", code)
                                       : personal::person_named("customer", known.consignee);
    };
    message.erased_at = erased_at(*service.door.mirror().state(), message.command, person_of);
    if (auto done = personal::seal(desk.keys(), message, person_of); !done) return refused(done.error());
    return std::nullopt;
}

std::vector<std::optional<Problem>> seal_each(Service& service, std::span<engine::Message> messages) {
    std::vector<std::optional<Problem>> said(messages.size());
    if (!service.persons) return said;
    std::vector<std::string> consignees(messages.size());
    if (std::ranges::any_of(messages, [](const auto& one) { return personal::needs_state(one.command); })) {
        const auto looked = service.loop.read([&](const engine::State& state) {
            for (std::size_t i = 0; i < messages.size(); ++i)
                consignees[i] = consignee_in(state, messages[i].command);
            return true;
        });
        if (!looked) {
            std::ranges::fill(said, closed(looked.error()));
            return said;
        }
    }
    for (std::size_t i = 0; i < messages.size(); ++i)
        said[i] = seal(service, messages[i], {.consignee = consignees[i]});
    return said;
}

bool is_readable(const Service& service, const engine::State& state, const engine::Command& command) {
    return !service.persons || state.access.erased.empty() ||
           personal::is_current(service.persons->keys(), command);
}

Problem sealed_before() { return busy("Personal data in it are being erased just now; send it again"); }

http::ExchangePtr unsealing(Service& service, http::ExchangePtr exchange) {
    if (!service.persons || brings_sealed(exchange->request())) return exchange;
    return std::make_shared<UnsealingExchange>(service.persons->keys(), std::move(exchange));
}

std::string shown(const Service& service, const std::string& text) {
    return service.persons ? service.persons->keys().reveal(text) : text;
}

} // namespace truefill::api
