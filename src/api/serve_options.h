/// What a server may be told.
#pragma once

#include "loop/clock.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace truefill::api {

class DemoDesk;

/// What may be set; config.h says each with its bounds, for a file or the environment.
struct ServeOptions {
    std::string journal;
    std::string address = "127.0.0.1";
    std::int64_t port = 8080; ///< 0: any free one
    std::int64_t http_threads = 2;
    std::int64_t clerks = 2;
    std::int64_t connections_max = 12'000;
    std::int64_t body_bytes_max = std::int64_t{16} << 20;
    std::int64_t idle_seconds = 120;
    std::int64_t grace_seconds = 5;        ///< for requests under way when it stops
    std::int64_t snapshot_every = 200'000; ///< records
    std::int64_t archive_after_days = 0;   ///< 0: finished orders stay in memory
    std::int64_t views_enabled = 1;        ///< SQL views for other programs (docs/views.md)
    std::string views_file{};              ///< empty: beside the journal
    std::string log_level = "info";
    std::string certificate, key; ///< PEM files; both empty: no TLS
    bool insecure = false;        ///< others on the network may reach it without TLS
    std::string public_url{};     ///< where browsers find it, as https://orders.example.com
    std::string trusted_proxies{}; ///< networks whose X-Forwarded-For and -Proto count
    std::string backup_folder;    ///< empty: JOURNAL.backups
    std::int64_t limit_per_second = 2'000, limit_burst = 10'000;              ///< of a caller; 0: none
    std::int64_t limit_address_per_second = 200, limit_address_burst = 2'000; ///< of an address
    std::string webhooks_allow{}; ///< networks that webhooks may reach besides public ones
    std::string notices_folder{}; ///< templates and receivers; empty: no notices
    std::string notices_from{}, notices_from_name = "Truefill";
    std::string smtp_host{}, smtp_security = "starttls", smtp_user{}, smtp_password_file{};
    std::int64_t smtp_port = 587;
    std::string oidc_issuer{}, oidc_client_id{}, oidc_client_secret_file{}, oidc_public_url{};
    std::string oidc_subject_claim = "sub", oidc_groups_claim = "groups";
    std::string outbound_authorities{}; ///< PEM file: whom to trust besides those of the system
    bool resume_time = false;           ///< time goes on from the last record: for demonstrations
    bool catch_crashes = false;         ///< crash notes also for signals; for programs
    std::function<bool()> ends{};       ///< asked while it starts: true gives up
    std::function<void()> failed{};     ///< the journal cannot be written any more: the program should end
    bool operator_token = false;        ///< counts although there is an administrator: demonstrations, tests
    std::shared_ptr<loop::Clock> clock{}; ///< the time of a world that runs faster; none: the machine's
    std::shared_ptr<DemoDesk> demo{};     ///< who plays a demo here; none: nobody
    bool recover_access = false;          ///< a first-run link although there is an administrator
};

} // namespace truefill::api
