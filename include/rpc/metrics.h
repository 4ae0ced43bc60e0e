#ifndef RPC_METRICS_H
#define RPC_METRICS_H

#include <rpc/statistics.h>

#include <map>
#include <string>

namespace rpc {

/// What a server counts, in the text format 0.0.4 of Prometheus, for whatever the program answers
/// scrapes with, or for a file that a collector reads:
///
///     rpcgen_calls_total{interface="echo",uuid="60a15ec5-...",version="1.0"} 5
///
/// Names begin with rpcgen_; those of counters end with _total. What is known of an interface has
/// the labels interface, uuid and version; faults have a label status as well: the name of the
/// code, its number if it has none ("0xE0000001"), or "other". May be called by any thread.
[[nodiscard]] std::string metrics_text(const server_statistics& of);

/// The same of several servers of a process, by name: each sample has a label `server` with it, and
/// each metric is described once.
[[nodiscard]] std::string metrics_text(const std::map<std::string, server_statistics>& servers);

}  // namespace rpc

#endif  // RPC_METRICS_H
