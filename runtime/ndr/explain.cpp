#include <rpc/ndr/explain.h>

namespace rpc::ndr {

outcome explain(syntax s, const message& m, const frame_descriptor& of, void* frame, arena& memory,
                bool request, pipe_reader pipes, const report& to, const void* unknown) {
  server_storage storage(memory);
  object_table* const known = table_of_next(of, frame);
  if (known != nullptr) known->set_memory(memory);
  reader r(s, m.stub, m.sender, storage, {}, known);
  trace observer;
  observer.report_to(to);
  observer.ignore_expressions_of(unknown);
  r.report_to(observer);
  if (!request && pipes != nullptr) pipes(r, frame);
  get_parameters(r, of, frame, request);
  if (request && pipes != nullptr) pipes(r, frame);
  if (r.failed()) return {observer.end(), r.failure().sentence()};
  return {m.stub.size() - r.left(), {}};
}

}  // namespace rpc::ndr
