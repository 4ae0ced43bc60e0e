// Client and server in one process: what becomes of the data of each call on the server, under
// both transfer syntaxes.
#include <iostream>
#include <string>

#include "my_samples.h"

namespace {

void make_calls(const samples::client& server) {
  samples::rpc_structure in{1, 2}, out;
  server.process_rpc_structure(&in, &out);
  std::cout << "-> " << out.val << ' ' << out.val2 << '\n';

  std::int32_t length = 2, values[4] = {7, 8};
  server.rpc_function(4, &length, values);
  std::cout << "-> " << values[0] << ' ' << values[1] << ' ' << values[2] << ' ' << values[3]
            << '\n';

  char text[8] = "text";
  server.sized_string(sizeof text, text);
  server.normal_string(text);
  std::cout << "-> " << text << '\n';

  samples::complex_packed_structure packed{'a', 1, 'b'};
  server.process_packed(&packed);

  std::int32_t number = 5;
  samples::ptr_struct pointer{1, &number};
  server.process_pointer(&pointer);

  char data[6];
  server.variable_size_data(sizeof data, data);
  std::cout << "-> " << std::string(data, 3) << '\n';

  // The server's changes come back into the caller's nodes; its new node is new memory.
  char tail[] = "tail", head[] = "head";
  samples::linked_list last{4, tail, nullptr}, first{4, head, &last}, result;
  samples::linked_list* list = &first;
  server.process_list(&first, &list, &result);
  std::cout << "-> " << head << ' ' << tail << ' ' << std::string(result.data, 2) << '\n';
  rpc::free(result.data);
  rpc::free(result.next);

  samples::forced_list three{3, nullptr}, two{2, &three}, one{1, &two};
  server.shorten(&one, 2);
  std::cout << "-> " << (two.next ? "still there" : "cut") << '\n';

  samples::tree left{1, nullptr, nullptr}, right{3, nullptr, nullptr}, root{2, &left, &right};
  const std::int32_t total = server.sum(&root);
  std::cout << "-> " << total << '\n';
}

}  // namespace

int main() {
  my_samples implementation;
  rpc::server_options options;
  options.record_memory = true;
  rpc::server server(options);
  server.add<samples::service>(implementation);

  for (const bool ndr64 : {false, true}) {
    std::cout << (ndr64 ? "NDR64\n" : "NDR20\n");
    rpc::connection peer(server, {.ndr64 = ndr64});
    make_calls(samples::client(peer));
  }
}
