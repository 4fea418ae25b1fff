#include "http/router.h"

#include "base/assert.h"
#include "http/router_table.h"

#include <algorithm>
#include <utility>

namespace truefill::http {

namespace {

using Node = Router::Table::Node;

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

bool is_name(std::string_view part) {
    return part.starts_with('{') && part.ends_with('}') && part.size() > 2;
}

std::string joined(std::span<const std::string> parts) {
    std::string all = parts.front();
    for (const std::string& part : parts.subspan(1)) {
        all += '/';
        all += part;
    }
    return all;
}

/// Finds the best route under `node` for the parts that are left. `values` are those of the names so far.
const Route* search(const Node& node, std::span<const std::string> parts, std::vector<std::string>& values) {
    if (parts.empty()) return node.here ? &*node.here : nullptr;
    const std::string& first = parts.front();
    if (const auto literal = node.literals.find(first); literal != node.literals.end()) {
        if (const Route* found = search(*literal->second, parts.subspan(1), values)) return found;
    }
    if (first.empty()) return nullptr; // a name stands for one character at least
    if (node.any) {
        values.push_back(first);
        if (const Route* found = search(*node.any, parts.subspan(1), values)) return found;
        values.pop_back();
    }
    if (!node.rest) return nullptr;
    values.push_back(joined(parts));
    return &*node.rest;
}

} // namespace

const Handler* Route::handler(Method method) const {
    if (const auto found = handlers.find(method); found != handlers.end()) return &found->second;
    if (method != Method::head) return nullptr;
    const auto get = handlers.find(Method::get);
    return get == handlers.end() ? nullptr : &get->second;
}

std::string Route::allow() const {
    std::string all;
    for (const Method method :
         {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::remove}) {
        if (!handler(method)) continue;
        if (!all.empty()) all += ", ";
        all += name_of(method);
    }
    return all;
}

Router::Table::Found Router::Table::find(std::span<const std::string> parts) const {
    Found found;
    found.route = search(root, parts, found.values);
    return found;
}

Router::Router() : table_{std::make_shared<Table>()} {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Method method, std::string_view path, Handler handler) {
    TF_ASSERT(path.starts_with('/'));
    TF_ASSERT(handler);
    Node* node = &table_->root;
    std::vector<std::string> names;
    std::optional<Route>* place = nullptr;
    for (const std::string_view part : split(path)) {
        TF_ASSERT(!place); // {name...} is the last part
        if (!is_name(part)) {
            std::unique_ptr<Node>& next = node->literals[std::string{part}];
            if (!next) next = std::make_unique<Node>();
            node = next.get();
            continue;
        }
        std::string_view name = part.substr(1, part.size() - 2);
        if (name.ends_with("...")) {
            name.remove_suffix(3);
            place = &node->rest;
        } else {
            if (!node->any) node->any = std::make_unique<Node>();
            node = node->any.get();
        }
        names.emplace_back(name);
    }
    if (!place) place = &node->here;
    if (!*place) place->emplace(Route{.path = std::string{path}, .names = std::move(names)});
    TF_ASSERT((*place)->path == path); // two routes differ in the names of their parts only
    TF_ASSERT((*place)->handlers.emplace(method, std::move(handler)).second);
}

void Router::guard(std::function<bool(const ExchangePtr&)> check) { table_->check = std::move(check); }

} // namespace truefill::http
