int helper(int this, int class) { return this * class; }
