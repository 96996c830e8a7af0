-- The schema as one sorted text: what tests/sql/run holds against sql/schema.lock.sql, so that no
-- table, constraint, index, trigger, signature or privilege changes unseen. Function bodies are not
-- in it. Everything comes from the catalogs, and what one version of PostgreSQL prints and another
-- does not (the privilege MAINTAIN) is left out, so 15 and 17 give the same bytes.
SET search_path = pg_catalog;
WITH onze AS (
    SELECT oid, nspname, nspacl, nspowner FROM pg_namespace WHERE nspname IN ('spr', 'rule', 'api')),
relatie AS (
    SELECT c.*, n.nspname::text || '.' || c.relname AS naam FROM pg_class c JOIN onze n ON n.oid = c.relnamespace),
functie AS (
    SELECT p.*, n.nspname::text || '.' || p.proname::text || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS naam
    FROM pg_proc p JOIN onze n ON n.oid = p.pronamespace),
soort AS (
    SELECT t.*, n.nspname::text || '.' || t.typname AS naam FROM pg_type t JOIN onze n ON n.oid = t.typnamespace
    LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE t.typtype IN ('d', 'e') OR (t.typtype = 'c' AND c.relkind = 'c')),
regel (deel, naam, tekst) AS (
    SELECT 1, nspname::text, 'schema' FROM onze
    UNION ALL
    SELECT 2, s.naam, 'domain ' || format_type(s.typbasetype, s.typtypmod)
        || CASE WHEN s.typnotnull THEN ' not null' ELSE '' END
        || coalesce(' collate ' || (SELECT collname FROM pg_collation l
                                    WHERE l.oid = s.typcollation AND l.collname <> 'default'), '')
    FROM soort s WHERE s.typtype = 'd'
    UNION ALL
    SELECT 2, s.naam, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
    FROM soort s JOIN pg_constraint k ON k.contypid = s.oid
    UNION ALL
    SELECT 2, s.naam, 'type (' || string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', '
        ORDER BY a.attnum) || ')'
    FROM soort s JOIN pg_attribute a ON a.attrelid = s.typrelid AND NOT a.attisdropped
    WHERE s.typtype = 'c' GROUP BY s.naam
    UNION ALL
    SELECT 3, r.naam, 'table' || coalesce(' ' || array_to_string(r.reloptions, ' '), '')
    FROM relatie r WHERE r.relkind IN ('r', 'p')
    UNION ALL
    SELECT 3, r.naam, 'column ' || lpad(a.attnum::text, 2, '0') || ' ' || a.attname || ' '
        || format_type(a.atttypid, a.atttypmod)
        || coalesce(' collate ' || (SELECT l.collname FROM pg_collation l JOIN pg_type t ON t.oid = a.atttypid
                                    WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation), '')
        || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
        || CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity' ELSE '' END
        || coalesce(CASE a.attgenerated WHEN 's' THEN ' generated ' ELSE ' default ' END
            || pg_get_expr(d.adbin, d.adrelid), '')
    FROM relatie r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
    WHERE r.relkind IN ('r', 'p')
    UNION ALL
    SELECT 3, r.naam, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
    FROM relatie r JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')
    UNION ALL
    SELECT 3, r.naam, 'index ' || pg_get_indexdef(i.indexrelid)
    FROM relatie r JOIN pg_index i ON i.indrelid = r.oid
    WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL
    SELECT 3, r.naam, 'trigger ' || pg_get_triggerdef(t.oid)
    FROM relatie r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 4, f.naam, 'returns ' || pg_get_function_result(f.oid)
        || CASE f.provolatile WHEN 'i' THEN ' immutable' WHEN 's' THEN ' stable' ELSE ' volatile' END
        || CASE WHEN f.prosecdef THEN ' security definer' ELSE '' END
        || coalesce(' set ' || (SELECT string_agg(x, '; ' ORDER BY x) FROM unnest(f.proconfig) x), '')
    FROM functie f
    UNION ALL
    SELECT 5, o.naam, 'grant ' || a.privilege_type || ' to ' || coalesce(g.rolname, 'PUBLIC')
    FROM (SELECT 'schema ' || nspname::text AS naam, nspacl AS acl, nspowner AS eigenaar FROM onze
          UNION ALL SELECT 'table ' || r.naam, r.relacl, r.relowner FROM relatie r WHERE r.relkind IN ('r', 'p')
          UNION ALL SELECT 'column ' || r.naam || '.' || c.attname::text, c.attacl, r.relowner
          FROM relatie r JOIN pg_attribute c ON c.attrelid = r.oid WHERE c.attacl IS NOT NULL
          UNION ALL SELECT 'function ' || f.naam, coalesce(f.proacl, acldefault('f', f.proowner)), f.proowner FROM functie f
          UNION ALL SELECT 'type ' || s.naam, coalesce(s.typacl, acldefault('T', s.typowner)), s.typowner FROM soort s
         ) o, aclexplode(o.acl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
    WHERE a.grantee <> o.eigenaar
    UNION ALL
    -- Of the owner's own privileges only what was taken away says something.
    SELECT 5, 'table ' || r.naam, 'owner may ' || coalesce((
        SELECT string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type)
        FROM aclexplode(r.relacl) a WHERE a.grantee = r.relowner AND a.privilege_type <> 'MAINTAIN'), 'nothing')
    FROM relatie r WHERE r.relkind IN ('r', 'p') AND NOT EXISTS (
        SELECT FROM aclexplode(coalesce(r.relacl, acldefault('r', r.relowner))) a
        WHERE a.grantee = r.relowner AND a.privilege_type = 'DELETE'))
SELECT '-- The schema, as tests/sql/run --lock wrote it. Compared, never run.'
UNION ALL
SELECT * FROM (SELECT naam || ': ' || tekst FROM regel
               ORDER BY deel, naam COLLATE "C", tekst COLLATE "C") r;
