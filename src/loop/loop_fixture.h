/// For the tests of this room: a small network and somebody who listens.
#pragma once

#include "base/money.h"
#include "base/text.h"
#include "loop/journal_fixture.h"
#include "loop/loop.h"
#include "loop/restore.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace truefill::loop {

inline const Time morning = parse_time("2026-03-02T08:00:00Z").value();

inline engine::Message message(std::string id, engine::Command command, std::string content = {}) {
    engine::Message result;
    result.envelope.source = "shop";
    result.envelope.content_hash = hash128(content.empty() ? id : content);
    result.envelope.message_id = std::move(id);
    result.envelope.actor = "test";
    result.command = std::move(command);
    return result;
}

inline engine::Message catalogue() {
    masterdata::Item item;
    item.code = "SKU-1";
    masterdata::Site site;
    site.code = "LYON";
    masterdata::Customer customer;
    customer.code = "ACME";
    customer.currency = parse_currency("EUR").value();
    masterdata::LoadCatalogue load;
    load.catalogue.items.push_back(item);
    load.catalogue.sites.push_back(site);
    load.catalogue.customers.push_back(customer);
    return message("catalogue", masterdata::Command{load});
}

/// Order SO-n, message m-n: one line of SKU-1.
inline engine::Message order(int n) {
    const auto number = std::to_string(n);
    orders::PlacedLine line;
    line.line = 1;
    line.item = "SKU-1";
    line.quantity = 1 + n % 7;
    line.unit_price = parse_amount("2.50").value();
    orders::PlaceOrder place;
    place.order = "SO-" + number;
    place.customer = "ACME";
    place.currency = parse_currency("EUR").value();
    place.lines.push_back(line);
    return message("m-" + number, orders::Command{place});
}

/// A fact about a shipment.
inline engine::Message delivered(std::uint32_t shipment) {
    shipping::ConfirmDelivery delivery;
    delivery.shipment = ShipmentId{shipment};
    return message("delivered-" + std::to_string(shipment), shipping::Command{delivery});
}

class Answers final : public AnswerSink {
public:
    struct One {
        std::uint64_t ticket;
        Answer answer;
    };
    void answered(std::uint64_t ticket, Answer answer) override {
        const std::scoped_lock lock{mutex_};
        all_.push_back({ticket, std::move(answer)});
        changed_.notify_all();
    }
    std::size_t size() const {
        const std::scoped_lock lock{mutex_};
        return all_.size();
    }
    std::vector<One> wait_for(std::size_t count) {
        std::unique_lock lock{mutex_};
        REQUIRE(changed_.wait_for(lock, long_enough, [&] { return all_.size() >= count; }));
        return all_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<One> all_;
};

/// Everything that a loop needs. The loop is made by `start`, so that a test can make it again.
struct Network {
    engine::Engine engine;
    TestJournal journal;
    ManualClock clock{morning};
    LoopOptions options{.tick = std::chrono::milliseconds{1}};
    CrashNotes* crash_notes = nullptr;
    DiskSpace disk_space{};
    std::vector<CommitListener*> listeners{};
    std::atomic<int> alarms{0};

    std::unique_ptr<Loop> start() {
        return std::make_unique<Loop>(Ports{engine, journal, clock, crash_notes, disk_space, listeners,
                                            [this](const Fault&) { ++alarms; }},
                                      options);
    }
    /// Loads the catalogue and places orders 1 to n.
    void fill(int n) {
        const auto loop = start();
        Answers answers;
        loop->submit(catalogue(), &answers);
        for (int i = 1; i <= n; ++i) loop->submit(order(i), &answers, static_cast<std::uint64_t>(i));
        loop->stop(Stop::drain);
        for (const auto& one : answers.wait_for(static_cast<std::size_t>(n) + 1)) {
            REQUIRE(one.answer.has_value());
            REQUIRE(one.answer->outcome == engine::Outcome::committed);
        }
    }
};

/// A folder that goes away with its content.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "truefill-loop-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

} // namespace truefill::loop
