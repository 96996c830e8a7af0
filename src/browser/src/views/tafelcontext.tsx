// The open tafel, for every view under it.

import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import { Cell, useCell } from '../state/cell';
import { client } from '../state/client';
import type { Feed, FeedState } from '../state/feed';
import { organisationName, personName, type Register } from '../state/register';
import { upsertAll } from '../state/rows';
import type { TafelState } from '../state/tafel';
import { A, Alert, Heading } from './bits';
import { useTitle } from './title';

export interface TafelScope {
    feed: Feed;
    tafel: TafelState;
    register: Register;
}

const Scope = createContext<TafelScope | null>(null);

export function useTafel(): TafelScope {
    const scope = useContext(Scope);
    if (!scope) throw new Error('outside a tafel');
    return scope;
}

const LOADING = new Cell<FeedState>({ kind: 'loading' });
const TRUSTED = new Cell(false);

function Gone() {
    const t = useT();
    useTitle(t.tafel.goneTitle);
    return (
        <div class="spr-card spr-card--narrow">
            <Heading level={1}>{t.tafel.goneTitle}</Heading>
            <p class="utrecht-paragraph spr-lead">{t.tafel.gone}</p>
            <p class="utrecht-paragraph">
                <A href="/tafels">{t.tafels.title}</A>
            </p>
        </div>
    );
}

/**
 * The tafel with the votes of the own organisations in it that the table does not see yet; once it
 * sees them, what the table says counts.
 */
function useOwnVotes(tafel: TafelState | null): TafelState | null {
    const own = useCell(client.ownStemmen);
    return useMemo(
        () =>
            tafel && own.length > 0
                ? { ...tafel, stemmen: upsertAll(own, tafel.stemmen) }
                : tafel,
        [tafel, own],
    );
}

export function TafelProvider({ id, children }: { id: string; children: ComponentChildren }) {
    const t = useT();
    const session = useCell(client.session);
    const [feed, setFeed] = useState<Feed | null>(null);
    useEffect(() => setFeed(client.openTafel(id)), [id, session.kind]);
    useEffect(() => () => client.closeTafel(id), [id]);
    const state = useCell(feed?.state ?? LOADING);
    const distrusted = useCell(feed?.distrusted ?? TRUSTED);
    const register = useCell(client.register);
    const tafel = useOwnVotes(state.kind === 'there' ? state.tafel : null);
    if (!feed || feed.id !== id || state.kind === 'loading')
        return (
            <p class="spr-quiet spr-centre" role="status">
                {t.general.loading}
            </p>
        );
    if (state.kind === 'gone') return <Gone />;
    if (state.kind === 'failed' || !tafel)
        return (
            <p class="spr-centre" role="status">
                {t.tafel.failed}
            </p>
        );
    return (
        <Scope.Provider value={{ feed, tafel, register }}>
            {distrusted && (
                <Alert type="error">
                    <p>{t.tafel.distrusted}</p>
                </Alert>
            )}
            {children}
        </Scope.Provider>
    );
}

/** Names of people and organisations, as this page shows them. */
export function useNames() {
    const { tafel, register } = useTafel();
    const functie = (persoon: string, organisatie?: string | null) =>
        register.vertegenwoordigingen.find(
            (v) => v.persoon === persoon && v.organisatie === organisatie,
        )?.functie;
    return {
        person: (id: string | null | undefined) =>
            id === tafel.ik.persoon && !register.personen.length ? '' : personName(register, id),
        organisation: (id: string | null | undefined) => organisationName(register, id),
        functie,
    };
}
