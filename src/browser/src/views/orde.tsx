// The item that is on the table now: for everybody what it is and how long it takes; for who leads
// the line that says what came of it, and the way to the next.

import type { Agendapunt, Bijeenkomst } from '../gen/protocol';
import { useT } from '../i18n/later';
import { agenda, currentItem, leadsMeeting, nextItem } from '../state/bijeenkomsten';
import { find } from '../state/rows';
import { A, Alert, Badge, Button, Heading, Prose } from './bits';
import { Elapsed, duration, useServerNow } from './clock';
import { useCommand } from './command';
import { useDraft } from './draft';
import { useFocusKept } from './focus';
import { TextField } from './forms';
import { besluitPath, keuzevraagPath } from './route';
import { Papers } from './stukken';
import { useTafel } from './tafelcontext';

/** How long an item has taken, and what was planned for it. */
export function ItemClock({ item }: { item: Agendapunt }) {
    const t = useT();
    const runs = item.status === 'aan_de_orde' && item.begonnenOp !== undefined;
    const now = useServerNow(runs);
    if (!runs || !item.begonnenOp)
        return item.minuten ? <span>{t.agenda.minutes(item.minuten)}</span> : null;
    if (!item.minuten) return <Elapsed since={item.begonnenOp} />;
    const spent = now - Date.parse(item.begonnenOp);
    const late = spent > item.minuten * 60_000;
    return (
        <span class={late ? 'spr-clock spr-clock--late' : 'spr-clock'}>
            {t.agenda.running(duration(spent), item.minuten)}
        </span>
    );
}

/** What an item is about, where that has a page of its own. */
export function ItemLink({ item }: { item: Agendapunt }) {
    const { tafel } = useTafel();
    const besluit = find(tafel.besluiten, item.besluit);
    const vraag = find(tafel.keuzevragen, item.keuzevraag);
    return (
        <>
            {besluit && (
                <A href={besluitPath(tafel.id, besluit.id)}>
                    {besluit.kenmerk}: {besluit.titel}
                </A>
            )}
            {vraag && <A href={keuzevraagPath(tafel.id, vraag.id)}>{vraag.vraag}</A>}
        </>
    );
}

/** The outcome is typed where the item stands; finishing it and going on is one act. */
function FinishForm({ item, next }: { item: Agendapunt; next: Agendapunt | undefined }) {
    const t = useT();
    const { tafel } = useTafel();
    const { busy, problem, run, attempt } = useCommand();
    const draft = useDraft(`agendapunt.${item.id}`);
    const uitkomst = draft.text.trim();
    const finish = (status: 'behandeld' | 'aangehouden', then?: Agendapunt) =>
        attempt(async () => {
            const args = { agendapunt: item.id, status, ...(uitkomst ? { uitkomst } : {}) };
            if (!(await run({ do: 'agendapunt.afronden', tafel: tafel.id, args }))) return false;
            draft.clear();
            if (!then) return true;
            return run(
                { do: 'agendapunt.behandelen', tafel: tafel.id, args: { agendapunt: then.id } },
                t.agenda.taken,
            );
        });
    return (
        <form
            class="spr-form spr-orde__finish"
            onSubmit={(event) => {
                event.preventDefault();
                void finish('behandeld', next);
            }}
        >
            <TextField
                label={t.agenda.outcome}
                maxLength={1000}
                value={draft.text}
                onInput={draft.set}
            />
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            <div class="spr-actions">
                <Button kind="primary" type="submit" busy={busy}>
                    {next ? t.agenda.saveAndNext(next.nummer) : t.agenda.save}
                </Button>
                {next && (
                    <Button busy={busy} onClick={() => void finish('behandeld')}>
                        {t.agenda.save}
                    </Button>
                )}
                <Button busy={busy} onClick={() => void finish('aangehouden')}>
                    {t.agenda.hold}
                </Button>
            </div>
        </form>
    );
}

function TakeNext({ next }: { next: Agendapunt }) {
    const t = useT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    return (
        <>
            <div class="spr-actions">
                <Button
                    kind="primary"
                    busy={busy}
                    onClick={() =>
                        void run(
                            {
                                do: 'agendapunt.behandelen',
                                tafel: tafel.id,
                                args: { agendapunt: next.id },
                            },
                            t.agenda.taken,
                        )
                    }
                >
                    {t.agenda.takeItem(next.titel)}
                </Button>
            </div>
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </>
    );
}

/** During a suspension nothing is taken up or finished. */
export function Orde({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const ref = useFocusKept<HTMLElement>();
    const item = currentItem(tafel, bijeenkomst.id);
    const next = nextItem(tafel, bijeenkomst.id);
    const leads = leadsMeeting(tafel) && bijeenkomst.status === 'geopend';
    const treated = agenda(tafel, bijeenkomst.id).length > 0 && !next;
    return (
        <section class="spr-orde" aria-labelledby="orde" ref={ref}>
            <Heading level={2} id="orde">
                {t.bijeenkomst.run}
            </Heading>
            {!item && (
                <p class="spr-quiet">
                    {treated ? t.bijeenkomst.allDone : t.bijeenkomst.nothingRuns}
                </p>
            )}
            {item && (
                <>
                    <p class="spr-orde__title">
                        <span class="spr-orde__nr">{item.nummer}.</span> {item.titel}
                    </p>
                    <p class="spr-thread__meta">
                        <Badge>{t.agendapuntSoort[item.soort]}</Badge>
                        <ItemClock item={item} />
                        <ItemLink item={item} />
                    </p>
                    {item.toelichting && <Prose class="spr-quiet" text={item.toelichting} />}
                    <Papers bijeenkomst={bijeenkomst.id} agendapunt={item.id} compact />
                    {leads && <FinishForm key={item.id} item={item} next={next} />}
                </>
            )}
            {!item && next && leads && <TakeNext next={next} />}
        </section>
    );
}
