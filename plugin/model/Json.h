//===- Json.h - the model as JSON -----------------------------------------===//
//
// The description that a file delivery writes beside the stubs. Equal models
// give equal text; locations are left out, and so is every member that has its
// default value.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_JSON_H
#define RPCGEN_MODEL_JSON_H

#include "model/Interface.h"

#include <string>
#include <string_view>

namespace rpcgen {

std::string toJson(const Model &M);

/// The model that toJson made the text of, without its locations. Throws
/// std::runtime_error, with a sentence that names the place, if the text is
/// something else.
Model fromJson(std::string_view Text);

} // namespace rpcgen

#endif // RPCGEN_MODEL_JSON_H
