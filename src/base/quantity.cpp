#include "base/quantity.h"

#include "base/text.h"

namespace truefill {

namespace {

__extension__ using Wide = __int128;

std::string not_a_multiple(Quantity quantity, Ratio ratio) {
    std::string sentence;
    append_int(sentence, quantity);
    sentence += " times ";
    append_int(sentence, ratio.numerator);
    sentence += " is not a multiple of ";
    append_int(sentence, ratio.denominator);
    return sentence;
}

} // namespace

std::expected<Quantity, std::string> convert_exactly(Quantity quantity, Ratio ratio) {
    if (ratio.denominator <= 0) return std::unexpected("a conversion needs a denominator above zero");
    const Wide product = Wide{quantity} * ratio.numerator;
    if (product % ratio.denominator != 0) return std::unexpected(not_a_multiple(quantity, ratio));
    const Wide result = product / ratio.denominator;
    if (result != static_cast<Quantity>(result))
        return std::unexpected("the converted quantity is out of range");
    return static_cast<Quantity>(result);
}

} // namespace truefill
