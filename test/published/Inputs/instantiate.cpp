// Everything that a client and a server of an interface need of its stubs.
#include HEADER

template class INTERFACE::basic_client<rpc::binding>;
static_assert(rpc::dispatch_table<INTERFACE::service>.size() == OPERATIONS);
