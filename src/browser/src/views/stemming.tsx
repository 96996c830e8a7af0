// A vote on a decision: how it counts, who votes, casting, and the count so far.

import { useState } from 'preact/hooks';
import type { Besluit, Grond, StemKeuze, Stemming } from '../gen/protocol';
import { shortDay } from '../i18n/format';
import { useT } from '../i18n/stemwijze';
import { find } from '../state/rows';
import { ZIJDEN } from '../state/select';
import {
    STEMKEUZES,
    ballotOf,
    ballots,
    chairs,
    isShown,
    mayCast,
    records,
    type Voice,
} from '../state/keuzes';
import { choicesOf, mayCastFor, objectionsNow } from '../state/stemwijze';
import { Ask } from './ask';
import { A, Button, Heading } from './bits';
import { FormDialog } from './dialog';
import { useDraft, type Draft } from './draft';
import { Chooser, TextField } from './forms';
import { GroundField } from './standpunten';
import { keuzevraagPath } from './route';
import { AbortDialog, CloseDialog } from './stemmingdialogs';
import { useNames, useTafel } from './tafelcontext';
import { Results } from './uitslag';
import { Via, VoorFields, makeVoor, useVoor } from './vastgelegd';

type Level = 2 | 4;

function useBallot(draft: Draft) {
    const [keuze, setKeuze] = useState<StemKeuze | ''>('');
    const [grond, setGrond] = useState<Grond>('geen_mandaat');
    const verklaring = draft.text.trim();
    return {
        keuze,
        setKeuze,
        grond,
        setGrond,
        draft,
        args: (stemming: string) => ({
            stemming,
            keuze,
            ...(keuze === 'neemt_niet_deel' ? { grond } : {}),
            ...(verklaring ? { verklaring } : {}),
        }),
    };
}

/** What a choice is called: under consent `voor` is not a wish but the absence of an objection. */
function useChoiceWord(stemming: Stemming): (keuze: StemKeuze) => string {
    const t = useT();
    const words = stemming.methode === 'consent' ? t.stemwijze.consent : t.stem;
    return (keuze) => words[keuze];
}

function Meaning({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const { tafel } = useTafel();
    const { methode } = stemming;
    if (methode !== 'consent' && methode !== 'peiling') return null;
    const vraag = find(tafel.besluiten, stemming.besluit)?.keuzevraag;
    return (
        <p>
            {t.stemwijze.means[methode]}{' '}
            {methode === 'consent' && vraag && (
                <A href={keuzevraagPath(tafel.id, vraag)}>{t.stemwijze.toObject}</A>
            )}
        </p>
    );
}

function BallotFields({
    stemming,
    ballot,
}: {
    stemming: Stemming;
    ballot: ReturnType<typeof useBallot>;
}) {
    const t = useT();
    const word = useChoiceWord(stemming);
    return (
        <>
            <Meaning stemming={stemming} />
            <Chooser
                legend={t.stemming.choose}
                value={ballot.keuze}
                onChange={(k) => ballot.setKeuze(k as StemKeuze)}
                choices={choicesOf(stemming).map((k) => ({ value: k, label: word(k) }))}
            />
            {ballot.keuze === 'neemt_niet_deel' && (
                <GroundField value={ballot.grond} set={ballot.setGrond} />
            )}
            {ballot.keuze !== '' && (
                <TextField
                    label={t.stemming.statement}
                    hint={t.general.optional}
                    rows={2}
                    maxLength={1000}
                    value={ballot.draft.text}
                    onInput={ballot.draft.set}
                />
            )}
        </>
    );
}

interface CastProps {
    stemming: Stemming;
    voice: Voice;
    /** By volmacht: the party whose stem it is. */
    gever?: string;
    level: Level;
}

function CastForm({ stemming, voice, gever, level }: CastProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const word = useChoiceWord(stemming);
    const organisatie = gever ?? voice.deelname.organisatie;
    const castFor = gever && t.volmacht.castFor(names.organisation(gever));
    const draft = useDraft(`stem.${stemming.id}.${organisatie}`);
    const ballot = useBallot(draft);
    const before = ballotOf(tafel, stemming.id, organisatie);
    if (gever && before && before.via !== 'volmacht')
        return <p class="spr-quiet">{`${castFor}: ${t.volmacht.spokeItself}`}</p>;
    const said = before && word(before.keuze);
    const given = said && (gever ? t.volmacht.given(said) : t.stemming.given(said));
    return (
        <Ask
            title={castFor || t.stemming.formFor(names.organisation(organisatie))}
            level={level === 2 ? 3 : 4}
            given={given ? <p>{given}</p> : null}
            change={t.stemming.change}
            submit={castFor || t.stemming.send}
            sent={t.stemming.sent}
            disabled={ballot.keuze === ''}
            onDone={draft.clear}
            prepare
            command={() => ({
                do: 'stem.uitbrengen',
                tafel: tafel.id,
                namens: voice.namens.id,
                args: {
                    ...ballot.args(stemming.id),
                    ...(gever ? { voor: { organisatie: gever, via: 'volmacht' } } : {}),
                },
            })}
        >
            <BallotFields stemming={stemming} ballot={ballot} />
        </Ask>
    );
}

function RecordDialog({ stemming, onClose }: { stemming: Stemming; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const draft = useDraft(`stem.${stemming.id}`);
    const ballot = useBallot(draft);
    const voor = useVoor();
    return (
        <FormDialog
            title={t.stemming.record}
            submit={t.general.save}
            disabled={ballot.keuze === '' || !voor.value.organisatie}
            onClose={onClose}
            onDone={draft.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'stem.uitbrengen',
                        tafel: tafel.id,
                        resend: true,
                        args: { ...ballot.args(stemming.id), ...makeVoor(voor.value) },
                    },
                    t.general.saved,
                )
            }
        >
            <VoorFields voor={voor} among={stemming.kiezers.map((k) => k.organisatie)} />
            <BallotFields stemming={stemming} ballot={ballot} />
        </FormDialog>
    );
}

function Rules({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const { drempel, quorum, methode } = stemming;
    const parts = [
        t.stemming.explain[methode],
        methode !== 'consent' && methode !== 'peiling' && t.stemming.threshold(t.stemming.breuk(drempel.teller, drempel.noemer), stemming.strikt),
        quorum.teller > 0 && t.stemming.quorum(t.stemming.breuk(quorum.teller, quorum.noemer)),
        stemming.gewogen && t.stemming.weighted,
        stemming.sectordekking && t.stemming.sectors,
    ];
    return <p>{parts.filter(Boolean).join(' ')}</p>;
}

function Voters({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const shown = isShown(stemming);
    const choice = useChoiceWord(stemming);
    const said = (organisatie: string) => {
        const stem = ballotOf(tafel, stemming.id, organisatie);
        if (!stem && stemming.status === 'open') return shown && t.stemming.notYet;
        if (!stem) return t.stemming.didNot;
        return (
            <>
                {choice(stem.keuze)}
                {stem.grond && ` (${t.grond[stem.grond]})`}
                {stem.verklaring && `: ${stem.verklaring}`}
                {stem.via === 'volmacht' ? (
                    <span class="spr-quiet">
                        {' '}
                        ({t.volmacht.by(names.organisation(stem.gemachtigde ?? ''))})
                    </span>
                ) : (
                    <Via row={{ ...stem, via: stem.via }} />
                )}
            </>
        );
    };
    return (
        <details class="spr-voters">
            <summary>{t.stemming.who(stemming.kiezers.length)}</summary>
            {ZIJDEN.map((zijde) => {
                const side = stemming.kiezers.filter((k) => k.zijde === zijde);
                if (side.length === 0) return null;
                return (
                    <div key={zijde}>
                        <p class="spr-summary__label">{t.zijde[zijde]}</p>
                        <ul class="spr-plainlist">
                            {side.map((k) => {
                                const word = said(k.organisatie);
                                return (
                                    <li key={k.organisatie}>
                                        <strong>{names.organisation(k.organisatie)}</strong>
                                        {stemming.gewogen && ` (${k.gewicht})`}
                                        {word && ': '}
                                        {word}
                                    </li>
                                );
                            })}
                        </ul>
                    </div>
                );
            })}
        </details>
    );
}

/** How far an open vote is, told aloud as it grows; a hidden vote tells nothing before it closes. */
function Count({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const { tafel } = useTafel();
    if (!isShown(stemming)) return <p class="spr-quiet">{t.stemming.hiddenCount}</p>;
    const cast = ballots(tafel, stemming.id);
    const count = Object.fromEntries(
        STEMKEUZES.map((k) => [k, cast.filter((s) => s.keuze === k).length]),
    ) as Record<StemKeuze, number>;
    const besluit = find(tafel.besluiten, stemming.besluit);
    return (
        <p class="spr-count-line" role="status">
            {t.stemming.cast(cast.length, stemming.kiezers.length)}{' '}
            {stemming.methode === 'consent' && besluit
                ? t.stemwijze.standing(objectionsNow(tafel, besluit).length)
                : t.stemming.sofar(count)}
        </p>
    );
}

function Times({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const names = useNames();
    const closer = names.person(stemming.geslotenDoor);
    return (
        <p class="spr-quiet">
            {t.stemming.opened(names.person(stemming.geopendDoor), shortDay(stemming.geopendOp))}{' '}
            {stemming.status === 'gesloten' &&
                t.stemming.closed(closer, shortDay(stemming.geslotenOp ?? stemming.geopendOp))}
            {stemming.status === 'afgebroken' &&
                t.stemming.aborted(closer, stemming.reden ?? '')}
        </p>
    );
}

type Act = 'record' | 'close' | 'abort';

function Controls({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    if (stemming.status !== 'open' || (!chairs(tafel) && !records(tafel))) return null;
    const done = () => setAct(null);
    return (
        <div class="spr-actions">
            {chairs(tafel) && (
                <>
                    <Button kind="primary" onClick={() => setAct('close')}>
                        {t.stemming.sluiten}
                    </Button>
                    <Button onClick={() => setAct('abort')}>{t.stemming.afbreken}</Button>
                </>
            )}
            {records(tafel) && (
                <Button icon="pen" onClick={() => setAct('record')}>
                    {t.stemming.record}
                </Button>
            )}
            {act === 'close' && <CloseDialog stemming={stemming} onClose={done} />}
            {act === 'abort' && <AbortDialog stemming={stemming} onClose={done} />}
            {act === 'record' && <RecordDialog stemming={stemming} onClose={done} />}
        </div>
    );
}

interface Props {
    stemming: Stemming;
    besluit: Besluit;
    level: Level;
}

export function StemmingView({ stemming, besluit, level }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const voices = mayCast(tafel, stemming);
    return (
        <section class="spr-stemming" id={`stemming-${stemming.id}`}>
            <Heading level={level}>
                {t.stemming.title}: {t.methode[stemming.methode].toLowerCase()}
            </Heading>
            {stemming.status === 'gesloten' && <Results stemming={stemming} besluit={besluit} />}
            <Rules stemming={stemming} />
            {stemming.status === 'open' && <Count stemming={stemming} />}
            {voices.map((voice) => (
                <CastForm key={voice.deelname.id} stemming={stemming} voice={voice} level={level} />
            ))}
            {mayCastFor(tafel, stemming).map(({ voice, gever }) => (
                <CastForm
                    key={gever}
                    stemming={stemming}
                    voice={voice}
                    gever={gever}
                    level={level}
                />
            ))}
            <Voters stemming={stemming} />
            <Times stemming={stemming} />
            <Controls stemming={stemming} />
        </section>
    );
}
