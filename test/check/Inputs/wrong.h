#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("6a1d2c3b-0f3c-4d55-9d0c-6a8e3b1f7a02", 1, 0)]] wrong {

void text(const wchar_t *s);

}

[[rpc::stubs]];
