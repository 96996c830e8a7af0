/*
 * files: loads the tree once, in its three codings, and finds. A name is compared as it came in the
 * request: the door let no escape of a dot or a slash through, and nothing is opened by name.
 */
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 8, PATH_MAX_BYTES = 1024, ETAG_BYTES = 32 };

enum coding { AS_IT_IS, GZIP, BROTLI, CODINGS };

static const struct {
    const char *suffix;
    const char *name;
} codings[CODINGS] = {[AS_IT_IS] = {"", NULL}, [GZIP] = {".gz", "gzip"}, [BROTLI] = {".br", "br"}};

struct variant {
    char *bytes;
    size_t len;
    char etag[ETAG_BYTES];
};

struct file {
    struct map_node node;
    char *path;
    const char *content_type;
    bool is_immutable;
    struct variant variants[CODINGS]; /* bytes NULL: there is none */
};

static const struct {
    const char *suffix;
    const char *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
};

static char why[512];

static bool ends_with(const char *text, const char *suffix) {
    size_t len = strlen(text), n = strlen(suffix);
    return len >= n && strcmp(text + len - n, suffix) == 0;
}

static const char *type_of(const char *path) {
    for (size_t i = 0; i < COUNT_OF(types); i++)
        if (ends_with(path, types[i].suffix))
            return types[i].type;
    return "application/octet-stream";
}

/* "-" and at least eight letters or digits before the extension: the name changes with the bytes.
 */
static bool has_hash(const char *path) {
    const char *name = strrchr(path, '/');
    const char *dot = strchr(name ? name : path, '.');
    size_t n = 0;
    while (dot && dot - n > path &&
           strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", dot[-1 - n]))
        n++;
    return dot && n >= 8 && dot - n > path && dot[-1 - n] == '-';
}

/* FNV-1a: tells versions of our own files apart; nobody attacks an ETag of public bytes. */
static void make_etag(struct variant *variant, const char *coding) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < variant->len; i++)
        hash = (hash ^ (unsigned char)variant->bytes[i]) * 0x100000001B3u;
    snprintf(variant->etag, sizeof variant->etag, "\"%016llx%s%s\"", (unsigned long long)hash,
             coding ? "-" : "", coding ? coding : "");
}

/* ---- loading ---------------------------------------------------------------------------- */

static struct file *file_get(struct files *files, const char *path, size_t len) {
    struct map_node *node = map_find(&files->map, path, len);
    if (node)
        return CONTAINER_OF(node, struct file, node);
    struct file *file = mem_alloc(sizeof *file);
    file->path = mem_memdup(path, len);
    file->content_type = type_of(file->path);
    file->is_immutable = has_hash(file->path);
    map_add(&files->map, &file->node, file->path, len);
    return file;
}

static bool read_whole(const char *name, struct variant *out, size_t len) {
    FILE *in = fopen(name, "rbe");
    if (!in)
        return false;
    out->bytes = mem_alloc(len + 1);
    out->len = fread(out->bytes, 1, len, in);
    bool good = out->len == len && !ferror(in);
    fclose(in);
    return good;
}

static const char *load_file(struct files *files, const char *name, const char *path, size_t len) {
    enum coding coding = ends_with(path, ".br") ? BROTLI : ends_with(path, ".gz") ? GZIP : AS_IT_IS;
    size_t path_len = strlen(path) - strlen(codings[coding].suffix);
    files->bytes += len;
    if (files->bytes > files->ceiling) {
        snprintf(why, sizeof why, "The web directory holds more than %zu bytes; raise the limit.",
                 files->ceiling);
        return why;
    }
    struct variant *variant = &file_get(files, path, path_len)->variants[coding];
    if (!read_whole(name, variant, len)) {
        snprintf(why, sizeof why, "%.400s cannot be read: %s.", name, strerror(errno));
        return why;
    }
    make_etag(variant, codings[coding].name);
    return NULL;
}

static const char *load_dir(struct files *files, const char *dir, const char *path, int depth) {
    DIR *list = depth < DEPTH_MAX ? opendir(dir) : NULL;
    if (!list) {
        snprintf(why, sizeof why, "The web directory %s cannot be read: %s.", dir,
                 depth < DEPTH_MAX ? strerror(errno) : "too many levels");
        return why;
    }
    const char *wrong = NULL;
    for (struct dirent *entry = readdir(list); entry && !wrong; entry = readdir(list)) {
        char name[PATH_MAX_BYTES], below[PATH_MAX_BYTES];
        struct stat info;
        if (entry->d_name[0] == '.')
            continue;
        int n = snprintf(name, sizeof name, "%s/%s", dir, entry->d_name);
        int m = snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        if (n >= (int)sizeof name || m >= (int)sizeof below || stat(name, &info) != 0)
            continue;
        if (S_ISDIR(info.st_mode))
            wrong = load_dir(files, name, below, depth + 1);
        else if (S_ISREG(info.st_mode))
            wrong = load_file(files, name, below, (size_t)info.st_size);
    }
    closedir(list);
    return wrong;
}

const char *files_load(struct files *files, const char *dir, size_t ceiling) {
    *files = (struct files){.ceiling = ceiling};
    map_init(&files->map);
    const char *wrong = dir ? load_dir(files, dir, "", 0) : NULL;
    if (!wrong && dir && !map_find(&files->map, "/index.html", strlen("/index.html"))) {
        snprintf(why, sizeof why, "The web directory %s has no index.html; build the target web.",
                 dir);
        wrong = why;
    }
    return wrong;
}

void files_fini(struct files *files) {
    for (struct map_node *node = map_next(&files->map, NULL), *next; node; node = next) {
        next = map_next(&files->map, node);
        struct file *file = CONTAINER_OF(node, struct file, node);
        map_remove(&files->map, node);
        for (size_t i = 0; i < CODINGS; i++)
            free(file->variants[i].bytes);
        free(file->path);
        free(file);
    }
    map_fini(&files->map);
}

/* ---- finding ---------------------------------------------------------------------------- */

/* Is word an element of a comma-separated header that is not switched off by q=0? */
static bool list_allows(const char *list, const char *word) {
    for (const char *at = list; *at;) {
        at += strspn(at, " \t,");
        size_t len = strcspn(at, ","), name = strcspn(at, ",; \t");
        if (name == strlen(word) && strncasecmp(at, word, name) == 0) {
            const char *q = memmem(at, len, "q=0", 3);
            return !q || strspn(q + 3, ".0") < strspn(q + 3, ".0123456789");
        }
        at += len;
    }
    return false;
}

static bool etag_matches(const char *list, const char *etag) {
    if (strcmp(list, "*") == 0)
        return true;
    const char *at = strstr(list, etag); /* etags are quoted, so a part of another cannot match */
    return at != NULL;
}

static const struct file *file_find(const struct files *files, const char *path) {
    struct map_node *node = map_find(&files->map, path, strlen(path));
    struct file *file = node ? CONTAINER_OF(node, struct file, node) : NULL;
    return file && file->variants[AS_IT_IS].bytes ? file : NULL;
}

static bool is_navigation(const struct files_ask *ask) {
    const char *last = strrchr(ask->path, '/');
    return list_allows(ask->accept, "text/html") && last && !strchr(last, '.');
}

bool files_find(const struct files *files, const struct files_ask *ask, struct files_found *out) {
    const struct file *file = file_find(files, ask->path);
    if (!file && (strcmp(ask->path, "/") == 0 || is_navigation(ask)))
        file = file_find(files, "/index.html");
    if (!file)
        return false;
    enum coding coding = AS_IT_IS;
    if (file->variants[BROTLI].bytes && list_allows(ask->accept_encoding, "br"))
        coding = BROTLI;
    else if (file->variants[GZIP].bytes && list_allows(ask->accept_encoding, "gzip"))
        coding = GZIP;
    const struct variant *variant = &file->variants[coding];
    *out = (struct files_found){
        .content_type = file->content_type,
        .encoding = codings[coding].name,
        .etag = variant->etag,
        .bytes = variant->bytes,
        .len = variant->len,
        .is_immutable = file->is_immutable,
        .is_unchanged = etag_matches(ask->if_none_match, variant->etag),
    };
    return true;
}
