// What a single post needs to know about its reader, the table and the register.
//
// Invariant: the object stays the same as long as nothing in it changes. Thousands of posts
// hold it; if it were new at every event, every post would be drawn anew.

import { useMemo } from 'preact/hooks';
import type { Bijdrage, Zijde } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import type { Sentences } from '../i18n/nl';
import type { Feed } from '../state/feed';
import { organisation, personName, plainName, type Register } from '../state/register';
import { find } from '../state/rows';
import {
    hasRole,
    isOpen,
    mayWrite,
    representationFor,
    runsTable,
    theTafel,
    voices,
} from '../state/select';
import type { TafelState } from '../state/tafel';
import type { Reply } from './compose';
import { useTafel } from './tafelcontext';

export type OnReply = ((reply: Reply) => void) | null;

export interface Viewer {
    t: Sentences;
    feed: Feed;
    register: Register;
    onReply: OnReply;
    /** May write here at all. */
    writes: boolean;
    /** Voorzitter or secretaris: may hide and show. */
    runs: boolean;
    mine: (post: Bijdrage) => boolean;
    sideOf: (organisatie: string | undefined) => Zijde | undefined;
    roleOf: (persoon: string) => string;
    functionOf: (post: Bijdrage) => string;
}

function rolesOf(tafel: TafelState, t: Sentences, persoon: string): string {
    const seats = tafel.zetels.filter((z) => z.persoon === persoon && !z.deelname);
    return seats
        .flatMap((z) => z.rollen)
        .map((r) => t.rol(r))
        .join(', ');
}

export function useViewer(stroom: string, onReply: OnReply): Viewer {
    const t = useT();
    const { feed, tafel, register } = useTafel();
    const writes = mayWrite(tafel, stroom) && voices(tafel, stroom).length > 0;
    return useMemo(
        () => ({
            t,
            feed,
            register,
            onReply,
            writes,
            runs: runsTable(tafel) && theTafel(tafel)?.status !== 'concept',
            mine: (post) =>
                isOpen(tafel) &&
                (post.spreker.persoon === tafel.ik.persoon ||
                    (post.vastgelegd !== undefined &&
                        (hasRole(tafel, 'secretaris') ||
                            representationFor(tafel, post.vastgelegd.organisatie) !== undefined))),
            sideOf: (id) =>
                tafel.deelnames.find((d) => d.organisatie === id)?.zijde ??
                organisation(register, id)?.zijde,
            roleOf: (persoon) => rolesOf(tafel, t, persoon),
            functionOf: (post) =>
                register.vertegenwoordigingen.find(
                    (v) =>
                        v.persoon === post.spreker.persoon &&
                        v.organisatie === post.spreker.organisatie,
                )?.functie ?? '',
        }),
        [t, feed, register, onReply, writes, tafel.ik, tafel.tafels, tafel.deelnames, tafel.zetels],
    );
}

/** Who said it, as a name: the organisation first, because it speaks. */
export function speakerName(viewer: Viewer, post: Bijdrage): string {
    const found = organisation(viewer.register, post.spreker.organisatie);
    const person = personName(viewer.register, post.spreker.persoon);
    return found && !post.persoonlijkeTitel ? plainName(found.naam) : person;
}

export const findPost = (viewer: Viewer, post: Bijdrage, id: string): Bijdrage | undefined =>
    find(viewer.feed.tafel()?.draden[post.onderwerp] ?? [], id);
