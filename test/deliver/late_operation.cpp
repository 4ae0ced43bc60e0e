// An operation behind the stubs of its interface would be lost.
// RUN: %clang -fsyntax-only -I%S/Inputs -Xclang -verify %s
#include "echo.h"

namespace echo {
void add_one(std::uint32_t value, std::uint32_t *result) { *result = value + 1; }
void late(std::uint32_t value); // expected-error {{'late' is declared after the stubs of 'echo' were delivered, and is not in them [late-operation]}}
}
