// Everything that a client and a server of an interface need of its stubs.
#include HEADER

#include <rpc/rpc.h>

namespace {
void use(rpc::server& server, INTERFACE::service& implementation) {
  server.add<INTERFACE::service>(implementation);
}
}  // namespace

template class INTERFACE::basic_client<rpc::binding>;
auto* const used = &use;
