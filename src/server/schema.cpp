#include "server/schema.h"

namespace truefill::server {

std::string component_name(std::string_view type) {
    constexpr std::string_view root = "truefill::";
    if (type.starts_with(root)) type.remove_prefix(root.size());
    for (const std::string_view own : {"server::", "api::"})
        if (type.starts_with(own)) type.remove_prefix(own.size());
    // ListOf<truefill::server::OrderRow> is OrderRowList.
    constexpr std::string_view list = "ListOf<";
    if (type.starts_with(list) && type.ends_with('>'))
        return component_name(type.substr(list.size(), type.size() - list.size() - 1)) + "List";
    std::string name;
    bool begins = true;
    for (const char c : type) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter) name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = !letter;
    }
    return name;
}

std::string Schemas::components() const {
    std::string text = "{";
    for (const auto& [name, schema] : components_) {
        if (text.size() > 1) text += ',';
        text += '"' + name + "\":" + schema;
    }
    return text + "}";
}

namespace detail {

std::string integer_schema(std::int64_t low, std::uint64_t high) {
    // Beyond what a double holds exactly the bound would be wrong in most readers.
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    std::string text = R"({"type":"integer")";
    if (low > -exact) text += R"(,"minimum":)" + std::to_string(low);
    if (high < static_cast<std::uint64_t>(exact)) text += R"(,"maximum":)" + std::to_string(high);
    else text += R"(,"format":"int64")";
    return text + "}";
}

std::string enum_schema(const std::vector<std::string_view>& names) {
    std::string text = R"({"type":"string","enum":[)";
    for (const auto name : names) {
        if (!text.ends_with('[')) text += ',';
        text += '"';
        text += name;
        text += '"';
    }
    return text + "]}";
}

std::string text_schema(std::string_view more) {
    std::string text = R"({"type":"string")";
    if (!more.empty()) text.append(",").append(more);
    return text + "}";
}

std::string object_schema(std::initializer_list<std::string_view> members, std::string_view type) {
    std::string text = R"({"type":"object")";
    append_required(text, members);
    text += R"(,"properties":{)";
    for (const auto name : members) {
        if (!text.ends_with('{')) text += ',';
        text.append("\"").append(name).append("\":").append(type);
    }
    return text + "}}";
}

void append_required(std::string& out, const std::vector<std::string_view>& names) {
    out += R"(,"required":[)";
    for (const auto name : names) {
        if (!out.ends_with('[')) out += ',';
        out += '"';
        out += name;
        out += '"';
    }
    out += ']';
}

void describe(std::string& schema, std::string_view text) {
    if (text.empty()) return;
    std::string quoted;
    json::encode(quoted, text);
    constexpr std::string_view own = R"("description":")";
    if (const auto at = schema.find(own); at != std::string::npos) {
        quoted = quoted.substr(1, quoted.size() - 2);
        schema.insert(at + own.size(), quoted + "; ");
    } else schema.insert(schema.size() - 1, R"(,"description":)" + quoted);
}

} // namespace detail
} // namespace truefill::server
