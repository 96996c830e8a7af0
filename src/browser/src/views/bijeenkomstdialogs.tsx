// Opening, closing and calling off a meeting. A meeting that was held on paper is entered
// afterwards: then it is said when it began and when it was over.

import { useState } from 'preact/hooks';
import type { Bijeenkomst } from '../gen/protocol';
import { useT } from '../i18n/later';
import { agenda } from '../state/bijeenkomsten';
import { serverNow } from '../state/time';
import { FormDialog, ReasonDialog } from './dialog';
import { DateField, toMoment } from './forms';
import { besluitenlijstPath, go } from './route';
import { useTafel } from './tafelcontext';

interface Props {
    bijeenkomst: Bijeenkomst;
    onClose: () => void;
}

function MomentDialog(props: Props & { act: 'openen' | 'sluiten'; note?: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const { bijeenkomst, act, note, onClose } = props;
    const [om, setOm] = useState('');
    const opens = act === 'openen';
    // What happened can not lie ahead.
    const ahead = om !== '' && new Date(om).getTime() > serverNow();
    return (
        <FormDialog
            title={opens ? t.bijeenkomst.openTitle : t.bijeenkomst.closeTitle}
            submit={opens ? t.bijeenkomst.open : t.bijeenkomst.close}
            disabled={ahead}
            onClose={onClose}
            onDone={() => {
                // What was held just now is read in the list; on paper there is more to enter.
                if (!opens && !om && !bijeenkomst.gebeurdVan)
                    go(besluitenlijstPath(tafel.id, bijeenkomst.id));
            }}
            onSubmit={(run) =>
                run(
                    {
                        do: `bijeenkomst.${act}`,
                        tafel: tafel.id,
                        args: {
                            bijeenkomst: bijeenkomst.id,
                            ...(om ? { gebeurdOm: toMoment(om) } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">
                {opens ? t.bijeenkomst.openExplain : t.bijeenkomst.closeExplain}
            </p>
            {note && <p class="utrecht-paragraph">{note}</p>}
            <DateField
                label={opens ? t.bijeenkomst.happenedFrom : t.bijeenkomst.happenedTo}
                value={om}
                onChange={setOm}
            />
        </FormDialog>
    );
}

export const OpenMeetingDialog = (props: Props) => <MomentDialog {...props} act="openen" />;

export function CloseMeetingDialog(props: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const left = agenda(tafel, props.bijeenkomst.id).filter((a) => a.status === 'open').length;
    const note = left > 0 ? t.bijeenkomst.closeLeft(left) : undefined;
    return <MomentDialog {...props} act="sluiten" note={note} />;
}

export function CallOffDialog({ bijeenkomst, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <ReasonDialog
            title={t.bijeenkomst.callOffTitle}
            explain={t.bijeenkomst.callOffExplain}
            submit={t.bijeenkomst.callOff}
            danger
            reason="required"
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: 'bijeenkomst.afgelasten',
                        tafel: tafel.id,
                        args: { bijeenkomst: bijeenkomst.id, reden },
                    },
                    t.general.done,
                )
            }
        />
    );
}
