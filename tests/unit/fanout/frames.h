/* frames: reads WebSocket text frames back out of a run of bytes, for the tests of this room. */
#ifndef SPR_TESTS_FRAMES_H
#define SPR_TESTS_FRAMES_H

#include <stddef.h>

/* The payloads of all frames in order, each followed by a space. NULL: a frame is not whole. */
const char *frames_text(const char *bytes, size_t len);

#endif
