// The conclusion of the voorzitter, where the meeting is run: typed and put before everybody, and
// after a last round brought down with the hammer. Anything else has a page of its own.

import { useState } from 'preact/hooks';
import type { Besluit, Bijeenkomst } from '../gen/protocol';
import { useStartT } from '../i18n/start';
import { currentItem, decisionBefore, leadsMeeting } from '../state/bijeenkomsten';
import { client } from '../state/client';
import { chairs, isPast } from '../state/keuzes';
import { A, Alert, Button, Heading, Prose } from './bits';
import { useCommand } from './command';
import { useDraft } from './draft';
import { TextField } from './forms';
import { besluitPath } from './route';
import { useTafel } from './tafelcontext';

/** A conclusion is called by its item, or by how it begins. */
const titleOf = (text: string, item: string | undefined): string =>
    item ?? (text.length > 80 ? `${text.slice(0, 77)}…` : text).replace(/\s+/g, ' ');

function PutForm({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useStartT();
    const { tafel } = useTafel();
    const { busy, problem, run, attempt } = useCommand();
    const draft = useDraft(`conclusie.${bijeenkomst.id}`);
    // When putting it failed, what was drafted is put the next time, not drafted again.
    const [drafted, setDrafted] = useState<{ id: string; text: string } | null>(null);
    const text = draft.text.trim();
    const item = currentItem(tafel, bijeenkomst.id);
    const put = () =>
        attempt(async () => {
            let id = drafted?.text === text ? drafted.id : null;
            if (id === null) {
                const made = (await client.submit({
                    do: 'besluit.opstellen',
                    tafel: tafel.id,
                    args: {
                        soort: 'conclusie',
                        titel: titleOf(text, item?.titel),
                        tekst: text,
                        ...(item?.keuzevraag ? { keuzevraag: item.keuzevraag } : {}),
                    },
                })) as { id: string };
                id = made.id;
                setDrafted({ id, text });
            }
            const done = await run(
                { do: 'besluit.voorleggen', tafel: tafel.id, args: { besluit: id } },
                t.hamer.putDone,
            );
            if (done) draft.clear();
            return done;
        });
    return (
        <form
            class="spr-form"
            onSubmit={(event) => {
                event.preventDefault();
                if (text) void put();
            }}
        >
            <TextField
                label={t.hamer.write}
                hint={t.hamer.hint}
                rows={2}
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
                <Button type="submit" busy={busy} disabled={!text}>
                    {t.hamer.put}
                </Button>
            </div>
        </form>
    );
}

function Before({ besluit, bijeenkomst }: { besluit: Besluit; bijeenkomst: Bijeenkomst }) {
    const t = useStartT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    const asked = (besluit.stemmingGevraagd?.length ?? 0) > 0;
    const args = {
        besluit: besluit.id,
        uitkomst: 'aangenomen',
        ...(bijeenkomst.gebeurdVan ? { gebeurdOm: bijeenkomst.gebeurdVan } : {}),
    };
    return (
        <>
            <p class="spr-quiet">{t.hamer.before}</p>
            <Prose text={besluit.tekst} />
            {asked && (
                <Alert type="warning">
                    <p>{t.hamer.asked}</p>
                </Alert>
            )}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            <div class="spr-actions">
                {chairs(tafel) && !asked && (
                    <Button
                        kind="primary"
                        busy={busy}
                        onClick={() =>
                            void run({ do: 'besluit.concluderen', tafel: tafel.id, args }, t.hamer.done)
                        }
                    >
                        {t.hamer.hammer}
                    </Button>
                )}
                <A href={besluitPath(tafel.id, besluit.id)}>
                    {leadsMeeting(tafel) ? t.hamer.other : t.hamer.ask}
                </A>
            </div>
            {!chairs(tafel) && <p class="spr-quiet">{t.hamer.chair}</p>}
        </>
    );
}

/** What waits for a term or a vote is not for the hammer. */
const isForHammer = (b: Besluit | undefined): b is Besluit =>
    b?.status === 'conclusie_voorgelegd' && (b.termijn === undefined || isPast(b.termijn));

export function Hamer({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useStartT();
    const { tafel } = useTafel();
    const besluit = decisionBefore(tafel, bijeenkomst);
    // Everybody reads what is before the tafel; only who leads it puts something there.
    if (bijeenkomst.status !== 'geopend') return null;
    if (!leadsMeeting(tafel) && !isForHammer(besluit)) return null;
    return (
        <section class="spr-hamer" aria-labelledby="hamer">
            <Heading level={2} id="hamer">
                {t.hamer.title}
            </Heading>
            {isForHammer(besluit) ? (
                <Before key={besluit.id} besluit={besluit} bijeenkomst={bijeenkomst} />
            ) : (
                <PutForm bijeenkomst={bijeenkomst} />
            )}
        </section>
    );
}
