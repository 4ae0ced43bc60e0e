namespace [[rpc::interfac("6a1d2c3b-0f3c-4d55-9d0c-6a8e3b1f7a03", 1, 0)]] misspelt {
void f(int n);
}
