#include "loop/snapshot.h"

#include "base/archive.h"
#include "base/assert.h"
#include "loop/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>

namespace truefill::loop {
namespace {

constexpr std::string_view magic = "TrSnap1\n";
constexpr std::string_view prefix = "snapshot-";
constexpr std::size_t kept = 2;
constexpr std::size_t header_bytes = magic.size() + 8 + 8 + 32 + 16 + 8 + 32;

/// Writes and hashes on the way. The first thing that fails is kept, and nothing is written after it.
class FileOutput final : public archive::Output {
public:
    explicit FileOutput(NewFile& file) : file_{file} {}
    ~FileOutput() override { drain(); }

    std::uint64_t length() const { return length_; }
    Digest digest() { return hash_.finish(); }
    const Done& done() const { return done_; }

private:
    void flush(std::string_view bytes) override {
        if (!done_) return;
        hash_.update(bytes);
        length_ += bytes.size();
        done_ = file_.append(bytes);
    }

    NewFile& file_;
    Sha256 hash_;
    std::uint64_t length_ = 0;
    Done done_;
};

std::string header_text(const SnapshotHeader& header) {
    std::string text{magic};
    archive::save(text, header);
    TF_ASSERT(text.size() == header_bytes, "the header has one length");
    return text;
}

/// The bytes are those of Engine::save, which Engine::load reads.
Done write_file(NewFile& file, const engine::Engine& engine, const Digest& chain) {
    if (auto done = file.append(std::string(header_bytes, '\0')); !done) return done;
    FileOutput output{file};
    const auto format = archive::format_hash<engine::State>();
    archive::save(output, format);
    archive::save(output, engine.state());
    output.drain();
    if (!output.done()) return output.done();
    const SnapshotHeader header{format,          engine.position(), chain, engine.state().ledger.digest(),
                                output.length(), output.digest()};
    if (auto done = file.overwrite(header_text(header), 0); !done) return done;
    return file.flush();
}

void remove_older(const std::string& folder) {
    const auto paths = list_snapshots(folder);
    std::error_code ignored;
    for (std::size_t i = kept; i < paths.size(); ++i) std::filesystem::remove(paths[i], ignored);
}

std::expected<SnapshotHeader, std::string> header_of(const std::string& path, std::string_view bytes) {
    if (bytes.size() < header_bytes || !bytes.starts_with(magic))
        return std::unexpected(path + " is not a snapshot, or was never finished.");
    SnapshotHeader header;
    archive::Reader reader{bytes.substr(magic.size(), header_bytes - magic.size())};
    archive::load(reader, header);
    TF_ASSERT(reader.ok() && reader.at_end(), "the header has one length");
    if (header.format != archive::format_hash<engine::State>())
        return std::unexpected(path + " was written by a build with another format.");
    if (header.length != bytes.size() - header_bytes)
        return std::unexpected(fmt::format("{} is torn: {} bytes of {} are there.", path,
                                           bytes.size() - header_bytes, header.length));
    return header;
}

/// Why a snapshot cannot be the beginning of a journal.
std::optional<std::string> stranger(const std::string& path, const SnapshotHeader& header,
                                    journal::Journal& journal) {
    if (header.position == 0 || header.position > journal.end())
        return fmt::format("{} is of record {}, but the journal ends with record {}.", path, header.position,
                           journal.end());
    journal::Batch batch;
    const auto read = journal.read(header.position, 1, batch);
    if (!read) return read.error().sentence;
    if (batch.size() == 0 || batch.hashes[0] != header.chain)
        return fmt::format("{} was made from another journal: record {} has another hash.", path,
                           header.position);
    return std::nullopt;
}

} // namespace

std::expected<std::string, std::string> write_snapshot(const std::string& folder,
                                                       const engine::Engine& engine, const Digest& chain) {
    std::error_code ignored; // What is wrong comes out when the file is made.
    std::filesystem::create_directories(folder, ignored);
    const auto unfinished = folder + "/unfinished";
    const auto path = fmt::format("{}/{}{:020}", folder, prefix, engine.position());
    auto file = NewFile::create(unfinished);
    if (!file) return std::unexpected(file.error());
    auto done = write_file(*file, engine, chain);
    if (done) done = settle(unfinished, path);
    if (!done) {
        std::filesystem::remove(unfinished, ignored);
        return std::unexpected(done.error());
    }
    remove_older(folder);
    return path;
}

std::vector<std::string> list_snapshots(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code failed;
    for (std::filesystem::directory_iterator at{folder, failed}, end; !failed && at != end;
         at.increment(failed)) {
        const auto name = at->path().filename().string();
        if (name.starts_with(prefix) && name.size() == prefix.size() + 20)
            paths.push_back(at->path().string());
    }
    std::ranges::sort(paths, std::greater{});
    return paths;
}

std::expected<SnapshotHeader, std::string> read_snapshot_header(const std::string& path) {
    const auto file = MappedFile::open(path);
    if (!file) return std::unexpected(file.error());
    return header_of(path, file->bytes());
}

std::expected<SnapshotHeader, std::string> load_snapshot(const std::string& path, engine::Engine& engine) {
    const auto file = MappedFile::open(path);
    if (!file) return std::unexpected(file.error());
    const auto header = header_of(path, file->bytes());
    if (!header) return header;
    const auto body = file->bytes().substr(header_bytes);
    if (sha256(body) != header->body)
        return std::unexpected(path + " is damaged: its bytes have another hash.");
    if (!engine.load(body)) return std::unexpected(path + " cannot be read as a state.");
    if (engine.position() == header->position && engine.state().ledger.digest() == header->ledger)
        return header;
    std::string empty;
    engine::Engine{}.save(empty);
    TF_ASSERT(engine.load(empty), "an empty state can be read");
    return std::unexpected(path + " holds another state than its header says.");
}

SnapshotChoice load_last_snapshot(const std::string& folder, journal::Journal& journal,
                                  engine::Engine& engine) {
    SnapshotChoice choice;
    if (folder.empty()) return choice;
    for (const auto& path : list_snapshots(folder)) {
        auto header = read_snapshot_header(path);
        if (header) {
            if (auto why = stranger(path, *header, journal)) header = std::unexpected(std::move(*why));
        }
        if (header) header = load_snapshot(path, engine);
        if (header) {
            choice.loaded = *header;
            return choice;
        }
        choice.refused.push_back(header.error());
    }
    return choice;
}

} // namespace truefill::loop
