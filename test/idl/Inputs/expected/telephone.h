#ifndef TELEPHONE_H
#define TELEPHONE_H

/* A telephone book. */

#include <rpc/ms/dtyp.h>
#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f311", 2, 1),
            rpc::pointer_default(unique), rpc::endpoint("ncacn_ip_tcp:[5000]")]] telephone {

using rpc::ms::DWORD;
using rpc::ms::ULONG_PTR;

constexpr auto MAX_NAME = 64;
constexpr std::uint32_t MAX_ENTRIES = 10 * MAX_NAME;
constexpr const char16_t* NOBODY = u"nobody";
constexpr std::int16_t FIRST = 1;
constexpr std::int16_t SECOND = FIRST + 1;
#define TELEPHONE_LOUD 1

// How a number is reached.
enum KIND { KIND_HOME, KIND_WORK = 5 };

enum [[rpc::v1_enum]] STATE {
  STATE_IDLE = 0,  // on the hook
  STATE_LARGE = 0x12345,
};

struct ENTRY {
  [[rpc::string, rpc::unique]] char16_t* Name;  // of a person
  DWORD Number;
  DWORD Extension;
  KIND Kind;
  ENTRY* Next;
  ULONG_PTR Cookie;
};
using PENTRY = ENTRY*;

struct BOOK {
  [[rpc::range(0, MAX_ENTRIES)]] std::uint32_t Count;
  [[rpc::size_is(Count)]] PENTRY Entries;
  char Title[MAX_NAME];
};
using PBOOK = BOOK*;
using PPBOOK = BOOK**;

// Its members come after its name.
struct NODE;
using PNODE = NODE*;
struct NODE {
  PNODE Left;
  PNODE Right;
};

struct LINE_state;
using LINE [[rpc::context_handle]] = LINE_state*;
[[rpc::local]] void LINE_rundown(LINE left);

struct BYTES {
  std::uint16_t Size;
  [[rpc::size_is(Size)]] std::uint8_t Data[1];
};

/* Begins a call. */
std::uint32_t open([[rpc::in]] rpc::handle_t binding, [[rpc::in, rpc::string]] const char16_t* name,
                   [[rpc::out]] LINE* line);

std::int32_t find([[rpc::in]] LINE line, [[rpc::in]] bool loud,
                  [[rpc::in, rpc::unique]] ENTRY* like, [[rpc::out]] PPBOOK found);

[[rpc::reserved]] void Opnum2NotUsedOnWire();

[[rpc::idempotent]] std::int64_t count([[rpc::in]] LINE line);

void send(
    [[rpc::in]] LINE line,  /* the line */
    [[rpc::in]] BYTES* bytes);  // what is said

void close([[rpc::in, rpc::out]] LINE* line);

}  // namespace telephone

[[rpc::stubs]];

#endif
