/// The ways out: sealed texts inside bytes that leave Truefill are replaced by what they say, written so that
/// the bytes stay what they are. Bytes without a sealed text cost a search for one character, 10 GB/s.
///
/// What is put in is not looked at again, so a text that itself looks like a token stays a text.
#pragma once

#include "personal/key_ring.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace truefill::personal {

/// What the bytes are: how a text has to be written in them.
enum class Written : std::uint8_t {
    plain,
    line, ///< a text of one line: line ends become blanks
    json, ///< whole JSON texts; also JSON inside a JSON string
    csv,  ///< whole rows, as api/csv.h writes them: a cell gets quotes and the guard of formulas if it needs
          ///< them
    html,
};

/// Whether there may be a sealed text in it.
bool may_have_sealed(std::string_view bytes);
/// Replaces every sealed text. True when there was one.
bool unseal_all(const KeyRing& keys, std::string& bytes, Written how);
std::string unsealed(const KeyRing& keys, std::string bytes, Written how);

} // namespace truefill::personal
