#ifdef USE_ONE
template class one::basic_client<rpc::binding>;
static_assert(rpc::dispatch_table<one::service>.size() == 1);
#endif
#ifdef USE_THREE
template class three::basic_client<rpc::binding>;
static_assert(rpc::dispatch_table<three::service>.size() == 1);
#endif
