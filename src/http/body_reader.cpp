#include "http/body_reader.h"

#include <algorithm>

namespace truefill::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

} // namespace

BodyReader BodyReader::by_length(std::uint64_t length) {
    BodyReader reader;
    reader.at_ = length > 0 ? At::data : At::through;
    reader.left_ = length;
    return reader;
}

BodyReader BodyReader::in_chunks(std::size_t body_bytes_max, std::size_t trailer_bytes_max) {
    BodyReader reader;
    reader.is_chunked_ = true;
    reader.body_room_ = body_bytes_max;
    reader.line_room_ = trailer_bytes_max;
    return reader;
}

BodyReader::Step BodyReader::read(std::string_view& bytes, std::string* body) {
    while (at_ != At::through && !bytes.empty()) {
        if (at_ == At::data) {
            read_data(bytes, body);
            continue;
        }
        const Step step = read_char(bytes.front());
        if (step != Step::more) return step;
        bytes.remove_prefix(1);
    }
    return at_ == At::through ? Step::whole : Step::more;
}

void BodyReader::read_data(std::string_view& bytes, std::string* body) {
    const std::size_t size = std::min<std::uint64_t>(left_, bytes.size());
    if (body) body->append(bytes.substr(0, size));
    bytes.remove_prefix(size);
    left_ -= size;
    if (left_ == 0) at_ = is_chunked_ ? At::data_return : At::through;
}

BodyReader::Step BodyReader::read_char(char c) {
    const auto expect = [&](char wanted, At next) {
        at_ = next;
        return c == wanted ? Step::more : Step::malformed;
    };
    switch (at_) {
    case At::size: return read_size(c);
    case At::extension: return read_text(c, At::size_end);
    case At::size_end: return c == '\n' ? end_size() : Step::malformed;
    case At::data_return: return expect('\r', At::data_end);
    case At::data_end: return expect('\n', At::size);
    case At::line: at_ = At::trailer; return read_text(c, c == '\r' ? At::end : At::trailer);
    case At::trailer: return read_text(c, At::trailer_end);
    case At::trailer_end: return expect('\n', At::line);
    case At::end: return expect('\n', At::through);
    case At::data:
    case At::through: break;
    }
    return Step::malformed;
}

BodyReader::Step BodyReader::read_size(char c) {
    if (const int digit = hex_digit(c); digit >= 0) {
        left_ = left_ * 16 + static_cast<std::uint64_t>(digit);
        return ++digits_ <= 15 ? Step::more : Step::malformed; // 60 bits
    }
    if (digits_ == 0) return Step::malformed;
    if (c == '\r') {
        at_ = At::size_end;
        return Step::more;
    }
    if (c != ';' && c != ' ' && c != '\t') return Step::malformed;
    at_ = At::extension;
    return Step::more;
}

BodyReader::Step BodyReader::end_size() {
    if (left_ > body_room_) return Step::too_long;
    body_room_ -= left_;
    digits_ = 0;
    at_ = left_ > 0 ? At::data : At::line;
    return Step::more;
}

/// A character of an extension or a trailer; `next` after the end of its line.
BodyReader::Step BodyReader::read_text(char c, At next) {
    if (c == '\r') {
        at_ = next;
        return Step::more;
    }
    if (is_control(c)) return Step::malformed;
    if (line_room_ == 0) return Step::too_long_lines;
    --line_room_;
    return Step::more;
}

} // namespace truefill::http
