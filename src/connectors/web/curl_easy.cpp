#include "connectors/web/curl_easy.h"

#include "base/assert.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>
#include <optional>

namespace truefill::connectors::web {
namespace {

std::optional<IpAddress> address_of(const curl_sockaddr& from) {
    IpAddress address;
    if (from.family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &from.addr, sizeof four);
        address.bytes[10] = address.bytes[11] = 0xFF;
        std::memcpy(address.bytes.data() + 12, &four.sin_addr, sizeof four.sin_addr);
        return address;
    }
    if (from.family != AF_INET6) return std::nullopt;
    sockaddr_in6 six{};
    std::memcpy(&six, &from.addr, sizeof six);
    std::memcpy(address.bytes.data(), &six.sin6_addr, address.bytes.size());
    return address;
}

// tidy: allow parameters, because libcurl calls it with these
int given_up(void* ending, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::atomic<bool>*>(ending)->load() ? 1 : 0;
}

} // namespace

Easy::Easy() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    TF_ASSERT(started == CURLE_OK);
    handle_ = curl_easy_init();
    TF_ASSERT(handle_ != nullptr);
}

Easy::~Easy() { curl_easy_cleanup(handle_); }

void Easy::reset(const Guard& guard) {
    curl_easy_reset(handle_);
    failed_ = CURLE_OK;
    guard_ = &guard;
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_OPENSOCKETFUNCTION, &Easy::open_socket);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
}

void Easy::watch(const std::atomic<bool>& ending) {
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, given_up);
    set(CURLOPT_XFERINFODATA, const_cast<void*>(static_cast<const void*>(&ending)));
}

CURLcode Easy::perform() {
    refused_.clear();
    return failed_ != CURLE_OK ? failed_ : curl_easy_perform(handle_);
}

long Easy::status() const {
    long status = 0;
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

bool Easy::connected() const {
    curl_off_t ready = 0;
    curl_easy_getinfo(handle_, CURLINFO_PRETRANSFER_TIME_T, &ready);
    return ready > 0;
}

curl_socket_t Easy::open_socket(void* self, curlsocktype, curl_sockaddr* to) {
    auto& easy = *static_cast<Easy*>(self);
    const auto address = address_of(*to);
    if (!address) {
        easy.refused_ = "it has no address of the internet";
        return CURL_SOCKET_BAD;
    }
    if (const auto why = easy.guard_->refuses(*address)) {
        easy.refused_ = text_of(*address) + " " + std::string{*why};
        return CURL_SOCKET_BAD;
    }
    return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

void HeaderList::add(const std::string& line) {
    auto* longer = curl_slist_append(list_, line.c_str());
    TF_ASSERT(longer != nullptr);
    list_ = longer;
}

UrlParts::UrlParts(std::string_view url) : handle_{curl_url()} {
    const std::string text{url};
    good_ = handle_ != nullptr && curl_url_set(handle_, CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
}

std::string UrlParts::part(CURLUPart what) const {
    char* text = nullptr;
    if (curl_url_get(handle_, what, &text, 0) != CURLUE_OK || text == nullptr) return {};
    std::string copy{text};
    curl_free(text);
    return copy;
}

} // namespace truefill::connectors::web
