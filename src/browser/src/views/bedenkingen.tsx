// Objections to a choice question, the talk about each, and what became of it.

import { useState } from 'preact/hooks';
import type { Bedenking, BedenkingGraad, BedenkingStatus, Keuzevraag } from '../gen/protocol';
import { useT } from '../i18n/later';
import { answersTo, maySettle, mayAnswer, mayPut, objectionsTo, settlements, voiceOf } from '../state/bedenkingen';
import { leads, members, ownVoices, records } from '../state/keuzes';
import { find } from '../state/rows';
import { Badge, Button, Heading, Prose, When } from './bits';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { Chooser, Select, TextField } from './forms';
import type { Tone } from './bits';
import { useNames, useTafel } from './tafelcontext';
import { Via, VoorFields, makeVoor, useVoor } from './vastgelegd';

const GRADEN: readonly BedenkingGraad[] = ['wens', 'voorwaarde', 'overwegend_bezwaar'];
const TONE: Record<BedenkingStatus, Tone> = {
    ingediend: 'neutral',
    in_gesprek: 'active',
    tegemoetgekomen: 'safe',
    gehandhaafd: 'danger',
    ingetrokken: 'neutral',
};

interface QuestionProps {
    vraag: Keuzevraag;
    onClose: () => void;
}

function PutDialog({ vraag, onClose }: QuestionProps) {
    const t = useT();
    const { tafel } = useTafel();
    const tekst = useDraft(`bedenking.${vraag.id}`);
    const voor = useVoor();
    const recording = records(tafel);
    const voice = recording ? undefined : ownVoices(tafel)[0];
    const [graad, setGraad] = useState('');
    const [optie, setOptie] = useState('');
    const ready = tekst.text.trim() !== '' && graad !== '';
    const command = () => ({
        do: 'bedenking.indienen',
        tafel: tafel.id,
        namens: voice?.namens.id ?? null,
        resend: true,
        args: {
            keuzevraag: vraag.id,
            graad,
            tekst: tekst.text.trim(),
            ...(optie ? { optie } : {}),
            ...(recording ? makeVoor(voor.value) : {}),
        },
    });
    return (
        <FormDialog
            title={t.bedenking.put}
            submit={t.bedenking.put}
            disabled={!ready || (recording && !voor.value.organisatie)}
            onClose={onClose}
            onDone={tekst.clear}
            onSubmit={(run) => run(command(), t.general.done)}
            prepare={recording ? undefined : command}
        >
            {recording && (
                <VoorFields voor={voor} among={members(tafel).map((d) => d.organisatie)} />
            )}
            <Chooser
                legend={t.bedenking.how}
                value={graad}
                choices={GRADEN.map((g) => ({ value: g, label: t.bedenking.heavy[g] }))}
                onChange={setGraad}
            />
            <Select
                label={t.bedenking.about}
                value={optie}
                onChange={setOptie}
                choices={[
                    { value: '', label: t.bedenking.whole },
                    ...vraag.opties.map((o) => ({
                        value: o.id,
                        label: t.bedenking.option(o.nummer, o.titel),
                    })),
                ]}
            />
            <TextField
                label={t.bedenking.text}
                rows={3}
                maxLength={1000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
        </FormDialog>
    );
}

interface Props {
    bedenking: Bedenking;
    onClose: () => void;
}

function AnswerDialog({ bedenking, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const tekst = useDraft(`bedenking.antwoord.${bedenking.id}`);
    const namens = leads(tafel) ? null : (ownVoices(tafel)[0]?.namens.id ?? null);
    return (
        <FormDialog
            title={t.bedenking.answerTo(names.organisation(bedenking.organisatie))}
            submit={t.bedenking.answer}
            disabled={tekst.text.trim() === ''}
            onClose={onClose}
            onDone={tekst.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'bedenking.beantwoorden',
                        tafel: tafel.id,
                        namens,
                        resend: true,
                        args: { bedenking: bedenking.id, tekst: tekst.text.trim() },
                    },
                    t.general.done,
                )
            }
        >
            <Prose text={bedenking.tekst} />
            <TextField
                label={t.bedenking.answerText}
                rows={3}
                maxLength={1000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
        </FormDialog>
    );
}

function SettleDialog({ bedenking, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [uitkomst, setUitkomst] = useState('');
    const uitleg = useDraft(`bedenking.afdoen.${bedenking.id}`);
    const own = voiceOf(tafel, bedenking);
    const voor = useVoor();
    const recorded = makeVoor({ ...voor.value, organisatie: bedenking.organisatie });
    const toelichting = uitleg.text.trim();
    return (
        <FormDialog
            title={t.bedenking.settleTitle(names.organisation(bedenking.organisatie))}
            submit={t.bedenking.settle}
            disabled={uitkomst === ''}
            onClose={onClose}
            onDone={uitleg.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'bedenking.afdoen',
                        tafel: tafel.id,
                        namens: own?.namens.id ?? null,
                        args: {
                            bedenking: bedenking.id,
                            uitkomst,
                            ...(toelichting ? { toelichting } : {}),
                            ...(own ? {} : recorded),
                        },
                    },
                    t.general.done,
                )
            }
        >
            {!own && <p class="utrecht-paragraph">{t.bedenking.recordExplain}</p>}
            <Chooser
                legend={t.bedenking.outcomeOf}
                value={uitkomst}
                choices={settlements(bedenking).map((o) => ({ value: o, label: t.bedenking.outcome[o] }))}
                onChange={setUitkomst}
            />
            <TextField
                label={t.bedenking.explanation}
                hint={t.general.optional}
                rows={2}
                maxLength={1000}
                value={uitleg.text}
                onInput={uitleg.set}
            />
        </FormDialog>
    );
}

function Talk({ bedenking }: { bedenking: Bedenking }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const answers = answersTo(tafel, bedenking.id);
    const { afdoening } = bedenking;
    return (
        <>
            {answers.length > 0 && (
                <ul class="spr-said__answers" aria-label={t.bedenking.answers}>
                    {answers.map((a) => (
                        <li key={a.id}>
                            <strong>
                                {names.organisation(a.spreker.organisatie) ||
                                    names.person(a.spreker.persoon)}
                            </strong>
                            : {a.tekst}
                        </li>
                    ))}
                </ul>
            )}
            {afdoening && (
                <p>
                    {t.bedenkingStatus[bedenking.status]}
                    {afdoening.toelichting && `: ${afdoening.toelichting}`} <Via row={afdoening} />
                </p>
            )}
        </>
    );
}

function Item({ vraag, bedenking }: { vraag: Keuzevraag; bedenking: Bedenking }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [act, setAct] = useState<'answer' | 'settle' | null>(null);
    const who = names.organisation(bedenking.organisatie);
    const optie = find(vraag.opties, bedenking.optie);
    const close = () => setAct(null);
    return (
        <li class="spr-option spr-bedenking">
            <Heading level={3}>{who}</Heading>
            <p class="spr-tafel__status">
                <Badge>{t.bedenkingGraad[bedenking.graad]}</Badge>
                <Badge tone={TONE[bedenking.status]}>{t.bedenkingStatus[bedenking.status]}</Badge>
            </p>
            {optie && <p class="spr-quiet">{t.bedenking.option(optie.nummer, optie.titel)}</p>}
            <Prose text={bedenking.tekst} />
            <p class="spr-quiet">
                <When at={bedenking.op} />
                <Via row={bedenking} />
            </p>
            <Talk bedenking={bedenking} />
            <div class="spr-actions">
                {mayAnswer(tafel, vraag, bedenking) && (
                    <Button
                        aria-label={t.bedenking.answerTo(who)}
                        onClick={() => setAct('answer')}
                    >
                        {t.bedenking.answer}
                    </Button>
                )}
                {maySettle(tafel, vraag, bedenking) && (
                    <Button onClick={() => setAct('settle')}>{t.bedenking.settle}</Button>
                )}
            </div>
            {act === 'answer' && <AnswerDialog bedenking={bedenking} onClose={close} />}
            {act === 'settle' && <SettleDialog bedenking={bedenking} onClose={close} />}
        </li>
    );
}

export function Bedenkingen({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const [putting, setPutting] = useState(false);
    const all = objectionsTo(tafel, vraag.id);
    return (
        <section aria-labelledby="bedenkingen">
            <Heading level={2} id="bedenkingen">
                {t.bedenking.list}
            </Heading>
            <p class="spr-quiet">{all.length === 0 ? t.bedenking.none : t.bedenking.lead}</p>
            {all.length > 0 && (
                <ul class="spr-said">
                    {all.map((b) => (
                        <Item key={b.id} vraag={vraag} bedenking={b} />
                    ))}
                </ul>
            )}
            {mayPut(tafel, vraag) && (
                <div class="spr-actions">
                    <Button icon="pen" onClick={() => setPutting(true)}>
                        {t.bedenking.put}
                    </Button>
                </div>
            )}
            {putting && <PutDialog vraag={vraag} onClose={() => setPutting(false)} />}
        </section>
    );
}
