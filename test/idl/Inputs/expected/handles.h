#ifndef HANDLES_H
#define HANDLES_H

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f334", 1, 0),
            rpc::pointer_default(unique)]] handles {

using WCHAR = std::uint16_t;
using NAME [[rpc::string]] = char16_t*;
using SERVER [[rpc::handle]] = char16_t*;

struct [[rpc::handle]] NUMBERED {
  std::int32_t a;
};
using PNUMBERED [[rpc::handle]] = NUMBERED*;

struct TEXTS {
  [[rpc::string]] char16_t* a;
  [[rpc::string]] char16_t b[10];
  std::uint16_t c[3];
};

void f([[rpc::in, rpc::string, rpc::unique]] SERVER server,
       [[rpc::in, rpc::string]] const char16_t* s, [[rpc::in]] NAME n, [[rpc::in]] TEXTS* t);

void g([[rpc::in]] NUMBERED where, [[rpc::in, rpc::unique]] PNUMBERED other,
       [[rpc::in, rpc::string]] char16_t x[]);

}  // namespace handles

[[rpc::stubs]];

#endif
