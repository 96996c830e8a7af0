// The server's time. Terms end by the server's clock; a computer whose clock is wrong must not
// show them as open or past.

let offset = 0;

export function setServerTime(nu: string): void {
    const at = Date.parse(nu);
    if (Number.isFinite(at)) offset = at - Date.now();
}

/** A moment of this computer's clock, on the server's. */
export const onServer = (at: number): number => at + offset;

export const serverNow = (): number => onServer(Date.now());
