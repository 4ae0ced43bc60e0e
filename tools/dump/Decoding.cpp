//===- Decoding.cpp -------------------------------------------------------===//
#include "Decoding.h"

#include <algorithm>

using namespace dump;

const rpc::ndr::interface_decoder *
Settings::find(const rpc::syntax_id &Id) const {
  const auto Found = std::ranges::find_if(Interfaces, [&](const auto &Each) {
    return Each.id.id == Id.id && Each.id.major == Id.major;
  });
  return Found == Interfaces.end() ? nullptr : &*Found;
}

const rpc::ndr::operation_decoder *
dump::find(const rpc::ndr::interface_decoder &Interface, std::uint16_t Opnum) {
  const auto Found = std::ranges::find(Interface.operations, Opnum,
                                       &rpc::ndr::operation_decoder::opnum);
  return Found == Interface.operations.end() ? nullptr : &*Found;
}

void dump::printStub(const Stub &Data, const Settings &Known, Heading Title,
                     const std::string &Cut, Output &Out) {
  const auto *Operation = find(*Data.Interface, Data.Opnum);
  const auto &Bytes = Data.Message.stub;
  auto Add = [&](std::string_view Name, std::string Value) {
    Title.Facts.emplace_back(Name, std::move(Value));
  };
  Title.Kind = "stub";
  Add("direction", Data.IsResponse ? "response" : "request");
  Add("interface", Data.Interface->name);
  Add("opnum", std::to_string(Data.Opnum));
  if (Operation)
    Add("operation", Operation->name);
  Add("syntax", Data.Syntax == rpc::ndr::syntax::ndr64 ? "ndr64" : "ndr20");
  Add("order", Data.Message.sender == std::endian::big ? "big" : "little");
  Add("size", std::to_string(Bytes.size()));

  Out.begin(Title);
  auto Print = [&](const rpc::ndr::explained &Field) {
    Out.row({Field.offset, Field.size, Bytes.subspan(Field.offset, Field.size),
             Field.name, Field.value});
  };
  const rpc::ndr::report To(Print);
  rpc::ndr::outcome End{0, "the interface has no such operation"};
  if (Operation)
    End = Data.IsResponse ? Operation->response(Operation->of, Data.Syntax,
                                                Data.Message, Data.Request, To)
                          : Operation->request(Operation->of, Data.Syntax,
                                               Data.Message, To);
  if (!End.error.empty())
    Out.problem(End.read, End.error);
  if (!Cut.empty())
    Out.problem(Bytes.size(), Cut);
  const std::size_t Rest = Bytes.size() - End.read;
  if (Rest > 0)
    Out.unread({End.read, Rest, Bytes.subspan(End.read), "unread",
                std::to_string(Rest) + (Rest == 1 ? " byte" : " bytes")});
  else if (Operation && End.error.empty() && Out.takesValues() && Known.Values)
    Out.values(Known.Values(Data));
  Out.end();
}
