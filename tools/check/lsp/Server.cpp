//===- Server.cpp ---------------------------------------------------------===//

#include "lsp/Server.h"
#include "Database.h"
#include "Idl.h"
#include "Unit.h"
#include "lsp/Document.h"
#include "lsp/Messages.h"

#include <map>

namespace rpc_check {
namespace {

using Json = nlohmann::json;

/// To type goes on faster than to check.
constexpr int Pause = 200; // milliseconds

constexpr int MethodNotFound = -32601, InvalidParams = -32602;

class Server {
public:
  explicit Server(const Options &O) : Given(O) {}

  int run() {
    while (!Ended) {
      if (!Client.waits(HasNew ? Pause : -1)) {
        checkAll();
        continue;
      }
      const std::optional<Json> Message = Client.read();
      if (!Message)
        return 1;
      if (!Message->is_null())
        take(*Message);
    }
    return WasShutDown ? 0 : 1;
  }

private:
  void take(const Json &Message) {
    const std::string Method = Message.value("method", "");
    const Json Params = Message.value("params", Json());
    if (!Message.contains("id"))
      return notice(Method, Params);
    Json Answer{{"id", Message["id"]}};
    try {
      Answer["result"] = answer(Method, Params);
    } catch (const Unknown &) {
      Answer["error"] = {{"code", MethodNotFound}, {"message", Method}};
    } catch (const Json::exception &E) {
      Answer["error"] = {{"code", InvalidParams}, {"message", E.what()}};
    }
    Client.write(std::move(Answer));
  }

  struct Unknown {};

  Json answer(const std::string &Method, const Json &Params) {
    if (Method == "initialize")
      return {{"serverInfo", {{"name", "rpc-check"}}},
              {"capabilities",
               {{"textDocumentSync", {{"openClose", true}, {"change", 1}}},
                {"hoverProvider", true},
                {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}}}}};
    if (Method == "shutdown") {
      WasShutDown = true;
      return nullptr;
    }
    if (Method != "textDocument/hover" && Method != "textDocument/codeAction")
      throw Unknown();
    const std::string File = fileOf(Params.at("textDocument").at("uri"));
    const auto Found = Open.find(File);
    if (Found == Open.end())
      return nullptr;
    if (Found->second.IsNew)
      check(File, Found->second);
    return Method == "textDocument/hover"
               ? Found->second.hoverAt(Params.at("position"))
               : Found->second.actionsFor(File, Params.at("range"));
  }

  void notice(const std::string &Method, const Json &Params) {
    if (Method == "exit") {
      Ended = true;
      return;
    }
    try {
      const Json Of = Params.value("textDocument", Json::object());
      const std::string File = fileOf(Of.value("uri", ""));
      if (Method == "textDocument/didOpen")
        open(File, Of.at("text"));
      else if (Method == "textDocument/didChange")
        change(File, Params.at("contentChanges").back().at("text"));
      else if (Method == "textDocument/didClose")
        close(File);
    } catch (const Json::exception &) { // what is wrong has no answer
    }
  }

  void open(const std::string &File, std::string Text) {
    Open[File].Text = std::move(Text);
    HasNew = true;
  }

  void change(const std::string &File, std::string Text) {
    open(File, std::move(Text));
    checkOthers();
  }

  /// Files may include each other.
  void checkOthers() {
    for (auto &[Name, D] : Open)
      D.IsNew = true;
    HasNew = true;
  }

  void close(const std::string &File) {
    if (!Open.erase(File))
      return;
    publish(File, Json::array());
    checkOthers();
  }

  void publish(const std::string &File, Json Diagnostics) {
    Client.write(
        {{"method", "textDocument/publishDiagnostics"},
         {"params",
          {{"uri", uriOf(File)}, {"diagnostics", std::move(Diagnostics)}}}});
  }

  void checkAll() {
    for (auto &[File, D] : Open)
      if (D.IsNew)
        check(File, D);
    HasNew = false;
  }

  void check(const std::string &File, Document &D) {
    D.IsNew = false;
    try {
      Unit U = find(File);
      std::erase_if(U.Results,
                    [&](const Result &R) { return R.At.File != File; });
      D.Results = std::move(U.Results);
      if (!U.Interfaces.empty())
        D.Interfaces = std::move(U.Interfaces);
    } catch (const std::runtime_error &E) {
      D.Results.clear();
      Client.write({{"method", "window/showMessage"},
                    {"params", {{"type", 2}, {"message", E.what()}}}});
    }
    publish(File, D.diagnostics());
  }

  Unit find(const std::string &File) {
    Options O = Given;
    O.Files = {File};
    const rpcgen::Options Wanted{.Folder = "",
                                 .Wanted = settingsOf(configFor(O, File)),
                                 .Bodies = true,
                                 .Remarks = true,
                                 .Locks = O.Locks,
                                 .To = {},
                                 .OnEnd = {}};
    const auto Commands = readDatabase(O);
    if (isIdl(File))
      return checkIdl(*Commands, File, O.More, Wanted);
    Texts Unsaved;
    for (const auto &[Name, D] : Open)
      Unsaved[Name] = D.Text;
    return checkUnit(*Commands, File, O.More, Wanted, Unsaved);
  }

  const Options Given;
  Messages Client;
  std::map<std::string, Document> Open; ///< by absolute path
  bool HasNew = false, WasShutDown = false, Ended = false;
};

} // namespace

int serve(const Options &O) { return Server(O).run(); }

} // namespace rpc_check
