#ifndef CONTEXTS_H
#define CONTEXTS_H

#include <rpc/rpc.h>

// State that a server keeps for a client, and calls that name their server.

namespace [[rpc::interface("3f8a2c6e-0f3c-4d55-9d0c-6a8e3b1f7a01", 1, 0)]] counters {

class counter;  // the server's own: it never travels and need not be a plain struct
using handle [[rpc::context_handle(forget)]] = counter*;
void forget [[rpc::local]] (handle left);

// Named by MIDL's convention.
using total [[rpc::context_handle, rpc::context_handle_noserialize]] = const void*;
void total_rundown [[rpc::local]] (total left);

void open([[rpc::in]] std::uint32_t start, [[rpc::out]] handle* made);
handle open_another([[rpc::in]] std::uint32_t start);
std::uint32_t add([[rpc::in]] handle to, [[rpc::in]] std::uint32_t n);
void read([[rpc::in, rpc::context_handle_noserialize]] handle from, [[rpc::out]] std::uint32_t& n);
void close([[rpc::in, rpc::out]] handle& left);
std::uint32_t sum([[rpc::in]] std::uint8_t sign, [[rpc::in]] handle first, [[rpc::in]] handle second);

total begin();
void end([[rpc::in, rpc::out]] total* left);

// Not through an alias: nothing ends it when the client goes.
void borrow([[rpc::out, rpc::context_handle]] void** what);
[[rpc::context_handle]] void* borrow_another();
std::uint32_t look([[rpc::in, rpc::context_handle]] void* what);

// Several at a time, as MS-PAN has them.
void open_some([[rpc::in]] std::uint32_t first, [[rpc::in]] std::uint32_t count, [[rpc::out]] std::uint32_t* made,
               [[rpc::out, rpc::size_is(, *made)]] handle** some);
void open_pair([[rpc::in]] std::uint32_t first, [[rpc::out]] handle pair[2]);
std::uint32_t sum_some([[rpc::in]] std::uint32_t count, [[rpc::in, rpc::size_is(count)]] const handle* some);

// Ends a context of any type.
void close_any([[rpc::in, rpc::out, rpc::context_handle]] void** left);

}  // namespace counters

namespace [[rpc::interface("3f8a2c6e-0f3c-4d55-9d0c-6a8e3b1f7a02", 1, 0), rpc::explicit_handle]] named {

std::uint32_t which(rpc::handle_t at);
std::uint32_t twice([[rpc::in]] std::uint32_t n, const rpc::handle_t at); // rpc-check: ignore=binding-handle-not-first

}  // namespace named

namespace places {
extern rpc::handle_t usual;
}

namespace [[rpc::interface("3f8a2c6e-0f3c-4d55-9d0c-6a8e3b1f7a03", 1, 0),
            rpc::implicit_handle(places::usual)]] implied {

std::uint32_t which();

}  // namespace implied

[[rpc::stubs]];

#endif
