#ifndef TEST_E2E_PIPES_H
#define TEST_E2E_PIPES_H

#include <rpc/rpc.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

// Pipes of all directions, alone and among other parameters.

namespace
    [[rpc::interface("7c1d9a34-52b0-4f0f-8f6c-0f1a7a5f3c21", 1, 0), rpc::pointer_default(unique)]] pipes {

enum class [[rpc::v1_enum]] kind : std::uint32_t { cold, warm };

using level [[rpc::range(0, 100)]] = std::uint8_t;

struct reading {
  double value;
  kind of;
  level battery;
  char place[6];
};

using readings = rpc::pipe<reading>;

std::uint64_t store([[rpc::in]] rpc::pipe<std::uint8_t>& data);
void fetch([[rpc::in]] std::uint64_t count, [[rpc::out]] rpc::pipe<std::uint8_t>& data);
void sort([[rpc::in, rpc::out]] rpc::pipe<std::int64_t>* numbers);

// Other parameters travel before [in] pipes and behind [out] pipes.
std::uint32_t choose([[rpc::in]] readings& all, [[rpc::in, rpc::string]] const char* place,
                     [[rpc::out]] readings& chosen, [[rpc::in]] const double* above,
                     [[rpc::out]] std::vector<std::string>& notes, [[rpc::out]] rpc::pipe<kind>& kinds,
                     [[rpc::in, rpc::out, rpc::unique]] std::uint32_t* seen);

// The elements are bounded, and of a class of the standard library.
std::int32_t sum([[rpc::in, rpc::range(-5, 5)]] rpc::pipe<std::int16_t>& small,
                 [[rpc::in]] rpc::pipe<std::array<std::int32_t, 3>>& triples,
                 [[rpc::in]] rpc::pipe<bool>& bits);

// A ring of objects, which comes back as what it was.
struct ring {
  std::int32_t number;
  [[rpc::ptr]] ring* next;
};
void add([[rpc::in]] rpc::pipe<std::int32_t>& numbers, [[rpc::in, rpc::out, rpc::ptr]] ring* to);

}  // namespace pipes

[[rpc::stubs]];

#endif  // TEST_E2E_PIPES_H
