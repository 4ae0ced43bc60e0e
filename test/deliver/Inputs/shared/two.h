#pragma once
#include "common.h"

namespace [[rpc::interface("2f6a3e1c-8a57-4a5e-9c2f-000000000002", 1, 0), rpc::pointer_default(unique)]] two {
void take([[rpc::in]] const common::box& box, [[rpc::in]] const one::held& held, [[rpc::out]] common::pair<common::colour>& found);
}

[[rpc::stubs]];
