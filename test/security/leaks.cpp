// What gss-ntlmssp 1.2 loses, once in a process.
extern "C" const char* __lsan_default_suppressions() { return "leak:gssntlmssp.so\n"; }
