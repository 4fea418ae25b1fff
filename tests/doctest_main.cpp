// The main() of every test program. doctest's own options apply: --list-test-cases,
// --test-case="refuses*", --source-file=*ledger*.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
