/// Bytes from a socket. The first byte says how they are cut into pieces: a request must read the same
/// however the network cuts it, and what waits for more bytes must stay bounded.
#include "http/request_parser.h"
#include "need.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using namespace truefill;
using http::RequestParser;
using Step = RequestParser::Step;

constexpr http::ParserLimits limits{.head_bytes = 2048, .headers = 12, .body_bytes = 512};

/// What came out, as text: a line for each request, and one for the error.
class Reader {
public:
    explicit Reader(std::size_t piece) : piece_{piece} {}

    std::string read(std::string_view bytes) {
        while (!bytes.empty() && !failed_) {
            const auto size = piece_ == 0 ? bytes.size() : std::min(piece_, bytes.size());
            waiting_ += bytes.substr(0, size);
            bytes.remove_prefix(size);
            take();
        }
        return std::move(said_);
    }

private:
    void take() {
        std::string_view input = waiting_;
        for (bool goes_on = true; goes_on;) {
            const auto step = parser_.feed(input);
            goes_on = step == Step::head || step == Step::whole;
            if (step == Step::head) head();
            if (step == Step::whole) whole();
            if (step == Step::failed) {
                failed_ = true;
                fuzz::need(parser_.error().status >= 400 && parser_.error().status < 600,
                           "an error has a status");
                said_ += "\nerror " + std::to_string(parser_.error().status);
            }
        }
        if (!failed_)
            fuzz::need(input.size() <= limits.head_bytes + piece_ || piece_ == 0, "what waits is bounded");
        waiting_.erase(0, waiting_.size() - input.size());
    }

    void head() {
        const auto& head = parser_.head();
        fuzz::need(head.request.path.starts_with('/') || head.request.path == "*" ||
                       head.request.path.empty(),
                   "a path begins with a slash");
        fuzz::need(head.request.headers.size() <= limits.headers, "headers are bounded");
        fuzz::need(head.request.trace_id().size() == 32, "every request has a trace");
        said_ += std::to_string(static_cast<int>(head.request.method)) + head.request.path;
        for (const auto& [name, value] : head.request.query) said_ += "?" + name + "=" + value;
        for (const auto& part : head.parts) said_ += "/" + part;
        for (const auto& [name, value] : head.request.headers) said_ += "|" + name + ":" + value;
        said_ += head.keep_alive ? "+" : "-";
        body_.clear();
        parser_.body_to(&body_);
    }

    void whole() {
        fuzz::need(body_.size() <= limits.body_bytes, "a body is bounded");
        std::ranges::replace(body_, '\n', ' '); // a line is a request
        said_ += "|" + body_ + "\n";
        parser_.restart();
    }

    std::size_t piece_;
    RequestParser parser_{limits};
    std::string waiting_, body_, said_;
    bool failed_ = false;
};

/// The requests that were taken. What is wrong may be said earlier or later, and where two things are wrong,
/// either of them; no request may come out of it in one way only.
std::string_view requests(std::string_view said) { return said.substr(0, said.rfind("\nerror ")); }

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::size_t piece = 1 + data[0] % 32;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto whole = Reader{0}.read(bytes);
    const auto pieces = Reader{piece}.read(bytes);
    if (requests(whole) != requests(pieces))
        std::fprintf(stderr, "in one piece: %s\nin pieces: %s\n", whole.c_str(), pieces.c_str());
    fuzz::need(requests(whole) == requests(pieces), "a request reads the same however the network cuts it");
    return 0;
}
