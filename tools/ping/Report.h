//===- Report.h - what a server offers, as text and as JSON ---------------===//
#ifndef RPCGEN_TOOLS_PING_REPORT_H
#define RPCGEN_TOOLS_PING_REPORT_H

#include "Survey.h"

#include <string>

namespace rpcgen::ping {

/// A line for the server, one for each interface, and one for each place.
std::string printText(const Survey &Of);

/// An object with the members peer, listens, statistics and interfaces.
std::string printJson(const Survey &Of);

} // namespace rpcgen::ping

#endif // RPCGEN_TOOLS_PING_REPORT_H
