//===- Enter.h - stubs into the translation unit --------------------------===//
#ifndef RPCGEN_DELIVER_ENTER_H
#define RPCGEN_DELIVER_ENTER_H

#include "clang/Basic/SourceLocation.h"

#include <string>

namespace clang {
class Preprocessor;
} // namespace clang

namespace rpcgen {

/// Makes the parser go on with `Text` after its current token, as if
/// a header had been included there. `From` is named as the place.
void enterText(clang::Preprocessor &PP, const std::string &Text,
               clang::SourceLocation From);

} // namespace rpcgen

#endif // RPCGEN_DELIVER_ENTER_H
