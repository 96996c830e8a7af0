// The list of onderwerpen, with what is unread, and opening a new one.

import { useState } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import { threads, voices, writableStreams, type Thread } from '../state/select';
import { A, Badge, Button, Count, When, cls } from './bits';
import { FormDialog } from './dialog';
import { Select, TextField } from './forms';
import { useAudience, useRoomName } from './lezers';
import { onderwerpPath } from './route';
import { useNames, useTafel } from './tafelcontext';

function Row({ thread, current }: { thread: Thread; current: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { onderwerp, ongelezen, laatste } = thread;
    const room = useRoomName()(onderwerp.stroom);
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

/** In the plenary, or in a room that this reader may write in. */
function NewThread({ places, onClose }: { places: readonly string[]; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [titel, setTitel] = useState('');
    const [toelichting, setToelichting] = useState('');
    const [stroom, setStroom] = useState(places[0] ?? '');
    const options = voices(tafel, stroom);
    const [namens, setNamens] = useState(options[0]?.id ?? '');
    const audience = useAudience(stroom);
    const nameOf = useRoomName();
    const move = (next: string) => {
        setStroom(next);
        setNamens(voices(tafel, next)[0]?.id ?? '');
    };
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
            {places.length > 1 && (
                <Select
                    label={t.thread.place}
                    value={stroom}
                    onChange={move}
                    choices={places.map((s) => ({ value: s, label: nameOf(s) || t.thread.plenary }))}
                />
            )}
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
    const all = threads(tafel).filter((th) => stroom === null || th.onderwerp.stroom === stroom);
    const open = all.filter((th) => th.onderwerp.status === 'open');
    const closed = all.filter((th) => th.onderwerp.status !== 'open');
    const places = writableStreams(tafel);
    return (
        <>
            {all.length === 0 && <p class="spr-quiet">{t.thread.none}</p>}
            <ul class={cls('spr-threads', compact && 'spr-threads--compact')}>
                {[...open, ...closed].map((th) => (
                    <Row key={th.onderwerp.id} thread={th} current={th.onderwerp.id === current} />
                ))}
            </ul>
            {places.length > 0 && !compact && (
                <Button icon="plus" onClick={() => setMaking(true)}>
                    {t.thread.new}
                </Button>
            )}
            {making && <NewThread places={places} onClose={() => setMaking(false)} />}
        </>
    );
}
