#include "api/outbound/notice_plan.h"

#include "api/outbound/webhook_signature.h"
#include "api/secret_file.h"
#include "api/serve_options.h"
#include "base/text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace truefill::api {
namespace {

namespace fs = std::filesystem;
namespace web = connectors::web;

using Done = std::expected<void, std::string>;
constexpr std::uintmax_t notice_file_max = 256 * 1024;

std::expected<std::string, std::string> read_notice_file(const fs::path& path) {
    std::error_code error;
    if (fs::file_size(path, error) > notice_file_max || error)
        return std::unexpected(path.string() + " cannot be read, or has more than 256 KB");
    std::ifstream file{path, std::ios::binary};
    if (!file) return std::unexpected(path.string() + " cannot be read");
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

bool is_url(std::string_view receiver) { return receiver.find("://") != std::string_view::npos; }

std::optional<std::string> wrong_receiver(const NoticePlan& plan, std::string_view one) {
    if (!is_url(one)) {
        if (!web::is_mail_address(one)) return std::string{one} + " is no address of mail or https";
        if (plan.smtp.host.empty()) return "a receiver has an address of mail, and there is no smtp.host";
        return std::nullopt;
    }
    const auto good = web::check_url(one, one.starts_with("http:") ? plan.plain : plan.secure);
    if (!good) return good.error();
    if (plan.secret.empty()) return "a receiver has an address of HTTP, and there is no secret.txt";
    return std::nullopt;
}

Done read_receivers(NoticePlan& plan, const fs::path& path) {
    const auto text = read_notice_file(path);
    if (!text) return std::unexpected(text.error());
    std::string_view rest = *text;
    for (int line = 1; !rest.empty(); ++line) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto row = trim(rest.substr(0, std::min(end, rest.find('#'))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (row.empty()) continue;
        const auto where = path.string() + " line " + std::to_string(line) + ": ";
        const auto parts = split_once(row, '=');
        if (!parts || trim(parts->first).empty())
            return std::unexpected(where + "a line is WHO = ADDRESS, ADDRESS");
        auto& receivers = plan.receivers[std::string{trim(parts->first)}];
        auto left = parts->second;
        while (!left.empty()) {
            const auto one = trim(left.substr(0, left.find(',')));
            left.remove_prefix(std::min(left.find(','), left.size() - 1) + 1);
            if (auto wrong = wrong_receiver(plan, one)) return std::unexpected(where + *wrong);
            if (std::ranges::find(receivers, one) == receivers.end()) receivers.emplace_back(one);
        }
    }
    return {};
}

/// "shipped.17850" of "shipped.17850.txt"; the kind by what is before the first dot.
Done read_template(NoticePlan& plan, const fs::path& path) {
    const auto name = path.stem().string();
    const auto event = std::string_view{name}.substr(0, name.find('.'));
    const auto kind = std::ranges::find(notice_kinds(), event, &NoticeKind::name);
    if (kind == notice_kinds().end())
        return std::unexpected(path.string() + ": there is no event " + std::string{event});
    const auto file = read_notice_file(path);
    if (!file) return std::unexpected(file.error());
    if (path.extension() == ".txt") {
        auto made = parse_notice(*file, *kind);
        if (!made) return std::unexpected(path.string() + " " + made.error());
        auto& kept = plan.templates[name];
        kept.subject = std::move(made->subject);
        kept.text = std::move(made->text);
        return {};
    }
    auto page = NoticeText::parse(*file, *kind);
    if (!page) return std::unexpected(path.string() + " " + page.error());
    auto& kept = plan.templates[name];
    kept.html = std::move(*page);
    kept.has_html = true;
    return {};
}

Done read_notice_folder(NoticePlan& plan, const fs::path& folder) {
    for (const auto& kind : notice_kinds())
        if (auto made = parse_notice(kind.text, kind))
            plan.templates[std::string{kind.name}] = std::move(*made);
    std::error_code error;
    std::vector<fs::path> files, off;
    for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
        const auto extension = at->path().extension();
        const auto name = at->path().filename();
        if (extension == ".off") off.push_back(at->path());
        else if (name != "receivers.txt" && name != "secret.txt" &&
                 (extension == ".txt" || extension == ".html"))
            files.push_back(at->path());
    }
    if (error) return std::unexpected(folder.string() + " cannot be read: " + error.message());
    // .txt before .html: a page alone is no notice.
    std::ranges::sort(files, [](const fs::path& a, const fs::path& b) {
        return std::pair{a.extension() != ".txt", a} < std::pair{b.extension() != ".txt", b};
    });
    for (const auto& file : files) {
        if (file.extension() == ".html" && !plan.templates.contains(file.stem().string()))
            return std::unexpected(file.string() + ": there is no .txt of the same name beside it");
        if (auto done = read_template(plan, file); !done) return done;
    }
    for (const auto& one : off) plan.templates.erase(one.stem().string());
    return {};
}

Done read_smtp(NoticePlan& plan, const ServeOptions& options) {
    auto& smtp = plan.smtp;
    smtp.host = options.smtp_host;
    smtp.port = options.smtp_port;
    smtp.user = options.smtp_user;
    smtp.authorities_file = options.outbound_authorities;
    plan.from = options.notices_from;
    plan.from_name = options.notices_from_name;
    if (smtp.host.empty()) return {};
    if (!web::is_mail_address(plan.from))
        return std::unexpected("notices.from is the address that mails come from");
    if (options.smtp_security == "tls") smtp.security = web::MailSecurity::tls;
    else if (options.smtp_security == "none") smtp.security = web::MailSecurity::none;
    else if (options.smtp_security != "starttls")
        return std::unexpected("smtp.security is starttls, tls or none");
    if (smtp.host.find_first_of("/@? \t") != std::string::npos)
        return std::unexpected("smtp.host is the name of a host");
    if (options.smtp_password_file.empty()) return {};
    if (smtp.security == web::MailSecurity::none)
        return std::unexpected("smtp.security none takes no password");
    auto password = read_secret_file(options.smtp_password_file);
    if (!password) return std::unexpected(std::move(password.error()));
    smtp.password = std::move(*password);
    return {};
}

} // namespace

const NoticeTemplate* NoticePlan::find(const NoticeKind& kind, std::string_view customer) const {
    const auto general = templates.find(kind.name);
    if (customer.empty()) return general == templates.end() ? nullptr : &general->second;
    const auto own = templates.find(std::string{kind.name} + '.' + std::string{customer});
    if (own != templates.end()) return &own->second;
    return general == templates.end() ? nullptr : &general->second;
}

std::expected<NoticePlan, std::string> notice_plan(const ServeOptions& options) {
    NoticePlan plan;
    if (options.notices_folder.empty()) return plan;
    plan.enabled = true;
    plan.authorities = options.outbound_authorities;
    auto networks = web::parse_networks(options.webhooks_allow);
    if (!networks) return std::unexpected("webhooks.allow: " + networks.error());
    plan.secure = web::Guard::on(*networks);
    plan.plain = web::Guard::only(std::move(*networks));
    if (auto done = read_smtp(plan, options); !done) return std::unexpected(done.error());
    const fs::path folder{options.notices_folder};
    std::error_code error;
    if (fs::exists(folder / "secret.txt", error)) {
        auto secret = read_secret_file(folder / "secret.txt");
        if (!secret) return std::unexpected(std::move(secret.error()));
        if (auto good = webhook_secret_bytes(*secret); !good)
            return std::unexpected((folder / "secret.txt").string() + ": " + good.error());
        plan.secret = std::move(*secret);
    }
    if (auto done = read_notice_folder(plan, folder); !done) return std::unexpected(done.error());
    if (auto done = read_receivers(plan, folder / "receivers.txt"); !done)
        return std::unexpected(done.error());
    return plan;
}

} // namespace truefill::api
