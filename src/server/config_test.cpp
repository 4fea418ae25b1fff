#include "server/config.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace truefill::server {

using namespace api;
namespace {

std::string refusal_of(std::string_view text) {
    ServeOptions options;
    const auto done = read_config(text, options);
    return done ? "" : done.error();
}

auto environment(std::map<std::string, std::string> values) {
    return [values = std::move(values)](const std::string& name) -> std::optional<std::string> {
        const auto found = values.find(name);
        return found == values.end() ? std::nullopt : std::optional{found->second};
    };
}

} // namespace

TEST_CASE("the file that init writes says every default and is taken as it stands") {
    ServeOptions options;
    options.port = 1;
    options.log_level = "error";
    REQUIRE(read_config(default_config("my \"own\".tf"), options));
    const ServeOptions defaults;
    CHECK(options.journal == "my \"own\".tf");
    CHECK(options.port == defaults.port);
    CHECK(options.log_level == "info");
    for (const auto& setting : settings()) {
        CAPTURE(setting.key);
        const auto dot = setting.key.find('.');
        const auto name =
            std::string{dot == std::string_view::npos ? setting.key : setting.key.substr(dot + 1)};
        CHECK(default_config("x").find("\n" + name + " = ") != std::string::npos);
    }
}

TEST_CASE("a file is taken strictly, and says the line") {
    CHECK(refusal_of("journal = 'a.tf'\n[http]\nport = 9000\n").empty());
    CHECK(refusal_of("jurnal = 'a.tf'\n") == "line 1: there is no setting jurnal");
    CHECK(refusal_of("[http]\n\nports = 9000\n") == "line 3: there is no setting http.ports");
    CHECK(refusal_of("[http]\nport = '9000'\n") == "line 2: http.port is a whole number");
    CHECK(refusal_of("[http]\nport = 70000\n") == "line 2: http.port is a number from 0 to 65535");
    CHECK(refusal_of("[log]\nlevel = 'loud'\n") == "line 2: log.level is info, warning or error");
    CHECK(refusal_of("[http\n").starts_with("line 1: "));
    CHECK(refusal_of("[http.more]\nport = 1\n").find("http.more") != std::string::npos);
}

TEST_CASE("a switch is true or false, nothing else") {
    ServeOptions options;
    REQUIRE(read_config("[http]\ninsecure = true\n", options));
    CHECK(options.insecure);
    CHECK(refusal_of("[http]\ninsecure = 1\n") == "line 2: http.insecure is true or false");
    CHECK(refusal_of("[http]\ninsecure = 'true'\n") == "line 2: http.insecure is true or false");
    REQUIRE(read_environment(environment({{"TRUEFILL_HTTP_INSECURE", "false"}}), options));
    CHECK_FALSE(options.insecure);
    CHECK_FALSE(read_environment(environment({{"TRUEFILL_HTTP_INSECURE", "yes"}}), options));
}

TEST_CASE("an address that others reach wants TLS, or somebody who says that it needs none") {
    ServeOptions options;
    for (const char* here : {"127.0.0.1", "127.0.0.2", "::1"}) {
        options.address = here;
        CHECK_FALSE(unsafe(options));
    }
    for (const char* there : {"0.0.0.0", "::", "192.0.2.7", "12.7.0.1"}) {
        options.address = there;
        REQUIRE(unsafe(options));
        CHECK(unsafe(options)->find("in the clear") != std::string::npos);
    }
    options.insecure = true;
    CHECK_FALSE(unsafe(options));
    options.insecure = false;
    options.certificate = "c.pem";
    REQUIRE(unsafe(options));
    CHECK(unsafe(options)->find("belong together") != std::string::npos);
    options.key = "k.pem";
    CHECK_FALSE(unsafe(options));
}

TEST_CASE("docs/operating.md says what each setting is, and no other") {
    std::ifstream file{"docs/operating.md"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    REQUIRE_FALSE(text.empty());
    std::size_t rows = 0;
    for (auto at = text.find("\n| `"); at != std::string::npos; at = text.find("\n| `", at + 1)) {
        const auto begin = at + 4;
        const auto key = text.substr(begin, text.find('`', begin) - begin);
        if (text.compare(begin + key.size(), 7, "` | `TR") != 0) continue; // another table
        CAPTURE(key);
        CHECK(std::ranges::find(settings(), std::string_view{key}, &Setting::key) != settings().end());
        ++rows;
    }
    CHECK(rows == settings().size());
}

TEST_CASE("the environment wins over the file and is as strict") {
    ServeOptions options;
    REQUIRE(read_config("[http]\nport = 9000\naddress = '::1'\n", options));
    REQUIRE(read_environment(environment({{"TRUEFILL_HTTP_PORT", "9100"}, {"TRUEFILL_JOURNAL", "b.tf"}}),
                             options));
    CHECK(options.port == 9100);
    CHECK(options.address == "::1");
    CHECK(options.journal == "b.tf");
    CHECK_FALSE(read_environment(environment({{"TRUEFILL_HTTP_PORT", "9100x"}}), options));
    CHECK_FALSE(read_environment(environment({{"TRUEFILL_HTTP_PORT", "99999"}}), options));
}

} // namespace truefill::server
