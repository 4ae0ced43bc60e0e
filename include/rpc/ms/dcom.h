#ifndef RPC_MS_DCOM_H
#define RPC_MS_DCOM_H

// What calls of object interfaces carry, as MS-DCOM defines it in 2.2. rpc-idl takes this file for those of
// Microsoft that declare IUnknown (unknwn.idl, objidl.idl, oaidl.idl and others) where they are not found, and
// makes rpc/ms/dcom.h of it.

#include <rpc/ms/dtyp.h>
#include <rpc/rpc.h>

#include <cstdint>

namespace rpc::ms {

// Identifiers.

using OID = std::uint64_t;  // of an object
using OXID = std::uint64_t;  // of an object exporter
using SETID = std::uint64_t;  // of a set of objects to ping
using IPID = GUID;  // of an interface of an object: the object of a call's request
using CID = GUID;  // of what caused a call
using REFIID = const IID*;
using REFIPID = const IPID*;

// What goes with each call, and comes back.

struct COMVERSION {
  std::uint16_t MajorVersion;
  std::uint16_t MinorVersion;
};

struct ORPC_EXTENT {
  GUID id;
  std::uint32_t size;
  [[rpc::size_is((size + 7) & ~7)]] std::uint8_t data[1];
};

struct ORPC_EXTENT_ARRAY {
  std::uint32_t size;
  std::uint32_t reserved;
  [[rpc::size_is((size + 1) & ~1,), rpc::unique]] ORPC_EXTENT** extent;
};

// The first parameter of each operation, [in].
struct ORPCTHIS {
  COMVERSION version;
  std::uint32_t flags;
  std::uint32_t reserved1;
  CID cid;
  [[rpc::unique]] ORPC_EXTENT_ARRAY* extensions;
};

// The second one, [out].
struct ORPCTHAT {
  std::uint32_t flags;
  [[rpc::unique]] ORPC_EXTENT_ARRAY* extensions;
};

// A reference to an object (OBJREF), as bytes in little endian.
struct MInterfacePointer {
  std::uint32_t ulCntData;
  [[rpc::size_is(ulCntData)]] std::uint8_t abData[1];
};

// A pointer to an interface, as a parameter, result or field.
using INTERFACE_POINTER [[rpc::unique]] = MInterfacePointer*;

}  // namespace rpc::ms

#endif
