#ifndef LEFT_OUT_H
#define LEFT_OUT_H

#include <rpc/ms/dcom.h>
#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f318", 1, 0),
            rpc::pointer_default(unique)]] left_out {

// UNKNOWN: unknown type name 'UNHEARD_OF'

// USER: 'UNKNOWN' is left out: unknown type name 'UNHEARD_OF'

struct OPEN {
  std::int16_t n;
  [[rpc::size_is(n)]] std::int32_t a[1];
  std::int16_t last;
};

void Zero([[rpc::in]] std::int32_t n);

// One: 'callback' is not supported
[[rpc::reserved]] void One();

// Two: 'USER' is left out: unknown type name 'UNHEARD_OF'
[[rpc::reserved]] void Two();

// Three: 'OPEN' cannot travel: field 'a' ends in an open array and must be the last one of 'OPEN'
[[rpc::reserved]] void Three();

void Four([[rpc::in]] std::int32_t n);

// Five: 'rpc::maybe' is not supported by stubs yet
[[rpc::reserved]] void Five();

void Six([[rpc::in]] std::int32_t n);

}  // namespace left_out

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f319", 0, 0)]] IThing {

using rpc::ms::HRESULT;
using rpc::ms::ORPCTHAT;
using rpc::ms::ORPCTHIS;

[[rpc::reserved]] void QueryInterface();
[[rpc::reserved]] void AddRef();
[[rpc::reserved]] void Release();

struct KEPT {
  std::int32_t n;
};

HRESULT Method([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
               [[rpc::in]] KEPT* kept);

}  // namespace IThing

[[rpc::stubs]];

#endif
