// What voorzitter and secretaris can do with the table itself.

import { useState } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import { hasRole, rounds, runsTable, theTafel } from '../state/select';
import { Button, Heading } from './bits';
import { ReasonDialog } from './dialog';
import { WithPart } from './part';
import { startPart } from './parts';
import { InviteDialog, RoundDialog, SeatDialog, SeatsDialog } from './regiedialogs';
import { useTafel } from './tafelcontext';

type StateAct = 'openen' | 'opschorten' | 'hervatten' | 'sluiten';
type Act = StateAct | 'invite' | 'list' | 'seat' | 'seats' | 'round';

/** The acts that each state of a tafel offers; the server decides again. */
const STATE_ACTS: Record<string, readonly StateAct[]> = {
    concept: ['openen'],
    open: ['opschorten', 'sluiten'],
    opgeschort: ['hervatten', 'sluiten'],
};

function StateDialog({ act, onClose }: { act: StateAct; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const needs = act === 'opschorten' || act === 'sluiten';
    return (
        <ReasonDialog
            title={t.regie[`${act}Title`]}
            explain={t.regie[`${act}Explain`]}
            submit={t.regie[act]}
            danger={act === 'sluiten'}
            reason={needs ? 'required' : act === 'hervatten' ? 'optional' : 'none'}
            reasonLabel={act === 'hervatten' ? t.regie.explanation : undefined}
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: `tafel.${act}`,
                        tafel: tafel.id,
                        args: needs
                            ? { reden }
                            : act === 'hervatten' && reden
                              ? { toelichting: reden }
                              : {},
                    },
                    t.general.done,
                )
            }
        />
    );
}

export function Regie() {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    const status = theTafel(tafel)?.status ?? '';
    if (!runsTable(tafel) || !['concept', 'open', 'opgeschort'].includes(status)) return null;
    const prepares = status === 'concept' || status === 'open';
    const close = () => setAct(null);
    return (
        <section class="spr-card spr-regie" aria-labelledby="regie">
            <Heading level={2} id="regie">
                {hasRole(tafel, 'voorzitter') ? t.regie.titleChair : t.regie.titleSecretary}
            </Heading>
            <div class="spr-regie__acts">
                {(STATE_ACTS[status] ?? []).map((a) => (
                    <Button
                        key={a}
                        kind={a === 'openen' || a === 'hervatten' ? 'primary' : 'secondary'}
                        onClick={() => setAct(a)}
                    >
                        {t.regie[a]}
                    </Button>
                ))}
                {prepares && <Button onClick={() => setAct('invite')}>{t.regie.invite}</Button>}
                {prepares && <Button onClick={() => setAct('list')}>{t.regie.inviteList}</Button>}
                <Button onClick={() => setAct('seat')}>{t.regie.seat}</Button>
                <Button onClick={() => setAct('seats')}>{t.regie.seats}</Button>
                {prepares && <Button onClick={() => setAct('round')}>{t.regie.round}</Button>}
            </div>
            {status === 'concept' && rounds(tafel).length === 0 && (
                <p class="spr-quiet">{t.regie.conceptHint}</p>
            )}
            {act && ['openen', 'opschorten', 'hervatten', 'sluiten'].includes(act) && (
                <StateDialog act={act as StateAct} onClose={close} />
            )}
            <WithPart part={startPart}>
                {(part) => (
                    <>
                        <part.Contacts />
                        {act === 'list' && <part.InviteListDialog onClose={close} />}
                    </>
                )}
            </WithPart>
            {act === 'invite' && <InviteDialog onClose={close} />}
            {act === 'seat' && <SeatDialog onClose={close} />}
            {act === 'seats' && <SeatsDialog onClose={close} />}
            {act === 'round' && <RoundDialog onClose={close} />}
        </section>
    );
}
