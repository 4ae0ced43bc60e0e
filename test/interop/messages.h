#ifndef TEST_INTEROP_MESSAGES_H
#define TEST_INTEROP_MESSAGES_H

#include <rpc/rpc.h>

#include <fstream>
#include <string>

/// Writes stub data of one call, as FOLDER/<pipe>.<function>.<in|out>.<ndr20|ndr64>: Samba's names.
template <class Frame>
void write_messages(const std::string& folder, const std::string& pipe, const std::string& function,
                    const Frame& frame) {
  using rpc::ndr::syntax;
  const auto write = [&](const char* suffix, const rpc::buffer& stub) {
    std::ofstream file(folder + '/' + pipe + '.' + function + suffix, std::ios::binary);
    file.write(reinterpret_cast<const char*>(stub.data()),
               static_cast<std::streamsize>(stub.size()));
  };
  rpc::buffer stub;
  rpc::ndr::marshal_request(syntax::ndr20, frame, stub);
  write(".in.ndr20", stub);
  rpc::ndr::marshal_request(syntax::ndr64, frame, stub);
  write(".in.ndr64", stub);
  rpc::ndr::marshal_response(syntax::ndr20, frame, stub);
  write(".out.ndr20", stub);
  rpc::ndr::marshal_response(syntax::ndr64, frame, stub);
  write(".out.ndr64", stub);
}

#endif
