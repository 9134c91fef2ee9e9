// What was worked out once, kept for whoever asks again: with a bound on memory, for any number of threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace handbill {

/// Values by keys of bytes that say everything a value depends on: whether a value is found here may change how long
/// something takes, never what comes out. Values are shared, so that one in use outlives its place here. When the newer
/// half of the room is full, the older half is forgotten; what is asked for in time moves to the newer one.
template <typename Value>
class SharedCache {
 public:
  using Pointer = std::shared_ptr<const Value>;

  /// `bytes`: what all of it may take, as keep() is told.
  explicit SharedCache(std::size_t bytes) : half_of_shard_(bytes / shards / 2) {}

  /// Null when it is not here.
  Pointer find(std::string_view key) {
    const std::uint64_t hash = hash_of(key);
    Shard& shard = shard_of(hash);
    const std::lock_guard lock(shard.mutex);
    if (const auto newer = shard.newer.find(hash); newer != shard.newer.end())
      return newer->second.key == key ? newer->second.value : nullptr;
    const auto older = shard.older.find(hash);
    if (older == shard.older.end() || older->second.key != key) return nullptr;
    Pointer value = older->second.value;
    add(shard, hash, std::move(older->second));
    shard.older.erase(hash);
    return value;
  }

  /// Keeps a value of about `bytes` bytes, its key not counted.
  void keep(std::string_view key, Pointer value, std::size_t bytes) {
    const std::uint64_t hash = hash_of(key);
    Entry entry{std::string(key), std::move(value), sizeof(Entry) + key.size() + bytes};
    Shard& shard = shard_of(hash);
    const std::lock_guard lock(shard.mutex);
    add(shard, hash, std::move(entry));
  }

 private:
  static constexpr std::size_t shards = 16;

  struct Entry {
    std::string key;
    Pointer value;
    std::size_t bytes = 0;
  };
  using Entries = std::unordered_map<std::uint64_t, Entry>;

  struct Shard {
    std::mutex mutex;
    Entries newer;
    Entries older;
    std::size_t newer_bytes = 0;
  };

  static std::uint64_t hash_of(std::string_view key) { return std::hash<std::string_view>()(key); }

  Shard& shard_of(std::uint64_t hash) { return shards_[hash >> 60]; }

  void add(Shard& shard, std::uint64_t hash, Entry entry) {
    if (entry.bytes > half_of_shard_) return;
    if (shard.newer_bytes + entry.bytes > half_of_shard_) {
      shard.older = std::exchange(shard.newer, {});
      shard.newer_bytes = 0;
    }
    const std::size_t bytes = entry.bytes;
    if (shard.newer.insert_or_assign(hash, std::move(entry)).second) shard.newer_bytes += bytes;
  }

  std::size_t half_of_shard_;
  std::array<Shard, shards> shards_;
};

}  // namespace handbill
