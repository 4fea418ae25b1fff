/// libcurl's handles with an owner, and the socket that is opened only to an address that the guard lets
/// through. For the sources of this room.
#pragma once

#include "connectors/web/guard.h"

#include <curl/curl.h>

#include <atomic>
#include <string>
#include <string_view>

namespace truefill::connectors::web {

/// A handle and its connections.
class Easy {
public:
    Easy();
    ~Easy();
    Easy(const Easy&) = delete;
    Easy& operator=(const Easy&) = delete;

    /// All options at their defaults, connections kept: no signals, no proxy, certificates verified.
    void reset(const Guard& guard);
    template <class Value> void set(CURLoption option, Value value) {
        if (const auto code = curl_easy_setopt(handle_, option, value); code != CURLE_OK) failed_ = code;
    }
    /// `perform` gives up within a second when it becomes true.
    void watch(const std::atomic<bool>& ending);
    /// The first option that was not taken, or the outcome.
    CURLcode perform();

    /// Of the last `perform`: the status of HTTP or the last reply of SMTP.
    [[nodiscard]] long status() const;
    /// There was a connection, with its TLS, so that bytes of a request may have gone out.
    [[nodiscard]] bool connected() const;
    /// Why the guard refused the last address, or empty.
    [[nodiscard]] const std::string& refused() const { return refused_; }

private:
    static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

    CURL* handle_{};
    const Guard* guard_{};
    std::string refused_;
    CURLcode failed_ = CURLE_OK;
};

class HeaderList {
public:
    HeaderList() = default;
    ~HeaderList() { curl_slist_free_all(list_); }
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;
    void add(const std::string& line);
    [[nodiscard]] curl_slist* list() const { return list_; }

private:
    curl_slist* list_{};
};

/// An address taken apart by the same rules as when it is asked for.
class UrlParts {
public:
    explicit UrlParts(std::string_view url);
    ~UrlParts() { curl_url_cleanup(handle_); }
    UrlParts(const UrlParts&) = delete;
    UrlParts& operator=(const UrlParts&) = delete;
    [[nodiscard]] bool good() const { return good_; }
    /// Empty when there is none.
    [[nodiscard]] std::string part(CURLUPart what) const;

private:
    CURLU* handle_{};
    bool good_{};
};

} // namespace truefill::connectors::web
