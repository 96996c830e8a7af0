// Answering whether consequences are expected: for the own party in the page, and by the
// secretaris for a party in a dialog.

import { useState } from 'preact/hooks';
import type { Effect, Gevolg, GevolgAntwoord, Keuzevraag } from '../gen/protocol';
import { useT } from '../i18n/later';
import { sectorName } from '../state/register';
import { find } from '../state/rows';
import { answerOf, cellsFor, members, type Voice } from '../state/keuzes';
import { Ask } from './ask';
import { Button, Heading } from './bits';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { Chooser, Select, TextField } from './forms';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

const EFFECTEN: readonly Effect[] = ['verlicht', 'knelt', 'gemengd', 'onbekend'];

interface Answer {
    verwacht?: boolean;
    tekst?: string;
    effect?: Effect;
}
type Answers = Readonly<Record<string, Answer>>;

const isComplete = (a: Answer | undefined): boolean =>
    a?.verwacht === false || (a?.verwacht === true && !!a.tekst?.trim());
const isHalf = (a: Answer | undefined): boolean => a?.verwacht === true && !isComplete(a);

function useAnswers(name: string, known: readonly GevolgAntwoord[]) {
    const draft = useDraft(`gevolgen.${name}`);
    const given: Answers = Object.fromEntries(
        known.map(({ gevolg, verwacht, tekst, effect }) => [gevolg, { verwacht, tekst, effect }]),
    );
    let typed: Answers = {};
    try {
        typed = draft.text ? (JSON.parse(draft.text) as Answers) : {};
    } catch {
        draft.clear(); // not written by this version
    }
    const all: Answers = { ...given, ...typed };
    const set = (next: Answers) => draft.set(JSON.stringify({ ...typed, ...next }));
    return { all, set, clear: draft.clear };
}

const toArgs = (cells: readonly Gevolg[], answers: Answers) =>
    cells.flatMap((cell) => {
        const a = answers[cell.id];
        if (!a || !isComplete(a)) return [];
        return [
            {
                gevolg: cell.id,
                verwacht: a.verwacht,
                ...(a.verwacht ? { tekst: a.tekst?.trim() } : {}),
                ...(a.verwacht && a.effect ? { effect: a.effect } : {}),
            },
        ];
    });

const isReady = (cells: readonly Gevolg[], answers: Answers): boolean =>
    cells.some((c) => isComplete(answers[c.id])) && !cells.some((c) => isHalf(answers[c.id]));

function Cell({
    legend,
    answer,
    set,
}: {
    legend: string;
    answer: Answer;
    set: (answer: Answer) => void;
}) {
    const t = useT();
    return (
        <div class="spr-askcell">
            <Chooser
                legend={legend}
                value={answer.verwacht === undefined ? '' : String(answer.verwacht)}
                onChange={(v) => set({ ...answer, verwacht: v === 'true' })}
                choices={[
                    { value: 'false', label: t.gevolg.no },
                    { value: 'true', label: t.gevolg.yes },
                ]}
            />
            {answer.verwacht && (
                <>
                    <TextField
                        label={t.gevolg.what}
                        rows={2}
                        maxLength={1000}
                        value={answer.tekst ?? ''}
                        onInput={(tekst) => set({ ...answer, tekst })}
                        required
                    />
                    <Select
                        label={t.gevolg.effect}
                        hint={t.general.optional}
                        value={answer.effect ?? ''}
                        onChange={(e) => set({ ...answer, effect: (e || undefined) as Effect })}
                        choices={[
                            { value: '', label: t.gevolg.noEffect },
                            ...EFFECTEN.map((e) => ({ value: e, label: t.effect[e] })),
                        ]}
                    />
                </>
            )}
        </div>
    );
}

function Cells({
    vraag,
    cells,
    answers,
    set,
}: {
    vraag: Keuzevraag;
    cells: readonly Gevolg[];
    answers: Answers;
    set: (answers: Answers) => void;
}) {
    const t = useT();
    const { register } = useTafel();
    const none = () => set(Object.fromEntries(cells.map((c) => [c.id, { verwacht: false }])));
    return (
        <>
            {cells.length > 1 && <Button onClick={none}>{t.gevolg.noEverywhere}</Button>}
            {cells.map((cell) => (
                <Cell
                    key={cell.id}
                    legend={t.gevolg.formOption(
                        find(vraag.opties, cell.optie)?.titel ?? '',
                        sectorName(register, cell.sector),
                    )}
                    answer={answers[cell.id] ?? {}}
                    set={(answer) => set({ [cell.id]: answer })}
                />
            ))}
        </>
    );
}

const known = (list: readonly (GevolgAntwoord | undefined)[]): GevolgAntwoord[] =>
    list.filter((a): a is GevolgAntwoord => a !== undefined);

export function GevolgForm({ vraag, voice }: { vraag: Keuzevraag; voice: Voice }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { organisatie } = voice.deelname;
    const cells = cellsFor(tafel, vraag.id, voice.deelname);
    const given = known(cells.map((c) => answerOf(tafel, c.id, organisatie)));
    const { all, set, clear } = useAnswers(`${vraag.id}.${organisatie}`, given);
    if (cells.length === 0) return null;
    const recorded = given.some((a) => a.via !== 'platform');
    return (
        <Ask
            title={t.gevolg.formFor(names.organisation(organisatie))}
            level={3}
            given={
                given.length < cells.length ? null : (
                    <p>{recorded ? t.keuze.recorded : t.gevolg.changed}</p>
                )
            }
            change={t.gevolg.change}
            submit={t.gevolg.send}
            sent={t.gevolg.sent}
            disabled={!isReady(cells, all)}
            onDone={clear}
            prepare
            command={() => ({
                do: 'gevolg.geven',
                tafel: tafel.id,
                namens: voice.namens.id,
                args: { antwoorden: toArgs(cells, all) },
            })}
        >
            <Cells vraag={vraag} cells={cells} answers={all} set={set} />
        </Ask>
    );
}

export function GevolgRecordDialog({ vraag, onClose }: { vraag: Keuzevraag; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const voor = useVoor();
    const [answers, setAnswers] = useState<Answers>({});
    const asked = members(tafel).filter((d) => cellsFor(tafel, vraag.id, d).length > 0);
    const party = asked.find((d) => d.organisatie === voor.value.organisatie);
    const cells = party ? cellsFor(tafel, vraag.id, party) : [];
    return (
        <FormDialog
            title={t.gevolg.record}
            submit={t.general.save}
            wide
            disabled={!isReady(cells, answers)}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'gevolg.geven',
                        tafel: tafel.id,
                        resend: true,
                        args: { antwoorden: toArgs(cells, answers), ...makeVoor(voor.value) },
                    },
                    t.general.saved,
                )
            }
        >
            <VoorFields voor={voor} among={asked.map((d) => d.organisatie)} />
            {party && (
                <Heading level={3}>
                    {t.gevolg.formFor(names.organisation(party.organisatie))}
                </Heading>
            )}
            <Cells
                vraag={vraag}
                cells={cells}
                answers={answers}
                set={(next) => setAnswers({ ...answers, ...next })}
            />
        </FormDialog>
    );
}

