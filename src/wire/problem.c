// The sentences of everything that can be wrong with a field, and the path that leads to it.
#include "problem.h"

#include <string.h>

// A name that came from outside is shown cut off at this many bytes.
enum { SHOWN_NAME_MAX = 48, SHOWN_PATH_MAX = 512 };

struct sentence {
    const char *code;
    const char *nl, *nl_end; // the value stands between them
    const char *en, *en_end;
};

static const struct sentence sentences[] = {
    [WRONG_MISSING] = {"ontbreekt", "Dit veld is verplicht", ". Vul het in.",
                       "This field is required", ". Fill it in."},
    [WRONG_UNKNOWN] = {"onbekend", "Dit veld hoort hier niet", ". Laat het weg.",
                       "This field does not belong here", ". Leave it out."},
    [WRONG_TWICE] = {"dubbel", "Dit veld staat er twee keer", ". Laat er een weg.",
                     "This field is there twice", ". Leave one out."},
    [WRONG_TYPE] = {"soort", "Vul hier ", " in.", "Fill in ", " here."},
    [WRONG_SHORT] = {"te_kort", "Gebruik minstens ", " tekens.", "Use at least ", " characters."},
    [WRONG_LONG] = {"te_lang", "Gebruik hoogstens ", " tekens.", "Use at most ", " characters."},
    [WRONG_BYTES] = {"te_lang", "Maak de tekst korter: hoogstens ", " bytes in UTF-8.",
                     "Shorten the text: at most ", " bytes in UTF-8."},
    [WRONG_CHOICE] = {"keuze", "Kies een van: ", ".", "Choose one of: ", "."},
    [WRONG_LOW] = {"te_klein", "Vul een getal in van minstens ", ".", "Use a number of at least ",
                   "."},
    [WRONG_HIGH] = {"te_groot", "Vul een getal in van hoogstens ", ".", "Use a number of at most ",
                    "."},
    [WRONG_FEW] = {"te_weinig", "Geef er minstens ", ".", "Give at least ", "."},
    [WRONG_MANY] = {"te_veel", "Geef er hoogstens ", ".", "Give at most ", "."},
    [WRONG_CONTROL] = {"stuurteken", "Haal stuurtekens uit de tekst", "; regeleinde en tab mogen.",
                       "Remove control characters from the text", "; newline and tab are allowed."},
    [WRONG_LINES] = {"regels", "Zet de tekst op een regel", ", zonder regeleinde of tab.",
                     "Put the text on one line", ", without newline or tab."},
    [WRONG_ID] = {"vorm", "Vul een nummer in", ", alleen cijfers.", "Fill in a number",
                  ", digits only."},
    [WRONG_DATE] = {"vorm", "Schrijf de datum als 2026-02-03", ".", "Write the date as 2026-02-03",
                    "."},
    [WRONG_TIME] = {"vorm", "Schrijf de tijd in UTC, als 2026-02-03T13:00:00Z", ".",
                    "Write the time in UTC, as 2026-02-03T13:00:00Z", "."},
    [WRONG_ENCODING] = {"codering", "Dit is geen geldige tekst", ". Verstuur het als UTF-8.",
                        "This is no valid text", ". Send it as UTF-8."},
};

// Cuts only between characters.
static size_t shown_length(const char *name) {
    size_t len = strlen(name);
    if (len <= SHOWN_NAME_MAX)
        return len;
    len = SHOWN_NAME_MAX;
    while (len > 0 && ((unsigned char)name[len] & 0xc0) == 0x80)
        len--;
    return len;
}

static void write_place(struct bytes *out, const struct wire_place *place) {
    if (place->up != NULL)
        write_place(out, place->up);
    if (place->name == NULL) {
        bytes_add_format(out, "[%zu]", place->index);
        return;
    }
    if (out->len > 0)
        bytes_add_char(out, '.');
    bytes_add(out, place->name, shown_length(place->name));
}

void problems_add(struct wire_problems *problems, const struct wire_place *place,
                  enum wire_wrong wrong, const char *value_nl, const char *value_en) {
    if (problems->count == WIRE_PROBLEMS_MAX)
        return;
    if (problems->list == NULL)
        problems->list = arena_alloc(problems->arena, WIRE_PROBLEMS_MAX * sizeof(*problems->list));
    const struct sentence *sentence = &sentences[wrong];
    struct bytes path;
    bytes_init(&path, SHOWN_PATH_MAX);
    write_place(&path, place);
    problems->list[problems->count++] = (struct wire_problem){
        .path = arena_memdup(problems->arena, path.len > 0 ? path.data : "", path.len),
        .code = sentence->code,
        .nl = arena_printf(problems->arena, "%s%s%s", sentence->nl, value_nl, sentence->nl_end),
        .en = arena_printf(problems->arena, "%s%s%s", sentence->en, value_en, sentence->en_end),
    };
    bytes_fini(&path);
}

void problems_add_number(struct wire_problems *problems, const struct wire_place *place,
                         enum wire_wrong wrong, int64_t value) {
    const char *text = arena_printf(problems->arena, "%lld", (long long)value);
    problems_add(problems, place, wrong, text, text);
}
