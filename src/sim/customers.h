/// Those who get the goods. They read ship notices, keep what comes, and send some of it back: because they
/// were told to (a withdrawal), or because they do not like it. Most parcels name the order; now and then one
/// comes without a word.
#pragma once

#include "sim/site.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace truefill::sim {

class Customers final : public Agent {
public:
    explicit Customers(Outside& outside) : Agent{outside, "customers"} {}

    /// A carrier has handed over a carton.
    void accept(Site& from, const Carton& carton);
    /// They want to return so much of a line: as soon as they have it, for at most so many more days.
    void send_back(const std::string& order, LineNumber line, Quantity quantity, int patience);
    /// Somebody takes the call when something else came than was ordered.
    void on_wrong(std::function<void(const Carton&, const PickedLine&)> call) { call_ = std::move(call); }
    /// In a thousand cartons, so many have something that the customer sends back unasked.
    void set_returns(int permille) { returns_ = permille; }

private:
    struct Piece {
        Site* from{};
        PickedLine what;
    };

    Taken take(const JobOrder&) override { return Taken::done; }
    void post_back(const std::string& order, Piece piece, Quantity quantity, bool blind);

    std::map<std::pair<std::string, LineNumber>, std::vector<Piece>> pieces_;
    std::function<void(const Carton&, const PickedLine&)> call_;
    int returns_ = 0;
};

} // namespace truefill::sim
