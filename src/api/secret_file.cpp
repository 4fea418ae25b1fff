#include "api/secret_file.h"

#include "base/text.h"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

namespace truefill::api {

std::expected<std::string, std::string> read_secret_file(const std::string& path) {
    constexpr std::size_t longest = 4096;
    struct stat about{};
    std::ifstream file{path, std::ios::binary};
    if (!file || ::stat(path.c_str(), &about) != 0) return std::unexpected(path + " cannot be read");
    if ((about.st_mode & S_IROTH) != 0)
        return std::unexpected(path + " may be read by everybody; take that away: chmod o-r");
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto secret = trim(text);
    if (secret.empty() || secret.size() > longest || secret.find_first_of("\r\n") != std::string_view::npos)
        return std::unexpected(path + " holds one line with the secret and nothing else");
    return std::string{secret};
}

} // namespace truefill::api
