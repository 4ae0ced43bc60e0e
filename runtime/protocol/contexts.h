#ifndef RUNTIME_PROTOCOL_CONTEXTS_H
#define RUNTIME_PROTOCOL_CONTEXTS_H

#include <rpc/ndr/syntax.h>
#include <rpc/uuid.h>

#include "bind.h"
#include "settings.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rpc::protocol {

/// A presentation context: an interface in a transfer syntax.
struct context {
  std::uint16_t id;       ///< chosen by the client
  std::size_t interface;  ///< index into the served interfaces
  ndr::syntax syntax;
};

/// The presentation contexts of a server connection.
class context_table {
 public:
  /// `interfaces` must outlive the table. `features` are granted to clients that ask for them
  /// (MS-RPCE 3.3.1.5.3): by default that an orphaned call never makes us close the connection.
  context_table(std::span<const offered_interface> interfaces, const settings& limits,
                std::uint16_t features = feature::keep_connection_on_orphan)
      : interfaces_(interfaces),
        max_contexts_(limits.max_contexts),
        ndr64_(limits.ndr64),
        features_(features) {}

  /// Answers the offers of one bind or alter_context, in their order, and keeps what it
  /// accepts. Nothing if they break the protocol: features negotiated twice, or a known
  /// context changed.
  ///
  /// Of several offers of one interface in one PDU only one is accepted, as Windows does:
  /// the first that allows NDR64, else the first.
  std::optional<std::vector<context_result>> negotiate(std::span<const context_offer> offers);

  /// The context that a request names, or null.
  [[nodiscard]] const context* find(std::uint16_t id) const;

 private:
  struct candidate;

  [[nodiscard]] std::optional<std::size_t> find_interface(const syntax_id& wanted) const;
  [[nodiscard]] std::optional<ndr::syntax> choose(const context_offer& offer,
                                                  std::size_t interface) const;
  bool judge(const context_offer& offer, candidate& result) const;

  std::span<const offered_interface> interfaces_;
  std::size_t max_contexts_;
  bool ndr64_;
  std::uint16_t features_;
  std::vector<context> contexts_;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_CONTEXTS_H
