/// Which machines Truefill may be sent to by an address that somebody typed: a webhook's URL names a host,
/// and whoever may register a webhook must not reach what only this machine can reach.
///
/// What is judged is the address that a socket is opened to, after the name was resolved: no spelling of a
/// number, no name that points home, and no second answer of a name server gets around it. Refused is all
/// that is not globally reachable by the registries of IANA (special-purpose addresses of IPv4 and IPv6):
/// this host, loopback, private, shared, link-local and unique local networks, documentation, benchmarks,
/// multicast, reserved, and the addresses where clouds keep the secrets of a machine (169.254.169.254 and its
/// like). An IPv4 address inside an IPv6 one (mapped, or NAT64 64:ff9b::/96) is judged as that IPv4 address.
///
/// Networks can be allowed by name, as 10.20.0.0/16; then they are reached and nothing else of their kind.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::web {

/// An IPv6 address, or an IPv4 one as its mapped form ::ffff:a.b.c.d.
struct IpAddress {
    std::array<std::uint8_t, 16> bytes{};
    bool operator==(const IpAddress&) const = default;
};

/// In numbers only: "192.0.2.1" with four parts, or an IPv6 address without a zone.
std::optional<IpAddress> parse_ip(std::string_view text);
std::string text_of(const IpAddress& address);

/// Addresses that begin with the same bits.
struct Network {
    IpAddress first;
    int prefix{}; ///< bits of the 128, so an IPv4 network has 96 more than it is written with
    [[nodiscard]] bool has(const IpAddress& address) const;
};

/// "10.0.0.0/8", "fd00::/8", or one address. The sentence says what is wrong; bits behind the prefix are.
std::expected<Network, std::string> parse_network(std::string_view text);
/// Networks with commas or spaces between them.
std::expected<std::vector<Network>, std::string> parse_networks(std::string_view text);

class Guard {
public:
    /// Public addresses only, and what is allowed.
    static Guard on(std::vector<Network> allowed = {});
    /// What is allowed and nothing else: for what goes over the network in the clear.
    static Guard only(std::vector<Network> allowed);
    /// Everything: for addresses that the operator wrote, and for tests.
    static Guard off();

    [[nodiscard]] bool is_off() const { return off_; }
    /// Why an address is not reached, as "is a private address"; nothing when it may be.
    [[nodiscard]] std::optional<std::string_view> refuses(const IpAddress& address) const;

private:
    std::vector<Network> allowed_;
    bool off_{}, only_{};
};

} // namespace truefill::connectors::web
