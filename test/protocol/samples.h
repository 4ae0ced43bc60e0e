#ifndef TEST_PROTOCOL_SAMPLES_H
#define TEST_PROTOCOL_SAMPLES_H

#include <rpc/uuid.h>

#include <string_view>

/// What real peers send (smbtorture of Samba 4.17), byte by byte.
namespace rpc::test {

inline constexpr syntax_id echo{uuid{"60a15ec5-4de8-11d7-a637-005056a20182"}, 1, 0};

/// smbtorture's bind to rpcecho: context 0 is NDR20, context 1 asks for the features 1 and 2.
inline constexpr std::string_view smbtorture_bind =
    "05000b03 10000000 7400 0000 01000000 d016 d016 00000000 02 000000"
    "0000 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           045d888aeb1cc9119fe808002b104860 0200 0000"
    "0100 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           2c1cb76c129840450300000000000000 0100 0000";

/// The same with the binding flag "bigendian".
inline constexpr std::string_view smbtorture_bind_big_endian =
    "05000b03 00000000 0074 0000 00000001 16d0 16d0 00000000 02 000000"
    "0000 01 00 60a15ec54de811d7a637005056a20182 0000 0001"
    "           8a885d041ceb11c99fe808002b104860 0000 0002"
    "0001 01 00 60a15ec54de811d7a637005056a20182 0000 0001"
    "           6cb71c2c981245400300000000000000 0000 0001";

/// The same with the binding flag "ndr64": context 0 is NDR64.
inline constexpr std::string_view smbtorture_bind_ndr64 =
    "05000b03 10000000 7400 0000 01000000 d016 d016 00000000 02 000000"
    "0000 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           33057171babe37498319b5dbef9ccc36 0100 0000"
    "0100 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           2c1cb76c129840450300000000000000 0100 0000";

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_SAMPLES_H
