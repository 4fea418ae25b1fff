#include "journal/conformance.h"

#include <doctest/doctest.h>

using namespace truefill;
using journal::Batch;
using journal::conformance::batch_after;

TEST_CASE("a record's hash is SHA-256 over the hash before it and its bytes") {
    const Batch batch = batch_after(0, Digest{}, {"{}", "two"});
    const Digest first = sha256(std::string(32, '\0') + "{}");
    CHECK(batch.hashes[0] == first);
    CHECK(batch.hashes[1] == sha256(std::string(first.bytes.begin(), first.bytes.end()) + "two"));
}

TEST_CASE("seal gives the last hash, or the one before when there is no record") {
    Batch batch = batch_after(0, Digest{}, {"a", "b"});
    const Digest before = sha256("before");
    CHECK(journal::seal(batch, before) == batch.hashes[1]);
    Batch empty;
    CHECK(journal::seal(empty, before) == before);
}

TEST_CASE("two batches chain to the same hashes as one") {
    const Batch whole = batch_after(0, Digest{}, {"a", "b", "c"});
    const Batch begin = batch_after(0, Digest{}, {"a"});
    const Batch rest = batch_after(1, begin.hashes[0], {"b", "c"});
    CHECK(rest.hashes.back() == whole.hashes.back());
}

TEST_CASE("finds the first record that was changed, moved, shortened or hashed wrongly") {
    const Batch good = batch_after(0, Digest{}, {"aa", "bb", "cc", "dd"});
    CHECK_FALSE(journal::first_broken(good, Digest{}).has_value());
    CHECK(journal::first_broken(good, sha256("another")) == 0);

    Batch changed = good;
    changed.bytes[5] = 'x';
    CHECK(journal::first_broken(changed, Digest{}) == 2);
    Batch moved = good;
    std::swap(moved.bytes[2], moved.bytes[4]);
    std::swap(moved.bytes[3], moved.bytes[5]);
    CHECK(journal::first_broken(moved, Digest{}) == 1);
    Batch shifted = good;
    shifted.ends[2] = 5;
    CHECK(journal::first_broken(shifted, Digest{}) == 2);
    Batch hashed = good;
    hashed.hashes[3].bytes[31] ^= 1;
    CHECK(journal::first_broken(hashed, Digest{}) == 3);
}
