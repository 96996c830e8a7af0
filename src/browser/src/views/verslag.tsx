// The minutes: written by who leads, put to the table, reacted to by parties, adopted.

import { useState } from 'preact/hooks';
import type { Bijeenkomst, Verslag } from '../gen/protocol';
import { brief, deadline } from '../i18n/format';
import { useT } from '../i18n/later';
import { isRunning, minutes, notes, reactions, takesReactions } from '../state/bijeenkomsten';
import { inPlenary, ownVoices, records, type Voice } from '../state/keuzes';
import { Ask } from './ask';
import { useAnchor } from './anchor';
import { Badge, Button, Heading, Prose } from './bits';
import { useDraft } from './draft';
import { TextField } from './forms';
import { VERSLAG_TONE } from './labels';
import { OpenButton, OpenMark } from './openbaarheid';
import { useNames, useTafel } from './tafelcontext';
import { Via } from './vastgelegd';
import { AdoptDialog, PutMinutesDialog, RecordReactionDialog, WriteDialog } from './verslagdialogs';

function ReactForm({ verslag, voice }: { verslag: Verslag; voice: Voice }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { organisatie } = voice.deelname;
    const draft = useDraft(`verslag.${verslag.id}.${organisatie}`);
    const given = reactions(tafel, verslag.id)
        .filter((r) => r.organisatie === organisatie)
        .pop();
    return (
        <Ask
            title={t.verslag.react(names.organisation(organisatie))}
            level={3}
            given={given ? <Prose text={given.tekst} /> : null}
            change={t.verslag.change}
            submit={t.verslag.send}
            sent={t.verslag.sent}
            disabled={!draft.text.trim()}
            onDone={draft.clear}
            command={() => ({
                do: 'verslag.reageren',
                tafel: tafel.id,
                namens: voice.namens.id,
                args: { verslag: verslag.id, tekst: draft.text.trim() },
            })}
        >
            <TextField
                label={t.verslag.yourReaction}
                rows={3}
                maxLength={1000}
                value={draft.text}
                onInput={draft.set}
                required
            />
        </Ask>
    );
}

function Reactions({ verslag }: { verslag: Verslag }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const all = reactions(tafel, verslag.id);
    const open = takesReactions(verslag);
    const voices = open && inPlenary(tafel) ? ownVoices(tafel) : [];
    return (
        <>
            {verslag.status === 'ter_reactie' && verslag.termijn && (
                <p>{open ? t.verslag.reactUntil(deadline(verslag.termijn)) : t.verslag.termPast}</p>
            )}
            {voices.map((voice) => (
                <ReactForm key={voice.deelname.id} verslag={verslag} voice={voice} />
            ))}
            <Heading level={3}>{t.verslag.reactions}</Heading>
            {all.length === 0 && <p class="spr-quiet">{t.verslag.noReactions}</p>}
            <ul class="spr-plainlist">
                {all.map((r) => (
                    <li key={r.id}>
                        <strong>{names.organisation(r.organisatie)}</strong>{' '}
                        <span class="spr-quiet">
                            {brief(r.op)}
                            {r.versie !== verslag.versie && `, ${t.verslag.version(r.versie)}`}
                        </span>
                        <Via row={r} />
                        <Prose text={r.tekst} />
                    </li>
                ))}
            </ul>
        </>
    );
}

type Act = 'write' | 'put' | 'adopt' | 'record';

function Controls({ bijeenkomst, shown, draft }: Props & ReturnType<typeof minutes>) {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    const close = () => setAct(null);
    const latest = draft ?? shown;
    const adopted = shown?.status === 'vastgesteld';
    const recording = records(tafel) && shown !== undefined && takesReactions(shown);
    if (!notes(tafel) || adopted) return null;
    // Only the text that the table read last is adopted; a newer one is put first.
    const adoptable = shown?.status === 'ter_reactie' && !takesReactions(shown) && !draft;
    const puts = draft !== undefined && bijeenkomst.status === 'gesloten';
    return (
        <div class="spr-actions">
            {puts && !shown && (
                <Button kind="primary" onClick={() => setAct('put')}>
                    {t.verslag.put}
                </Button>
            )}
            {adoptable && (
                <Button kind="primary" onClick={() => setAct('adopt')}>
                    {t.verslag.adopt}
                </Button>
            )}
            <Button icon="pen" onClick={() => setAct('write')}>
                {latest ? t.verslag.revise : t.verslag.write}
            </Button>
            {puts && shown && <Button onClick={() => setAct('put')}>{t.verslag.put}</Button>}
            {recording && <Button onClick={() => setAct('record')}>{t.verslag.record}</Button>}
            {shown && <OpenButton thing={{ verslag: shown, name: bijeenkomst.titel }} />}
            {act === 'write' && (
                <WriteDialog bijeenkomst={bijeenkomst.id} verslag={latest} onClose={close} />
            )}
            {act === 'put' && draft && <PutMinutesDialog verslag={draft} onClose={close} />}
            {act === 'adopt' && shown && <AdoptDialog verslag={shown} onClose={close} />}
            {act === 'record' && shown && <RecordReactionDialog verslag={shown} onClose={close} />}
        </div>
    );
}

interface Props {
    bijeenkomst: Bijeenkomst;
}

/** `wanted`: a message led here. */
export function VerslagSection({ bijeenkomst, wanted }: Props & { wanted: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const ref = useAnchor('verslag', wanted);
    const { shown, draft } = minutes(tafel, bijeenkomst.id);
    // Who leads can begin to write while the meeting goes on.
    if (bijeenkomst.status !== 'gesloten' && !(isRunning(bijeenkomst) && notes(tafel))) return null;
    const status = shown?.status ?? draft?.status;
    return (
        <section aria-labelledby="verslag" class="spr-keuzes" ref={ref} tabIndex={-1}>
            <Heading level={2} id="verslag">
                {t.verslag.title}
            </Heading>
            {status ? (
                <p class="spr-tafel__status">
                    <Badge tone={VERSLAG_TONE[status]}>{t.verslagStatus[status]}</Badge>
                    {shown && <OpenMark row={shown} />}
                </p>
            ) : (
                <p class="spr-quiet">{t.verslag.none}</p>
            )}
            {shown && <Prose class="spr-verslag" text={shown.tekst} />}
            {shown?.vastgesteldDoor && shown.vastgesteldOp && (
                <p class="spr-quiet">
                    {t.verslag.adopted(names.person(shown.vastgesteldDoor), brief(shown.vastgesteldOp))}
                </p>
            )}
            {draft && (
                <div class="spr-summary">
                    <p class="spr-summary__label">{shown ? t.verslag.newer : t.verslag.draft}</p>
                    <Prose class="spr-verslag" text={draft.tekst} />
                </div>
            )}
            {shown && <Reactions verslag={shown} />}
            <Controls bijeenkomst={bijeenkomst} shown={shown} draft={draft} />
        </section>
    );
}
