#include "base/vec.h"

#include "base/memory.h"

bool vec_grow(void **items, uint32_t *capacity, uint32_t count, size_t more, size_t item_size) {
	size_t wanted = *capacity ? *capacity : VEC_START;
	while (wanted - count < more)
		wanted *= 2;
	if (wanted > UINT32_MAX / 2 || wanted > SIZE_MAX / 2 / item_size)
		return false;
	void *moved = memory_resize(*items, wanted * item_size);
	if (!moved)
		return false;
	*items = moved;
	*capacity = (uint32_t)wanted;
	return true;
}
