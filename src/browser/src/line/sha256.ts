// SHA-256 (FIPS 180-4), synchronous.
//
// WebCrypto only answers asynchronously and not at all outside a secure context; the chain of a
// stream has to be checked in order, before an event is shown. An event is a few hundred bytes,
// so one pass costs microseconds.

const K = new Uint32Array(64);
const START = new Uint32Array(8);

// The constants are the first 32 bits of the fractional parts of roots of the first primes.
function fillConstants(): void {
    const isPrime = (n: number) => {
        for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
        return true;
    };
    const fraction = (x: number) => ((x - Math.floor(x)) * 0x100000000) >>> 0;
    for (let n = 2, i = 0; i < 64; n++) {
        if (!isPrime(n)) continue;
        if (i < 8) START[i] = fraction(Math.sqrt(n));
        K[i++] = fraction(Math.cbrt(n));
    }
}
fillConstants();

const rotr = (x: number, n: number) => (x >>> n) | (x << (32 - n));

function compress(h: Uint32Array, w: Uint32Array, block: DataView, at: number): void {
    for (let i = 0; i < 16; i++) w[i] = block.getUint32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
        const x = w[i - 15]!,
            y = w[i - 2]!;
        const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3);
        const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10);
        w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    let a = h[0]!,
        b = h[1]!,
        c = h[2]!,
        d = h[3]!,
        e = h[4]!,
        f = h[5]!,
        g = h[6]!,
        k = h[7]!;
    for (let i = 0; i < 64; i++) {
        const s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
        const t1 = (k + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
        const s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
        const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        k = g;
        g = f;
        f = e;
        e = (d + t1) | 0;
        d = c;
        c = b;
        b = a;
        a = (t1 + t2) | 0;
    }
    h[0]! += a;
    h[1]! += b;
    h[2]! += c;
    h[3]! += d;
    h[4]! += e;
    h[5]! += f;
    h[6]! += g;
    h[7]! += k;
}

/** The hash of all parts put one after the other. */
export function sha256(...parts: Uint8Array[]): Uint8Array {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const padded = new Uint8Array((((length + 8) >> 6) + 1) << 6);
    let at = 0;
    for (const part of parts) {
        padded.set(part, at);
        at += part.length;
    }
    padded[length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(padded.length - 4, length << 3);

    const h = START.slice();
    const w = new Uint32Array(64);
    for (let block = 0; block < padded.length; block += 64) compress(h, w, view, block);
    const out = new Uint8Array(32);
    const outView = new DataView(out.buffer);
    h.forEach((word, i) => outView.setUint32(4 * i, word));
    return out;
}

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

export function toHex(bytes: Uint8Array): string {
    let hex = '';
    for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
    return hex;
}

/** The bytes of a hexadecimal string; an empty array when it is not one. */
export function fromHex(hex: string): Uint8Array {
    if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return new Uint8Array(0);
    const bytes = new Uint8Array(hex.length / 2);
    for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    return bytes;
}
