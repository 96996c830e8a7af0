/* frames: see frames.h. */
#include "frames.h"

#include <string.h>

const char *frames_text(const char *bytes, size_t len) {
    static char text[256 * 1024];
    size_t at = 0, out = 0;
    while (at < len) {
        const unsigned char *head = (const unsigned char *)bytes + at;
        size_t header = 2, payload = len - at < 2 ? 0 : head[1];
        if (len - at < 2 || head[0] != 0x81 || payload > 126) {
            return NULL;
        }
        if (payload == 126) {
            header = 4;
            payload = (size_t)head[2] << 8 | head[3];
        }
        if (len - at < header + payload || out + payload + 2 > sizeof text) {
            return NULL;
        }
        memcpy(text + out, bytes + at + header, payload);
        out += payload;
        text[out++] = ' ';
        at += header + payload;
    }
    text[out] = '\0';
    return text;
}
