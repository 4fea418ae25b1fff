#include "cli/output.h"

#include "cli/failure.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <utility>

namespace truefill::cli {

Output::Output(std::string path) : path_{std::move(path)}, part_{path_ + ".part"} {
    if (path_.empty()) return;
    file_ = std::fopen(part_.c_str(), "wb");
    if (!file_) give_up();
}

Output::~Output() {
    if (!file_) return;
    std::fclose(file_);
    std::remove(part_.c_str());
}

void Output::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= std::size_t{1} << 20) flush();
}

void Output::close() {
    flush();
    if (path_.empty()) return;
    const bool closed = std::fclose(std::exchange(file_, nullptr)) == 0;
    if (!closed || std::rename(part_.c_str(), path_.c_str()) != 0) {
        std::remove(part_.c_str());
        give_up();
    }
}

void Output::flush() {
    if (path_.empty()) print(buffer_);
    else if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) give_up();
    buffer_.clear();
}

void Output::give_up() {
    fail(exit_bad_journal, "cannot_write",
         fmt::format("{} cannot be written: is there such a folder, may it be written, is the disk full?",
                     path_));
}

std::string csv_field(std::string_view field) {
    if (field.find_first_of("\",\r\n") == std::string_view::npos) return std::string{field};
    std::string text{"\""};
    for (const char c : field) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

} // namespace truefill::cli
