/// Rows as comma-separated text (RFC 4180), made from the same descriptions as JSON: one column for each
/// member. Money is a plain decimal and its currency in a column beside it; times are RFC 3339, in UTC; lists
/// of words stand in one cell, separated by blanks; parts of a document stand there as JSON.
///
/// A spreadsheet runs a cell of text that begins with = + - @ or a tab or a carriage return. Such text gets
/// an apostrophe in front: '=1+2. It is part of the file; a program that reads the file takes it away. What
/// the server itself writes as a number never gets one.
#pragma once

#include "base/describe.h"
#include "base/json.h"
#include "base/money.h"
#include "base/time.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api::csv {

/// A cell of text, guarded and quoted as it must be.
void append_text(std::string& out, std::string_view text);

/// A row may name members that only a document by itself has: they get no column.
template <class Row>
concept LeavesOut = requires { Row::not_in_lists.size(); };

template <class Row> constexpr bool is_column(std::string_view name) {
    if constexpr (LeavesOut<Row>)
        return std::ranges::find(Row::not_in_lists, name) == Row::not_in_lists.end();
    else return true;
}

template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;
template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
template <class T> inline constexpr bool is_money =
    std::same_as<T, Money> || std::same_as<T, std::optional<Money>>;
/// A struct within a row whose members get columns of their own.
template <class T>
concept Nested = Described<T> && !is_money<T> && !std::same_as<T, Amount>;

template <class Row> void append_titles(std::string& out, std::string_view prefix = {}) {
    members_of<Row>::each([&]<class Member>(Member) {
        using T = member_type<Row, Member>;
        if (!is_column<Row>(Member::name)) return;
        const auto title = std::string{prefix} + Member::name;
        if constexpr (Nested<T>) append_titles<T>(out, title + "_");
        else out += title + ',';
        if constexpr (is_money<T>) out += title + "_currency,";
    });
}

template <class T> void append_cell(std::string& out, const T& value) {
    if constexpr (is_optional<T>) {
        using Inner = T::value_type;
        if (value) return append_cell(out, *value);
        return append_cell(out, Inner{});
    } else if constexpr (std::same_as<T, std::string>) {
        append_text(out, value);
        out += ',';
    } else if constexpr (is_money<T>) {
        if (value.currency) append_amount(out, value.amount);
        out += ',';
        out += value.currency.text();
        out += ',';
    } else if constexpr (std::same_as<T, Time> || std::same_as<T, Date>) {
        if constexpr (std::same_as<T, Time>) {
            if (value) append_time(out, value);
        } else if (value) append_date(out, value);
        out += ',';
    } else if constexpr (is_vector<T>) {
        std::string text;
        if constexpr (std::same_as<T, std::vector<std::string>>) {
            for (const auto& word : value) text += (text.empty() ? "" : " ") + word;
        } else if (!value.empty()) {
            json::encode(text, value);
        }
        append_text(out, text);
        out += ',';
    } else if constexpr (Nested<T>) {
        members_of<T>::each([&](auto member) { append_cell(out, value.*member.pointer); });
    } else { // bool, integers, ids, enums, amounts: as in JSON, without quotes
        std::string text;
        json::encode(text, value);
        if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
        out += text;
        out += ',';
    }
}

/// The last comma becomes the end of the line.
inline void end_line(std::string& out) {
    out.pop_back();
    out += "\r\n";
}

template <class Row> std::string titles() {
    std::string out;
    append_titles<Row>(out);
    end_line(out);
    return out;
}

template <class Row> void append_row(std::string& out, const Row& row) {
    members_of<Row>::each([&]<class Member>(Member) {
        if (is_column<Row>(Member::name)) append_cell(out, row.*Member::pointer);
    });
    end_line(out);
}

} // namespace truefill::api::csv
