// How much there is to read.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "document/document.h"

namespace handbill::epub {

/// Characters that fill a phone's screen at a common type size.
inline constexpr std::size_t screenful = 1000;

/// Calls `visit` on each block and the blocks inside it, in reading order.
void for_each_block_in(std::span<const Block> blocks, const std::function<void(const Block&)>& visit);

/// In characters; an image counts as half a screen.
std::size_t size_of(std::span<const Block> blocks);

}  // namespace handbill::epub
