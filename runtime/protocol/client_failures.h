#ifndef RUNTIME_PROTOCOL_CLIENT_FAILURES_H
#define RUNTIME_PROTOCOL_CLIENT_FAILURES_H

#include "client_connection.h"

#include <cstddef>

namespace rpc::protocol {

// The events of binds and calls that failed.

inline client_event refused(std::size_t binding, status code) {
  client_event event{client_event::kind::refused};
  event.binding = binding;
  event.code = code;
  event.did_not_execute = true;
  return event;
}

inline client_event failed(call_ticket call, status code, bool did_not_execute) {
  client_event event{client_event::kind::fault};
  event.call = call;
  event.code = code;
  event.did_not_execute = did_not_execute;
  return event;
}

inline client_event lost(client_event event) {
  event.lost = true;
  return event;
}

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_CLIENT_FAILURES_H
