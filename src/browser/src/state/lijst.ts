// A pasted list of parties: asked about at the server, which decides whom a line names; what the
// person chose where a line is not clear; and who is invited then. Pure but for the asking.

import type { HerkendeRegel } from '../gen/protocol';
import { http } from '../line/http';
import { newKey } from '../line/queue';

/** By number of the line: an organisation, or that nobody is invited for it. */
export type Choices = Readonly<Record<number, string>>;
export const SKIP = '-';

export interface Guest {
    organisatie: string;
    email?: string;
}

/** Not by way of the queue, which keeps what it sends: the list holds addresses of people. */
export async function recognise(lijst: string, tafel?: string): Promise<HerkendeRegel[]> {
    const { regels } = await http<{ regels: HerkendeRegel[] }>('/v1/partijen/herkennen', {
        method: 'POST',
        body: { lijst, ...(tafel ? { tafel } : {}) },
        headers: { 'Idempotency-Key': newKey() },
    });
    return regels;
}

export const asksChoice = (regel: HerkendeRegel): boolean =>
    regel.stand === 'onbekend' || regel.stand === 'meerdere';

/** Whether a line still waits for the person. */
export const isOpenLine = (regel: HerkendeRegel, choices: Choices): boolean =>
    regel.stand === 'email_ongeldig' ||
    (asksChoice(regel) && !choices[regel.nr] && (regel.keuzes?.length ?? 0) > 0);

/** An address goes along only where the server found it in order. */
export function guests(regels: readonly HerkendeRegel[], choices: Choices): Guest[] {
    const all = new Map<string, Guest>();
    for (const regel of regels) {
        const chosen = asksChoice(regel) ? choices[regel.nr] : undefined;
        const organisatie = regel.stand === 'herkend' ? regel.organisatie : chosen;
        if (!organisatie || organisatie === SKIP || all.has(organisatie)) continue;
        all.set(organisatie, { organisatie, ...(regel.email ? { email: regel.email } : {}) });
    }
    return [...all.values()];
}
