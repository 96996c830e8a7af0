// What is loaded when somebody chooses who may read something, or looks in from outside.

import { useState } from 'preact/hooks';
import { endOfDay, shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import type { Openheid } from '../gen/protocol';
import { theTafel } from '../state/select';
import { A, Heading, Prose } from './bits';
import { BesluitLine } from './besluitline';
import { FormDialog } from './dialog';
import { Chooser, DayField, isAhead, usualDay } from './forms';
import type { Thing } from './openbaarheid';
import { useTafel } from './tafelcontext';

export { Doorgeleidingen } from './doorgeleiding';

interface OpenProps {
    thing: Thing;
    namens: string | null;
    onClose: () => void;
}

const named = (thing: Thing): { kind: 'besluit' | 'verslag' | 'stuk'; id: string; name: string } =>
    'besluit' in thing
        ? { kind: 'besluit', id: thing.besluit.id, name: thing.besluit.titel }
        : 'verslag' in thing
          ? { kind: 'verslag', id: thing.verslag.id, name: thing.name }
          : { kind: 'stuk', id: thing.stuk.id, name: thing.stuk.titel };

export function OpenDialog({ thing, namens, onClose }: OpenProps) {
    const t = useT();
    const { tafel } = useTafel();
    const { kind, id, name } = named(thing);
    const brought = 'stuk' in thing && thing.stuk.spreker?.organisatie !== undefined;
    const sealed =
        theTafel(tafel)?.openbaarheid === 'vertrouwelijk' || (brought && namens === null);
    const choices: readonly Openheid[] = sealed
        ? ['tafel', 'vertrouwelijk']
        : ['tafel', 'vertrouwelijk', 'embargo', 'openbaar'];
    const [choice, setChoice] = useState<string>('');
    const [day, setDay] = useState(usualDay());
    return (
        <FormDialog
            title={t.openheid.title(name)}
            submit={t.general.save}
            disabled={!choice || (choice === 'embargo' && !isAhead(day))}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'openbaarheid.zetten',
                        tafel: tafel.id,
                        namens,
                        args: {
                            [kind]: id,
                            openbaarheid: choice,
                            ...(choice === 'embargo' ? { embargoTot: endOfDay(day) } : {}),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <Chooser
                legend={t.openheid.legend}
                value={choice}
                onChange={setChoice}
                choices={choices.map((c) => ({ value: c, label: t.openheid.keuze[c] }))}
            />
            {choice === 'embargo' && (
                <DayField
                    label={t.openheid.until_label}
                    hint={t.openheid.untilHint}
                    value={day}
                    onChange={setDay}
                />
            )}
            {(choice === 'embargo' || choice === 'openbaar') && (
                <p class="spr-quiet">{t.openheid.outside[kind]}</p>
            )}
        </FormDialog>
    );
}

/** For who has no seat: the outcomes, papers and minutes that are public. */
export function Uitkomsten() {
    const t = useT();
    const { tafel } = useTafel();
    const { besluiten, stukken, verslagen } = tafel;
    const open = stukken.filter((s) => s.adres?.startsWith('https://'));
    return (
        <section aria-labelledby="uitkomsten">
            <Heading level={2} id="uitkomsten">
                {t.openheid.uitkomsten}
            </Heading>
            {besluiten.length + open.length + verslagen.length === 0 && (
                <p class="spr-quiet">{t.openheid.none}</p>
            )}
            <ul class="spr-threads">
                {besluiten.map((b) => (
                    <BesluitLine key={b.id} besluit={b} />
                ))}
            </ul>
            {open.length > 0 && (
                <>
                    <Heading level={3}>{t.openheid.stukken}</Heading>
                    <ul class="spr-papers">
                        {open.map((s) => (
                            <li key={s.id}>
                                <A href={s.adres!} rel="noopener noreferrer">
                                    {s.titel}
                                </A>
                            </li>
                        ))}
                    </ul>
                </>
            )}
            {verslagen.map((v) => (
                <details key={v.id} class="spr-verslag">
                    <summary>{t.openheid.verslag(shortDay(v.vastgesteldOp ?? v.op))}</summary>
                    <Prose text={v.tekst} />
                </details>
            ))}
        </section>
    );
}
