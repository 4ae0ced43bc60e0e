# The headers of test/e2e, each with its services: what must hold for any interface is tested for all of them.
set(interfaces
  "allocation  allocation::service"
  "arrays      arrays::service"
  "awkward     app::rpc::service"
  "counts      counts::service"
  "everything  everything::service"
  "graph       graph::service"
  "list        list::service"
  "machine     machine::service"
  "modern      modern::service"
  "network     network::service"
  "orphans     orphanage::service"
  "outcomes    outcomes::service"
  "packed      packed::service"
  "pipes       pipes::service"
  "presented   presented::service"
  "reflected   reflected::service"
  "reuse       reuse::service"
  "shared      weather::reports::service weather::reports::archive::service"
  "unions      unions::service unions_ms::service"
  "windows     windows::service windows_ms::service")

# for_each_interface(COMMAND): calls COMMAND(NAME SERVICES...) for each.
macro(for_each_interface command)
  foreach(interface IN LISTS interfaces)
    separate_arguments(arguments UNIX_COMMAND "${interface}")
    cmake_language(CALL ${command} ${arguments})
  endforeach()
endmacro()
