#include "http/traceparent.h"

#include <algorithm>
#include <cstdint>
#include <random>

namespace truefill::http {

namespace {

bool is_hex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_zero(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c == '0'; });
}

void append_hex(std::string& out, std::uint64_t value) {
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(value >> shift) & 15];
}

std::uint64_t next_random() {
    thread_local std::mt19937_64 generator = [] {
        std::random_device device;
        std::seed_seq seed{device(), device(), device(), device()};
        return std::mt19937_64{seed};
    }();
    return generator() | 1; // never all zeros
}

} // namespace

bool is_traceparent(std::string_view text) {
    if (text.size() < 55 || text[2] != '-' || text[35] != '-' || text[52] != '-') return false;
    const std::string_view version = text.substr(0, 2);
    const std::string_view trace = text.substr(3, 32);
    const std::string_view parent = text.substr(36, 16);
    if (!is_hex(version) || !is_hex(trace) || !is_hex(parent) || !is_hex(text.substr(53, 2))) return false;
    if (version == "ff" || is_zero(trace) || is_zero(parent)) return false;
    if (text.size() == 55) return true;
    return version != "00" && text[55] == '-' && text.size() <= 256;
}

std::string new_traceparent() {
    std::string out;
    out.reserve(55);
    out += "00-";
    append_hex(out, next_random());
    append_hex(out, next_random());
    out += '-';
    append_hex(out, next_random());
    out += "-01";
    return out;
}

} // namespace truefill::http
