#ifndef OBJECTS_H
#define OBJECTS_H

#include <rpc/ms/dcom.h>
#include <rpc/rpc.h>

#include <cstdint>

namespace objects {

using rpc::ms::INTERFACE_POINTER;

using PLATER [[rpc::unique]] = INTERFACE_POINTER;

struct SET {
  std::int32_t Count;
  [[rpc::size_is(Count)]] INTERFACE_POINTER* All;
  INTERFACE_POINTER Last;
};

}  // namespace objects

namespace [[rpc::interface("3b1f6f6e-4a0c-4c58-8f7e-0d5a2c6e9b01", 0, 0),
            rpc::pointer_default(unique)]] IShape {

using objects::PLATER;
using objects::SET;
using rpc::ms::HRESULT;
using rpc::ms::INTERFACE_POINTER;
using rpc::ms::ORPCTHAT;
using rpc::ms::ORPCTHIS;
using rpc::ms::REFIID;

[[rpc::reserved]] void QueryInterface();
[[rpc::reserved]] void AddRef();
[[rpc::reserved]] void Release();

HRESULT get_Name([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
                 [[rpc::out]] std::int32_t* name);

HRESULT put_Name([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
                 [[rpc::in]] std::int32_t name);

HRESULT Clone([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
              [[rpc::out]] INTERFACE_POINTER* made);

HRESULT Add([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
            [[rpc::in, rpc::unique]] INTERFACE_POINTER one,
            [[rpc::in, rpc::unique]] INTERFACE_POINTER other,
            [[rpc::in, rpc::unique]] PLATER later);

HRESULT Query([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
              [[rpc::in]] REFIID id, [[rpc::out]] INTERFACE_POINTER* made);

HRESULT AddAll([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
               [[rpc::in]] std::int32_t count,
               [[rpc::in, rpc::size_is(count)]] INTERFACE_POINTER* all, [[rpc::in]] SET* set);

HRESULT RemoteNext([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
                   [[rpc::in]] std::int32_t count, [[rpc::out]] std::int32_t* fetched);

[[rpc::reserved]] void Here();

HRESULT There([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
              [[rpc::in]] std::int64_t orpc);

}  // namespace IShape

namespace [[rpc::interface("3b1f6f6e-4a0c-4c58-8f7e-0d5a2c6e9b02", 0, 0),
            rpc::pointer_default(unique)]] ISquare {

using objects::PLATER;
using objects::SET;
using rpc::ms::HRESULT;
using rpc::ms::INTERFACE_POINTER;
using rpc::ms::ORPCTHAT;
using rpc::ms::ORPCTHIS;
using rpc::ms::REFIID;

[[rpc::reserved]] void QueryInterface();
[[rpc::reserved]] void AddRef();
[[rpc::reserved]] void Release();

HRESULT get_Name([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
                 [[rpc::out]] std::int32_t* name);

HRESULT put_Name([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
                 [[rpc::in]] std::int32_t name);

HRESULT Clone([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
              [[rpc::out]] INTERFACE_POINTER* made);

HRESULT Add([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
            [[rpc::in, rpc::unique]] INTERFACE_POINTER one,
            [[rpc::in, rpc::unique]] INTERFACE_POINTER other,
            [[rpc::in, rpc::unique]] PLATER later);

HRESULT Query([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
              [[rpc::in]] REFIID id, [[rpc::out]] INTERFACE_POINTER* made);

HRESULT AddAll([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
               [[rpc::in]] std::int32_t count,
               [[rpc::in, rpc::size_is(count)]] INTERFACE_POINTER* all, [[rpc::in]] SET* set);

HRESULT RemoteNext([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
                   [[rpc::in]] std::int32_t count, [[rpc::out]] std::int32_t* fetched);

[[rpc::reserved]] void Here();

HRESULT There([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
              [[rpc::in]] std::int64_t orpc);

HRESULT Clone_2([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
                [[rpc::out]] INTERFACE_POINTER* made);

}  // namespace ISquare

namespace [[rpc::interface("3b1f6f6e-4a0c-4c58-8f7e-0d5a2c6e9b04", 0, 0)]] IBelow {

using rpc::ms::HRESULT;
using rpc::ms::ORPCTHAT;
using rpc::ms::ORPCTHIS;

[[rpc::reserved]] void QueryInterface();
[[rpc::reserved]] void AddRef();
[[rpc::reserved]] void Release();
[[rpc::reserved]] void First();

HRESULT Second([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
               [[rpc::in]] std::int32_t n);

}  // namespace IBelow

namespace [[rpc::interface("3b1f6f6e-4a0c-4c58-8f7e-0d5a2c6e9b05", 0, 0)]] IScript {

using rpc::ms::HRESULT;
using rpc::ms::ORPCTHAT;
using rpc::ms::ORPCTHIS;

[[rpc::reserved]] void QueryInterface();
[[rpc::reserved]] void AddRef();
[[rpc::reserved]] void Release();
[[rpc::reserved]] void GetTypeInfoCount();
[[rpc::reserved]] void GetTypeInfo();
[[rpc::reserved]] void GetIDsOfNames();
[[rpc::reserved]] void Invoke();

HRESULT Run([[rpc::in]] ORPCTHIS* orpcthis, [[rpc::out]] ORPCTHAT* orpcthat,
            [[rpc::in]] std::int32_t n);

}  // namespace IScript

[[rpc::stubs]];

#endif
