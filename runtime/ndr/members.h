#ifndef NDR_MEMBERS_H
#define NDR_MEMBERS_H

#include <rpc/memory.h>
#include <rpc/ndr/descriptor.h>

#include "places.h"

namespace rpc::ndr {

// What descriptor.h and frame.h declare, where it is known where the parameters lie.

void put_parameters(writer& w, const frame_descriptor& of, const places& members, const void* frame,
                    bool request);
void get_parameters(reader& r, const frame_descriptor& of, const places& members, void* frame,
                    bool request);
void prepare_results(const frame_descriptor& of, const places& members, void* frame, arena& memory);

}  // namespace rpc::ndr

#endif  // NDR_MEMBERS_H
