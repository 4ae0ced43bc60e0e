#ifndef RPC_NDR_SHARED_OBJECTS_H
#define RPC_NDR_SHARED_OBJECTS_H

#include <rpc/memory.h>
#include <rpc/ndr/links.h>

#include <memory>

namespace rpc::ndr {

/// The objects of the std::shared_ptr of a call, which live at least as long as this: an id
/// always means the object that it meant first.
///
/// In the end they are dropped, without recursion. Cycles that were received, and that no other
/// pointer refers into, are cut: no one else could.
class shared_objects {
 public:
  /// On a server that is so of cycles that were sent as well, whose makers have returned.
  explicit shared_objects(bool of_server) : of_server_(of_server) {}
  shared_objects(const shared_objects&) = delete;
  shared_objects& operator=(const shared_objects&) = delete;
  ~shared_objects();

  /// Keeps `object`, in memory that lives longer; null if there is no memory.
  const std::shared_ptr<void>* keep(arena& memory, std::shared_ptr<void> object,
                                    const detail::shared_type& type);

  /// Two pointers in one message refer to one object: there may be a cycle.
  void note_received_alias() { aliased_ = true; }
  void note_sent_alias() { aliased_ = aliased_ || of_server_; }

 private:
  struct kept {
    kept* next;
    std::shared_ptr<void> object;
    const detail::shared_type* type;
  };

  void break_cycles() noexcept;

  kept* first_ = nullptr;
  bool of_server_;
  bool aliased_ = false;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_SHARED_OBJECTS_H
