/// The phrases by who speaks them. `phrase.h` has the whole vocabulary.
#pragma once

#include "sim/stories/parts.h"
#include "sim/stories/phrase.h"
#include "sim/stories/scene.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace truefill::stories {

std::span<const Phrase> order_phrases();
std::span<const Phrase> stock_phrases();
std::span<const Phrase> site_phrases();
std::span<const Phrase> shipping_phrases();
std::span<const Phrase> money_phrases();
std::span<const Phrase> return_phrases();
std::span<const Phrase> mirror_phrases();
std::span<const Phrase> other_phrases();
std::span<const Phrase> check_unit_phrases();
std::span<const Phrase> check_document_phrases();

/// The name under which a system sends: "wms-lyon" for LYON.
std::string source_of(std::string_view kind, const std::string& code);
/// "damaged, and more" of a person's text as a code: "not found" -> not_found.
std::string code_of(std::string text);
/// An enumerator by its name; an unknown one fails the story and names all there are.
template <class E> std::optional<E> parse_word(Scene& scene, std::string_view word) {
    if (const auto known = parse_enum<E>(word)) return known;
    std::string all;
    for (const auto& one : enumerators<E>) all += (all.empty() ? "" : ", ") + std::string{one.name};
    scene.fail("`" + std::string{word} + "` is none of " + all);
    return std::nullopt;
}
/// The order that a release is for; the story fails when there is none.
const ledger::Order* order_of_release(Scene& scene, ReleaseId release);

} // namespace truefill::stories
