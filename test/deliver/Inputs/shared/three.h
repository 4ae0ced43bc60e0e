// Of a header that has stubs itself.
#pragma once
#include "one.h"

namespace [[rpc::interface("2f6a3e1c-8a57-4a5e-9c2f-000000000003", 1, 0), rpc::pointer_default(unique)]] three {
void take([[rpc::in]] const common::box& box, [[rpc::in]] const one::held& held);
}

[[rpc::stubs]];
