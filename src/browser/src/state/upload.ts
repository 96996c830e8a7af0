// Sending a file: in pieces, each an ordinary request, so that a bad line costs one piece.
//
// Invariant: a piece is sent again until the server has it; what the server refuses ends the
// upload and is erased there.

import type { Voortgang } from '../gen/protocol';
import { Lost, Refusal, http } from '../line/http';
import { newKey } from '../line/queue';

export const KINDS = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.md,.csv,.png,.jpg,.jpeg';
const PASSING = new Set(['te_druk', 'opslag_weg', 'uitkomst_onbekend', 'vertrek', 'te_traag']);
const WAIT_MS = 2_000;
// One piece in this time leaves half of what an address may ask to others in the same building. A
// page that is not looked at has slow timers, and then the server says when it is too much.
const PIECE_MS = 40;
const TEXT_BYTES = 12_288; // of a piece in one text; a multiple of three

export interface Progress {
    sent: number;
    size: number;
    /** The line is away; it goes on by itself. */
    waiting: boolean;
}

interface Upload {
    tafel: string;
    namens: string | null;
    file: File;
    signal: AbortSignal;
    onProgress: (progress: Progress) => void;
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function inBase64(bytes: Uint8Array): string[] {
    const texts: string[] = [];
    for (let at = 0; at < bytes.length; at += TEXT_BYTES)
        texts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + TEXT_BYTES))));
    return texts;
}

async function hash(bytes: ArrayBuffer): Promise<string> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Answers the id of the file, or null when it was cancelled. */
export async function upload(of: Upload): Promise<string | null> {
    const { file, signal } = of;
    const base = `/v1/tafels/${of.tafel}/bestanden`;
    let sent = 0;
    const tell = (waiting: boolean) => of.onProgress({ sent, size: file.size, waiting });

    async function ask<T>(method: string, path: string, body: unknown): Promise<T> {
        const headers: Record<string, string> = { 'Idempotency-Key': newKey() };
        if (of.namens) headers['Spr-Namens'] = of.namens;
        for (;;) {
            try {
                return await http<T>(base + path, { method, body, headers, timeoutMs: 30_000 });
            } catch (error) {
                const passing = error instanceof Refusal && PASSING.has(error.code);
                if ((!(error instanceof Lost) && !passing) || signal.aborted) throw error;
                tell(true);
                const ms = error instanceof Refusal ? error.body.retryMs : undefined;
                await later(ms ?? WAIT_MS);
            }
        }
    }

    tell(false);
    const bytes = await file.arrayBuffer();
    const start = { naam: file.name.normalize('NFC'), grootte: file.size, sha256: await hash(bytes) };
    const begun = await ask<Voortgang>('POST', '', start);
    const drop = () => ask('POST', `/${begun.bestand}/afbreking`, {}).catch(() => undefined);
    try {
        for (let nr = begun.ontvangen; nr < begun.delen && !signal.aborted; nr++) {
            const from = nr * begun.deelBytes;
            const part = new Uint8Array(bytes, from, Math.min(begun.deelBytes, file.size - from));
            const turn = document.hidden ? null : later(PIECE_MS);
            await ask('PUT', `/${begun.bestand}/delen/${nr}`, { bytes: inBase64(part) });
            await turn;
            sent = from + part.length;
            tell(false);
        }
        if (!signal.aborted) await ask('POST', `/${begun.bestand}/afronding`, {});
    } catch (error) {
        if (error instanceof Refusal || signal.aborted) void drop();
        if (!signal.aborted) throw error;
    }
    if (!signal.aborted) return begun.bestand;
    void drop();
    return null;
}
