// A translation unit of the usual size that uses no attribute of rpc.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <regex>
#include <string>
#include <unordered_map>
#include <vector>

[[nodiscard]] std::map<std::string, std::vector<int>> group(const std::vector<std::string> &words) {
  std::map<std::string, std::vector<int>> result;
  for (const std::string &word : words)
    if (std::regex_match(word, std::regex("[a-z]+")))
      result[word].push_back(static_cast<int>(word.size()));
  return result;
}

int main() {
  for (auto &[word, lengths] : group({"one", "two", "3"}))
    std::cout << word << ' ' << std::accumulate(lengths.begin(), lengths.end(), 0) << '\n';
}
