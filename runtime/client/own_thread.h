#ifndef RUNTIME_CLIENT_OWN_THREAD_H
#define RUNTIME_CLIENT_OWN_THREAD_H

#include <functional>

namespace rpc::runtime {

/// Runs `work` on a thread of the library's own, which ends with it. Signals are for the threads of
/// the program: it blocks all. Throws std::system_error.
void start_own_thread(std::function<void()> work);

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_OWN_THREAD_H
