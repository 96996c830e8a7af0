/* download: the bytes of a file, stretch by stretch; http.c starts it, request.c lets go of it. */
#ifndef SPR_SESSION_DOWNLOAD_H
#define SPR_SESSION_DOWNLOAD_H

#include "request.h"

/* What one Range header (RFC 9110 §14.2) asks of so many bytes. NONE: send all of it. */
enum download_range { DOWNLOAD_RANGE_NONE, DOWNLOAD_RANGE_PART, DOWNLOAD_RANGE_WRONG };
enum download_range download_range_read(const char *text, uint64_t total, uint64_t *first,
                                        uint64_t *end);
/* Pairs of hex digits → bytes, in place; the number of bytes, or 0 when it is no hex. */
size_t download_unhex(char *text, size_t len);

void download_start(struct session_request *r, const struct wire_request *request,
                    const struct session_http *http);
/* The client went away while bytes were still to come. */
void download_cancel(struct session_request *r);
void download_free(struct download *download);

#endif
