// Noting an action item, and telling what became of it.

import { useState } from 'preact/hooks';
import type { Actiepunt } from '../gen/protocol';
import { endOfDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { agenda, currentItem } from '../state/bijeenkomsten';
import { meetingUnderWay, organisationOfSeat, activeSeats, parties } from '../state/select';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { Chooser, DayField, Select, TextField, isAhead, usualDay } from './forms';
import { useNames, useTafel } from './tafelcontext';

/** Who can be asked: of a party those that sit for it, else who runs the table. */
function usePeople(organisatie: string) {
    const { tafel } = useTafel();
    const names = useNames();
    const seats = activeSeats(tafel).filter((z) => (organisationOfSeat(tafel, z) ?? '') === organisatie);
    return [...new Set(seats.map((z) => z.persoon))].map((p) => ({ value: p, label: names.person(p) }));
}

function WhoFields(props: {
    organisatie: string;
    persoon: string;
    set: (organisatie: string, persoon: string) => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const people = usePeople(props.organisatie);
    return (
        <div class="spr-fieldrow">
            <Select
                label={t.actie.who}
                value={props.organisatie}
                onChange={(organisatie) => props.set(organisatie, '')}
                choices={[
                    { value: '', label: t.actie.whoTable },
                    ...parties(tafel).map((d) => ({
                        value: d.organisatie,
                        label: names.organisation(d.organisatie),
                    })),
                ]}
            />
            <Select
                label={t.actie.person}
                value={props.persoon}
                onChange={(persoon) => props.set(props.organisatie, persoon)}
                choices={[{ value: '', label: t.actie.anyone }, ...people]}
            />
        </div>
    );
}

export function NoteActionDialog({
    bijeenkomst,
    onClose,
}: {
    bijeenkomst?: string;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const meeting = bijeenkomst ?? meetingUnderWay(tafel)?.id;
    const items = meeting ? agenda(tafel, meeting) : [];
    const wat = useDraft(`actiepunt.${tafel.id}`);
    const [who, setWho] = useState({ organisatie: '', persoon: '' });
    const [day, setDay] = useState(usualDay);
    const [item, setItem] = useState((meeting && currentItem(tafel, meeting)?.id) ?? '');
    const args = {
        wat: wat.text.trim(),
        voor: endOfDay(day || usualDay()),
        ...(who.organisatie ? { organisatie: who.organisatie } : {}),
        ...(who.persoon ? { persoon: who.persoon } : {}),
        ...(item ? { agendapunt: item } : {}),
    };
    return (
        <FormDialog
            title={t.actie.noteTitle}
            submit={t.actie.note}
            disabled={!args.wat || !isAhead(day)}
            onClose={onClose}
            onDone={wat.clear}
            onSubmit={(run) =>
                run({ do: 'actiepunt.noteren', tafel: tafel.id, resend: true, args }, t.actie.noted)
            }
        >
            <TextField
                label={t.actie.what}
                rows={2}
                maxLength={1000}
                value={wat.text}
                onInput={wat.set}
                required
            />
            <WhoFields
                organisatie={who.organisatie}
                persoon={who.persoon}
                set={(organisatie, persoon) => setWho({ organisatie, persoon })}
            />
            <DayField label={t.actie.when} value={day} onChange={setDay} />
            {items.length > 0 && (
                <Select
                    label={t.actie.about}
                    value={item}
                    onChange={setItem}
                    choices={[
                        { value: '', label: t.actie.noItem },
                        ...items.map((a) => ({ value: a.id, label: `${a.nummer}. ${a.titel}` })),
                    ]}
                />
            )}
        </FormDialog>
    );
}

export function FinishActionDialog(props: {
    actie: Actiepunt;
    namens: string | null;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const { actie, namens, onClose } = props;
    const [status, setStatus] = useState('klaar');
    const verhaal = useDraft(`actiepunt.verhaal.${actie.id}`);
    const story = verhaal.text.trim();
    return (
        <FormDialog
            title={t.actie.finishTitle(actie.nummer)}
            submit={t.actie.finish}
            disabled={status === 'vervallen' && !story}
            onClose={onClose}
            onDone={verhaal.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'actiepunt.afronden',
                        tafel: tafel.id,
                        namens,
                        resend: true,
                        args: { actiepunt: actie.id, status, ...(story ? { verhaal: story } : {}) },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{actie.wat}</p>
            <Chooser
                legend={t.actie.how}
                value={status}
                onChange={setStatus}
                choices={[
                    { value: 'klaar', label: t.actie.isDone },
                    { value: 'vervallen', label: t.actie.lapses },
                ]}
            />
            <TextField
                label={t.actie.story}
                hint={status === 'klaar' ? t.general.optional : t.actie.lapseHint}
                required={status === 'vervallen'}
                rows={2}
                maxLength={1000}
                value={verhaal.text}
                onInput={verhaal.set}
            />
        </FormDialog>
    );
}
