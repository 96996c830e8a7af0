// The result of a vote: the count as it closed, what stood in the way of a consent, and beside it
// the count anew when members rejected.

import type { ComponentChildren } from 'preact';
import type { Besluit, GroepsUitslag, Stemming } from '../gen/protocol';
import { useT } from '../i18n/stemwijze';
import { sectorName } from '../state/register';
import { lastCount } from '../state/ruggespraak';
import { objectionsAtClose } from '../state/stemwijze';
import { Badge } from './bits';
import { useNames, useTafel } from './tafelcontext';

function GroupResult({ group, consent }: { group: GroepsUitslag; consent: boolean }) {
    const t = useT();
    const word = !group.quorum
        ? t.stemming.tooFew
        : group.gehaald
          ? t.stemming.reached
          : t.stemming.notReached;
    const good = group.quorum && group.gehaald;
    return (
        <li>
            <strong>{t.stemming.groep[group.groep]}</strong>:{' '}
            {consent
                ? t.stemwijze.line(group.aanwezig, group.kiezers, group.voor)
                : t.stemming.line(group)}
            {group.gewichtVoor &&
                t.stemming.weights(group.gewichtVoor, group.gewichtTegen ?? '0')}
            {/* A poll reaches nothing. */}
            {group.quorum !== undefined && (
                <>
                    : <Badge tone={good ? 'safe' : 'warning'}>{word}</Badge>
                </>
            )}
        </li>
    );
}

interface CountedProps {
    label: string;
    word: string | undefined;
    groups: readonly GroepsUitslag[];
    consent: boolean;
    children?: ComponentChildren;
}

function Counted({ label, word, groups, consent, children }: CountedProps) {
    return (
        <div class="spr-result">
            <p class="spr-summary__label">{label}</p>
            {word && <p class="spr-result__word">{word}</p>}
            <ul class="spr-plainlist">
                {groups.map((group) => (
                    <GroupResult key={group.groep} group={group} consent={consent} />
                ))}
            </ul>
            {children}
        </div>
    );
}

/** As it closed; and beside that, when members rejected, as their party's voice counts now. */
export function Results({ stemming, besluit }: { stemming: Stemming; besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const recount =
        lastCount(tafel, besluit.id)?.id === stemming.id ? besluit.hertelling : undefined;
    if (!recount) return <Result stemming={stemming} label={t.stemming.result} />;
    const settled = besluit.status === 'uitkomst' ? besluit.uitkomst : undefined;
    return (
        <div class="spr-results">
            <Result stemming={stemming} label={t.ruggespraak.atClose} />
            <Counted
                label={t.ruggespraak.recount}
                word={settled && t.uitkomst[settled]}
                groups={recount}
                consent={stemming.methode === 'consent'}
            />
        </div>
    );
}

/** What stood in the way of a consent when it closed, in the words of the parties. */
function Objections({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const stood = objectionsAtClose(tafel, stemming);
    if (stood.length === 0) return <p>{t.stemwijze.noObjection}</p>;
    return (
        <>
            <p>{t.stemwijze.objections(stood.length)}</p>
            <ul class="spr-plainlist">
                {stood.map((b) => (
                    <li key={b.id}>
                        <strong>{names.organisation(b.organisatie)}</strong>: {b.tekst}
                    </li>
                ))}
            </ul>
        </>
    );
}

function Result({ stemming, label }: { stemming: Stemming; label: string }) {
    const t = useT();
    const { register } = useTafel();
    return (
        <Counted
            label={label}
            word={stemming.uitkomst && t.uitkomst[stemming.uitkomst]}
            groups={stemming.uitslag ?? []}
            consent={stemming.methode === 'consent'}
        >
            {stemming.methode === 'consent' && <Objections stemming={stemming} />}
            {stemming.ongehoord && stemming.ongehoord.length > 0 && (
                <p>{t.stemming.unheard(stemming.ongehoord.map((s) => sectorName(register, s)))}</p>
            )}
        </Counted>
    );
}
