#include "connectors/web/guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <span>
#include <utility>

namespace truefill::connectors::web {
namespace {

constexpr int bits = 128, v4_bits = 96;
constexpr std::array<std::uint8_t, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::array<std::uint8_t, 12> nat64_prefix{0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

bool begins_with(const IpAddress& address, std::span<const std::uint8_t> prefix) {
    return std::ranges::equal(std::span{address.bytes}.first(prefix.size()), prefix);
}

bool is_v4(const IpAddress& address) { return begins_with(address, mapped_prefix); }

struct Closed {
    std::string_view network;
    std::string_view what;
};

// IANA's registries of special-purpose addresses (RFC 6890 and its updates), and what clouds put aside.
constexpr Closed closed_v4[] = {
    {"0.0.0.0/8", "is an unspecified address"},
    {"127.0.0.0/8", "is a loopback address"},
    {"10.0.0.0/8", "is a private address"},
    {"172.16.0.0/12", "is a private address"},
    {"192.168.0.0/16", "is a private address"},
    {"100.64.0.0/10", "is an address of a shared network"},
    {"169.254.0.0/16", "is a link-local address"},
    {"168.63.129.16/32", "is an address for the metadata of a machine"},
    {"192.0.0.0/24", "is a reserved address"},
    {"192.0.2.0/24", "is an address for documentation"},
    {"198.51.100.0/24", "is an address for documentation"},
    {"203.0.113.0/24", "is an address for documentation"},
    {"192.88.99.0/24", "is an address of a relay"},
    {"198.18.0.0/15", "is an address for benchmarks"},
    {"224.0.0.0/4", "is a multicast address"},
    {"240.0.0.0/4", "is a reserved address"},
};

constexpr Closed closed_v6[] = {
    {"::/128", "is an unspecified address"},
    {"::1/128", "is a loopback address"},
    {"fc00::/7", "is a unique local address"},
    {"fe80::/10", "is a link-local address"},
    {"fec0::/10", "is a site-local address"},
    {"ff00::/8", "is a multicast address"},
    {"2001::/23", "is a reserved address"}, // Teredo, ORCHID and others
    {"2001:db8::/32", "is an address for documentation"},
    {"2002::/16", "is an address of a relay"}, // 6to4
    {"3fff::/20", "is an address for documentation"},
};

/// What is not closed above and not here is not in use.
constexpr std::string_view public_v6 = "2000::/3";

struct Table {
    struct Row {
        Network network;
        std::string_view what;
    };
    std::vector<Row> rows;
    Network open;
};

const Table& table() {
    static const Table made = [] {
        Table table;
        for (const auto& one : closed_v4) table.rows.push_back({*parse_network(one.network), one.what});
        for (const auto& one : closed_v6) table.rows.push_back({*parse_network(one.network), one.what});
        table.open = *parse_network(public_v6);
        return table;
    }();
    return made;
}

} // namespace

std::optional<IpAddress> parse_ip(std::string_view text) {
    if (text.empty() || text.size() >= INET6_ADDRSTRLEN) return std::nullopt;
    const std::string spelt{text};
    IpAddress address;
    if (spelt.find(':') != std::string::npos) {
        if (inet_pton(AF_INET6, spelt.c_str(), address.bytes.data()) != 1) return std::nullopt;
        return address;
    }
    std::ranges::copy(mapped_prefix, address.bytes.begin());
    if (inet_pton(AF_INET, spelt.c_str(), address.bytes.data() + mapped_prefix.size()) != 1)
        return std::nullopt;
    return address;
}

std::string text_of(const IpAddress& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool four = is_v4(address);
    const auto* bytes = address.bytes.data() + (four ? mapped_prefix.size() : 0);
    inet_ntop(four ? AF_INET : AF_INET6, bytes, text.data(), text.size());
    return text.data();
}

bool Network::has(const IpAddress& address) const {
    for (int bit = 0; bit < prefix; bit += 8) {
        const auto i = static_cast<std::size_t>(bit / 8);
        const int left = std::min(prefix - bit, 8);
        const auto mask = static_cast<std::uint8_t>(0xFF << (8 - left));
        if ((address.bytes[i] & mask) != (first.bytes[i] & mask)) return false;
    }
    return true;
}

std::expected<Network, std::string> parse_network(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = parse_ip(text.substr(0, slash));
    if (!address) return std::unexpected(std::string{text} + " is no network as 10.0.0.0/8 or fd00::/8");
    const int above = is_v4(*address) && text.find(':') == std::string_view::npos ? v4_bits : 0;
    int prefix = bits - above;
    if (slash != std::string_view::npos) {
        const auto digits = text.substr(slash + 1);
        const auto* end = digits.data() + digits.size();
        const auto [at, error] = std::from_chars(digits.data(), end, prefix);
        if (error != std::errc{} || at != end || prefix < 0 || prefix > bits - above)
            return std::unexpected(std::string{text} + " has no number of bits from 0 to " +
                                   std::to_string(bits - above) + " behind its slash");
    }
    const Network network{*address, prefix + above};
    for (int bit = network.prefix; bit < bits; ++bit)
        if (address->bytes[static_cast<std::size_t>(bit / 8)] & (0x80 >> (bit % 8)))
            return std::unexpected(std::string{text} +
                                   " has bits behind its prefix; a network ends in zeros");
    return network;
}

std::expected<std::vector<Network>, std::string> parse_networks(std::string_view text) {
    std::vector<Network> networks;
    while (true) {
        const auto begin = text.find_first_not_of(", ");
        if (begin == std::string_view::npos) return networks;
        text.remove_prefix(begin);
        const auto end = std::min(text.find_first_of(", "), text.size());
        auto one = parse_network(text.substr(0, end));
        if (!one) return std::unexpected(std::move(one.error()));
        networks.push_back(*one);
        text.remove_prefix(end);
    }
}

Guard Guard::on(std::vector<Network> allowed) {
    Guard guard;
    guard.allowed_ = std::move(allowed);
    return guard;
}

Guard Guard::only(std::vector<Network> allowed) {
    auto guard = on(std::move(allowed));
    guard.only_ = true;
    return guard;
}

Guard Guard::off() {
    Guard guard;
    guard.off_ = true;
    return guard;
}

std::optional<std::string_view> Guard::refuses(const IpAddress& address) const {
    if (off_) return std::nullopt;
    if (std::ranges::any_of(allowed_, [&](const Network& one) { return one.has(address); }))
        return std::nullopt;
    if (begins_with(address, nat64_prefix)) {
        IpAddress inside = address;
        std::ranges::copy(mapped_prefix, inside.bytes.begin());
        return refuses(inside);
    }
    if (only_) return "is in none of the networks that are named for http";
    for (const auto& row : table().rows)
        if (row.network.has(address)) return row.what;
    if (!is_v4(address) && !table().open.has(address)) return "is not a public address";
    return std::nullopt;
}

} // namespace truefill::connectors::web
