#ifndef RUNTIME_MEMORY_REUSE_H
#define RUNTIME_MEMORY_REUSE_H

namespace rpc::runtime {

// False where use after release is to be found: then memory that was released is not kept.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define RPC_KEEPS_NO_BLOCKS
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(RPC_KEEPS_NO_BLOCKS)
inline constexpr bool reuses_memory = false;
#else
inline constexpr bool reuses_memory = true;
#endif

}  // namespace rpc::runtime

#endif  // RUNTIME_MEMORY_REUSE_H
