// Rows by number: immutable arrays in order of id.
//
// Ids are decimal digits as text, because a browser's numbers end at 2^53; they are compared
// by length first.

export interface Row {
    id: string;
}

export function compareIds(a: string, b: string): number {
    return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Where the id is, or would be put. */
export function findIndex(rows: readonly Row[], id: string): number {
    let low = 0,
        high = rows.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (compareIds(rows[middle]!.id, id) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

export function find<T extends Row>(
    rows: readonly T[],
    id: string | null | undefined,
): T | undefined {
    if (id === null || id === undefined) return undefined;
    const row = rows[findIndex(rows, id)];
    return row?.id === id ? row : undefined;
}

export function upsert<T extends Row>(rows: readonly T[], row: T): readonly T[] {
    const at = findIndex(rows, row.id);
    const next = rows.slice();
    next.splice(at, rows[at]?.id === row.id ? 1 : 0, row);
    return next;
}

/** The rows that come after the one with this id; all of them when there is none. */
export function after<T extends Row>(
    rows: readonly T[],
    id: string | null | undefined,
): readonly T[] {
    if (!id) return rows;
    const at = findIndex(rows, id);
    return rows.slice(rows[at]?.id === id ? at + 1 : at);
}

export const upsertAll = <T extends Row>(rows: readonly T[], more: readonly T[]): readonly T[] =>
    more.reduce(upsert, rows);
