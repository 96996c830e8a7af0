// A choice question whose text changes: the revision itself, and what it said before.

import { useState } from 'preact/hooks';
import type { Aard, Keuzevraag, KeuzevraagVersie, Optie } from '../gen/protocol';
import { endOfDay, moment } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { useW } from '../i18n/wijziging';
import { versionsOf } from '../state/wijziging';
import { Badge, Prose } from './bits';
import { FormDialog } from './dialog';
import { Difference } from './difference';
import { Chooser, DayField, TextField, isAhead, usualDay } from './forms';
import { useNames, useTafel } from './tafelcontext';

interface Texts {
    vraag: string;
    toelichting: string;
    opties: { id: string; nummer: number; titel: string; toelichting: string }[];
}

const textsOf = (vraag: Keuzevraag): Texts => ({
    vraag: vraag.vraag,
    toelichting: vraag.toelichting ?? '',
    opties: [...vraag.opties]
        .sort((a, b) => a.nummer - b.nummer)
        .map(({ id, nummer, titel, toelichting = '' }) => ({ id, nummer, titel, toelichting })),
});

const more = (text: string) => (text.trim() ? { toelichting: text.trim() } : {});

/** Only what differs is sent. */
function toArgs(vraag: Keuzevraag, { vraag: wat, toelichting, opties }: Texts) {
    const before = new Map(textsOf(vraag).opties.map((o) => [o.id, o]));
    return {
        vraag: wat.trim(),
        ...more(toelichting),
        opties: opties
            .filter((o) => {
                const old = before.get(o.id);
                return old?.titel !== o.titel.trim() || old.toelichting !== o.toelichting.trim();
            })
            .map((o) => ({ id: o.id, titel: o.titel.trim(), ...more(o.toelichting) })),
    };
}

function OptionFields({ optie, set }: { optie: Texts['opties'][number]; set: (o: Texts['opties'][number]) => void }) {
    const w = useW();
    return (
        <>
            {optie.nummer > 0 && (
                <TextField
                    label={w.herzien.option(optie.nummer)}
                    rows={1}
                    maxLength={200}
                    value={optie.titel}
                    onInput={(titel) => set({ ...optie, titel })}
                    required
                />
            )}
            {(optie.nummer === 0 || optie.toelichting !== '') && (
                <TextField
                    label={
                        optie.nummer === 0
                            ? w.herzien.nothing
                            : w.herzien.optionMore(optie.nummer)
                    }
                    rows={2}
                    maxLength={1000}
                    value={optie.toelichting}
                    onInput={(toelichting) => set({ ...optie, toelichting })}
                />
            )}
        </>
    );
}

function KindFields({ aard, set }: { aard: string; set: (aard: string) => void }) {
    const w = useW();
    return (
        <>
            <Chooser
                legend={w.herzien.kind}
                value={aard}
                onChange={set}
                choices={[
                    { value: 'redactioneel', label: w.herzien.editorial },
                    { value: 'materieel', label: w.herzien.material },
                ]}
            />
            {aard !== '' && (
                <p class="spr-quiet">
                    {aard === 'materieel' ? w.herzien.materialExplain : w.herzien.editorialExplain}
                </p>
            )}
        </>
    );
}

export function HerzienDialog({ vraag, onClose }: { vraag: Keuzevraag; onClose: () => void }) {
    const t = useT();
    const w = useW();
    const { tafel } = useTafel();
    // As it was when the dialog opened: what came meanwhile is refused as out of date.
    const [versie] = useState(vraag.versie ?? 1);
    const [texts, set] = useState(textsOf(vraag));
    const [aard, setAard] = useState<Aard | ''>('');
    const [reden, setReden] = useState('');
    const [day, setDay] = useState(usualDay());
    const asks = aard === 'materieel' && vraag.gevolgenVoor !== undefined;
    return (
        <FormDialog
            title={w.herzien.title}
            submit={w.herzien.submit}
            wide
            disabled={aard === '' || texts.vraag.trim() === '' || (asks && !isAhead(day))}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'keuzevraag.herzien',
                        tafel: tafel.id,
                        args: {
                            keuzevraag: vraag.id,
                            versie,
                            aard,
                            ...toArgs(vraag, texts),
                            ...(asks ? { voor: endOfDay(day) } : {}),
                            ...(reden.trim() ? { reden: reden.trim() } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <TextField
                label={w.herzien.question}
                rows={2}
                maxLength={1000}
                value={texts.vraag}
                onInput={(wat) => set({ ...texts, vraag: wat })}
                required
            />
            <TextField
                label={w.herzien.explanation}
                hint={t.general.optional}
                rows={2}
                maxLength={1000}
                value={texts.toelichting}
                onInput={(toelichting) => set({ ...texts, toelichting })}
            />
            {texts.opties.map((optie, i) => (
                <OptionFields
                    key={optie.id}
                    optie={optie}
                    set={(o) => set({ ...texts, opties: texts.opties.map((old, j) => (i === j ? o : old)) })}
                />
            ))}
            <KindFields aard={aard} set={(a) => setAard(a as Aard)} />
            {asks && <DayField label={w.herzien.term} value={day} onChange={setDay} />}
            <TextField
                label={w.herzien.why}
                hint={t.general.optional}
                rows={2}
                maxLength={500}
                value={reden}
                onInput={setReden}
            />
        </FormDialog>
    );
}

const lines = (o: Optie): string => [o.titel, o.toelichting].filter(Boolean).join('\n');

function Version({ versie, next }: { versie: KeuzevraagVersie; next: Keuzevraag | KeuzevraagVersie }) {
    const w = useW();
    const names = useNames();
    return (
        <li>
            <p class="spr-tafel__status">
                <strong>{w.herzien.version(versie.versie)}</strong>
                <Badge tone={versie.aard === 'materieel' ? 'warning' : 'neutral'}>
                    {versie.aard === 'materieel' ? w.herzien.materialMark : w.herzien.editorialMark}
                </Badge>
            </p>
            <Prose text={versie.vraag} />
            {versie.toelichting && <Prose text={versie.toelichting} />}
            <Difference from={versie.vraag} to={next.vraag} compact />
            <Difference from={versie.toelichting ?? ''} to={next.toelichting ?? ''} compact />
            {versie.opties.map((o) => {
                const now = next.opties.find((n) => n.id === o.id);
                return <Difference key={o.id} from={lines(o)} to={now ? lines(now) : ''} compact />;
            })}
            <p class="spr-quiet">
                {w.herzien.replaced(names.person(versie.persoon), moment(versie.op))}
                {versie.reden && `: ${versie.reden}`}
            </p>
        </li>
    );
}

/** What it said when somebody answered: hidden until it is asked for. */
export function Versies({ vraag }: { vraag: Keuzevraag }) {
    const w = useW();
    const { tafel } = useTafel();
    const all = versionsOf(tafel, vraag.id);
    if (all.length === 0) return null;
    return (
        <details class="spr-versies">
            <summary>
                {w.herzien.versions} ({all.length})
            </summary>
            <p class="spr-quiet">{w.diff.legend}</p>
            <ul class="spr-said">
                {all.map((v, i) => (
                    <Version key={v.id} versie={v} next={all[i - 1] ?? vraag} />
                ))}
            </ul>
        </details>
    );
}
