/// The vocabulary: what a line of a story can say. A phrase is a pattern of words, captures and options:
///
///     <SITE> picks <parts...> of <R>[, <q> not found]
///
/// A capture takes one word and looks at its form (see `fits`), one with dots takes several, and what stands
/// in brackets may be left out. Commas, colons and semicolons at the end of a word are words of their own.
#pragma once

#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"
#include "sim/stories/story.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::stories {

class Scene;

/// What the captures of a phrase took. Their form was looked at, so reading them cannot fail.
class Words {
public:
    void set(std::string_view name, std::string text) { taken_.emplace_back(name, std::move(text)); }
    bool has(std::string_view name) const;
    /// Empty when the option was left out.
    std::string text(std::string_view name) const;
    Quantity quantity(std::string_view name) const;
    std::uint32_t number(std::string_view name) const; ///< of R-1, SH-9, a line
    Amount amount(std::string_view name) const;
    Date date(std::string_view name) const;
    Currency currency(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> taken_;
};

struct Phrase {
    Kind kind{};
    std::string_view pattern;
    void (*run)(Scene&, const Words&);
};

/// "SO-1 line 1: 8 shipped" -> SO-1 | line | 1 | : | 8 | shipped
std::vector<std::string> split_words(std::string_view text);

/// Whether a text is what a pattern says; fills the captures when it is.
bool matches(std::string_view pattern, const std::vector<std::string>& text, Words& words);

/// Every phrase there is, in the order in which people should read them.
std::span<const Phrase> vocabulary();

} // namespace truefill::stories
