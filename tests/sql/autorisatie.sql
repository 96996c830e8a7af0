-- docs/autorisatie.md, written from the tables of the policy. tests/sql/run compares, --docs writes.
SET search_path = pg_catalog;
WITH staten (staat, rang) AS (
    VALUES ('-', 0), ('concept', 1), ('open', 2), ('opgeschort', 3), ('afgesloten', 4), ('gearchiveerd', 5)),
stromen (stroom, rang, wat) AS (
    VALUES ('tafel', 1, 'the plenary stream of a tafel'),
        ('kamer', 2, 'the room of one sector in a ronde'),
        ('vooroverleg', 3, 'the caucus of one side, invisible to all others'),
        ('bilateraal', 4, 'two parties apart, invisible to all others'),
        ('voorzitterskamer', 5, 'voorzitter and secretaris among themselves'),
        ('buiten', 6, 'what is told outside; only derived from events of the tafel'),
        ('organisatie', 7, 'drafts and mandate of one organisation'),
        ('persoon', 8, 'notices to one person'),
        ('register', 9, 'names of sectors, organisations and people'),
        ('toegang', 10, 'whose rights changed, by number')),
cel AS (
    SELECT b.stroom, b.hoedanigheid, split_part(b.staat, '/', 1) AS staat,
        split_part(b.staat, '/', 2) AS fase,
        CASE WHEN b.lezen THEN 'R' ELSE '' END || CASE WHEN 'inhoud' = ANY (b.schrijven) THEN 'W' ELSE '' END
            || CASE WHEN 'procedure' = ANY (b.schrijven) AND 'inhoud' <> ALL (b.schrijven) THEN 'p' ELSE '' END
            || CASE WHEN 'verslag' = ANY (b.schrijven) AND 'inhoud' <> ALL (b.schrijven) THEN 'v' ELSE '' END
            || CASE WHEN 'nakoming' = ANY (b.schrijven) AND 'inhoud' <> ALL (b.schrijven) THEN 'n' ELSE '' END AS recht
    FROM rule.beleid b),
-- a room shows its three phases in one cell, unless they are the same
vak AS (
    SELECT stroom, hoedanigheid, staat, CASE
        WHEN stroom <> 'kamer' THEN max(recht)
        WHEN count(*) = 3 AND min(recht) = max(recht) THEN max(recht)
        ELSE coalesce(max(recht) FILTER (WHERE fase = 'gepland'), '–') || ' / '
            || coalesce(max(recht) FILTER (WHERE fase = 'open'), '–') || ' / '
            || coalesce(max(recht) FILTER (WHERE fase = 'dicht'), '–') END AS recht
    FROM cel GROUP BY stroom, hoedanigheid, staat),
rij (deel, rang, onder, tekst) AS (
    SELECT 1, 0, 0, $$# Who may do what

Written by `tests/sql/run --docs` from the tables that `rule/authorise.sql` reads
(`rule.beleid`, `rule.klasse`, `rule.naar_buiten`, `rule.handeling`). What has no row is forbidden.
Every door asks the same function, and so does each append; a stream that is closed to somebody
and a stream that does not exist get the same answer.

## Streams

R reads · W writes · p only acts of procedure (joining, leaving, seating, rounds, moderation), where
a command allows it · v also minutes and action points · n only what came of commitments and action
points, which are followed long after a tafel has closed. While the meeting of a tafel is suspended
(geschorst) its plenary is read as before, but nobody places or decides anything there; acts of
procedure go on, and so do the rooms. A right lasts as long as the capacity does;
a seat reads from `leest_vanaf` to `leest_tot`, a seat of an organisation only while the person may
speak for it, and one of a suspended organisation reads and is silent.

Capacities: **voorzitter, secretaris, toehoorder, analist** hold a seat with that role (analist also
for the platform, but then not where the tafel is vertrouwelijk) · **vertegenwoordiger** has a seat
for an organisation that joined (plaatsvervanger, ondertekenaar, penvoerder and rapporteur are such)
· **sectorgenoot** is one whose organisation sits here for that sector · **zijdegenoot** one of that
side · **gesprekspartner** one of the two parties · **partij** may speak for an organisation that was
invited, seated or not · **lid** may speak for that organisation · **eigen** is the person ·
**ieder** is every session, where the tafel is openbaar · **beheerder** has that role for the platform.$$
    UNION ALL
    SELECT 2, s.rang, 0, format(E'\n### %s: %s\n', s.stroom, s.wat)
        || CASE WHEN s.stroom = 'kamer' THEN E'\nWhere it matters: while the ronde is gepland / open / closed.\n' ELSE '' END
        || (SELECT E'\n| |' || string_agg(' ' || CASE staat WHEN '-' THEN 'always' ELSE staat END || ' |', '' ORDER BY t.rang)
                || E'\n|---|' || string_agg('---|', '')
            FROM staten t WHERE (t.staat = '-') = (s.rang > 6))
    FROM stromen s
    UNION ALL
    SELECT 2, s.rang, row_number() OVER (PARTITION BY s.stroom ORDER BY max(length(v.recht)) DESC, v.hoedanigheid COLLATE "C"),
        '| ' || v.hoedanigheid || ' |' || (
            SELECT string_agg(' ' || coalesce((SELECT nullif(x.recht, '') FROM vak x
                WHERE x.stroom = v.stroom AND x.hoedanigheid = v.hoedanigheid AND x.staat = t.staat), '–') || ' |', '' ORDER BY t.rang)
            FROM staten t WHERE (t.staat = '-') = (s.rang > 6))
    FROM vak v JOIN stromen s USING (stroom) GROUP BY s.stroom, s.rang, v.stroom, v.hoedanigheid
    UNION ALL
    SELECT 3, 0, 0, E'\n## Kinds of event that are more than content\n\n| noun or kind | class |\n|---|---|'
    UNION ALL
    SELECT 3, 1, row_number() OVER (ORDER BY klasse COLLATE "C", zaak COLLATE "C"), '| ' || zaak || ' | ' || klasse || ' |' FROM rule.klasse
    UNION ALL
    SELECT 4, 0, 0, E'\n## What is told outside\n\nOf these events, these fields; never a person; the organisation that acts not under chatham.\n\n| event | fields |\n|---|---|'
    UNION ALL
    SELECT 4, 1, row_number() OVER (ORDER BY soort COLLATE "C"), '| ' || soort || ' | ' || array_to_string(velden, ', ') || ' |' FROM rule.naar_buiten
    UNION ALL
    SELECT 5, 0, 0, E'\n## Commands, signals and queries\n\nlezer: who reads the tafel or its outward stream · ieder: every session.\n\n| | kind | who | in which state of the tafel |\n|---|---|---|---|'
    UNION ALL
    SELECT 5, 1, row_number() OVER (ORDER BY h.soort COLLATE "C", h.doe COLLATE "C"), '| ' || h.doe || ' | ' || h.soort || ' | '
        || array_to_string(h.rollen, ', ') || ' | ' || CASE WHEN h.staten = '{}' THEN 'any' ELSE array_to_string(h.staten, ', ') END || ' |'
    FROM rule.handeling h)
SELECT tekst FROM rij ORDER BY deel, rang, onder;
