// The list of onderwerpen, with what is unread, and opening a new one.

import { useState } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import { mayWrite, runsTable, theTafel, threads, voices, type Thread } from '../state/select';
import { A, Badge, Button, Count, When, cls } from './bits';
import { FormDialog } from './dialog';
import { Select, TextField } from './forms';
import { useAudience, useRoom } from './lezers';
import { onderwerpPath } from './route';
import { useNames, useTafel } from './tafelcontext';

function Row({ thread, current }: { thread: Thread; current: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { onderwerp, ongelezen, laatste } = thread;
    const room = useRoom(onderwerp.stroom);
    return (
        <li class={cls('spr-thread', current && 'spr-thread--current')}>
            <p class="spr-thread__title">
                <A
                    href={onderwerpPath(tafel.id, onderwerp.id)}
                    aria-current={current ? 'page' : undefined}
                >
                    {onderwerp.titel}
                </A>
                <Count n={ongelezen} label={t.thread.unread(ongelezen)} />
            </p>
            <p class="spr-thread__meta">
                {onderwerp.status === 'gesloten' && <Badge>{t.thread.closed}</Badge>}
                {room && <Badge tone="active">{room}</Badge>}
                {laatste ? (
                    <span>
                        {names.organisation(laatste.spreker.organisatie) ||
                            names.person(laatste.spreker.persoon)}
                        , <When at={laatste.geplaatstOp} />
                    </span>
                ) : (
                    <span>{t.thread.empty}</span>
                )}
            </p>
        </li>
    );
}

function NewThread({ stroom, onClose }: { stroom: string; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [titel, setTitel] = useState('');
    const [toelichting, setToelichting] = useState('');
    const options = voices(tafel, stroom);
    const [namens, setNamens] = useState(options[0]?.id ?? '');
    const audience = useAudience(stroom);
    return (
        <FormDialog
            title={t.thread.newTitle}
            submit={t.thread.newButton}
            disabled={!titel.trim()}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'onderwerp.openen',
                        tafel: tafel.id,
                        namens: namens || null,
                        args: {
                            stroom,
                            titel: titel.trim(),
                            ...(toelichting.trim() ? { toelichting: toelichting.trim() } : {}),
                        },
                    },
                    t.thread.opened,
                )
            }
        >
            <p class="spr-quiet">{audience}</p>
            <TextField
                label={t.thread.name}
                value={titel}
                onInput={setTitel}
                maxLength={200}
                required
            />
            <TextField
                label={t.thread.explanation}
                hint={t.general.optional}
                rows={3}
                value={toelichting}
                onInput={setToelichting}
                maxLength={1000}
            />
            {options.length > 1 && (
                <Select
                    label={t.compose.voice}
                    value={namens}
                    onChange={setNamens}
                    choices={options.map((v) => ({
                        value: v?.id ?? '',
                        label: v ? names.organisation(v.organisatie) : t.compose.ownRole,
                    }))}
                />
            )}
        </FormDialog>
    );
}

/** All threads, or those of one stream. */
export function ThreadList({
    stroom,
    current,
    compact,
}: {
    stroom: string | null;
    current?: string;
    compact?: boolean;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const [making, setMaking] = useState(false);
    const target = stroom ?? `tafel:${tafel.id}`;
    const all = threads(tafel).filter((th) => stroom === null || th.onderwerp.stroom === stroom);
    const open = all.filter((th) => th.onderwerp.status === 'open');
    const closed = all.filter((th) => th.onderwerp.status !== 'open');
    const may =
        mayWrite(tafel, target) &&
        voices(tafel, target).length > 0 &&
        (runsTable(tafel) || theTafel(tafel)?.status === 'open');
    return (
        <>
            {all.length === 0 && <p class="spr-quiet">{t.thread.none}</p>}
            <ul class={cls('spr-threads', compact && 'spr-threads--compact')}>
                {[...open, ...closed].map((th) => (
                    <Row key={th.onderwerp.id} thread={th} current={th.onderwerp.id === current} />
                ))}
            </ul>
            {may && !compact && (
                <Button icon="plus" onClick={() => setMaking(true)}>
                    {t.thread.new}
                </Button>
            )}
            {making && <NewThread stroom={target} onClose={() => setMaking(false)} />}
        </>
    );
}
