// Inviting a party, giving and taking seats, and planning a round.

import { useState } from 'preact/hooks';
import type { DeelnameRol, Persoon, RondeSoort, Zetel, ZetelRol, Zijde } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import { organisation, organisationName, personName, plainName } from '../state/register';
import { find } from '../state/rows';
import { activeSeats, organisationOfSeat, parties, ZIJDEN } from '../state/select';
import { Button } from './bits';
import { Dialog, FormDialog, ReasonDialog } from './dialog';
import { Check, DateField, Select, TextField, toMoment } from './forms';
import { useNames, useTafel } from './tafelcontext';

const DEELNAME_ROLLEN: readonly DeelnameRol[] = ['stemhebbend', 'adviserend', 'toehorend'];
const PARTY_ROLES: readonly ZetelRol[] = [
    'vertegenwoordiger',
    'plaatsvervanger',
    'ondertekenaar',
    'penvoerder',
    'rapporteur',
];
const TABLE_ROLES: readonly ZetelRol[] = ['voorzitter', 'secretaris', 'toehoorder', 'analist'];
const RONDE_SOORTEN: readonly RondeSoort[] = [
    'sector',
    'bovensectoraal',
    'schriftelijk',
    'terugblik',
];

const byLabel = (a: { label: string }, b: { label: string }) =>
    a.label.localeCompare(b.label, 'nl');

export function InviteDialog({ onClose }: { onClose: () => void }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const seated = new Set(parties(tafel).map((d) => d.organisatie));
    const choices = register.organisaties
        .filter((o) => !seated.has(o.id))
        .map((o) => ({
            value: o.id,
            label: o.fictief ? `${plainName(o.naam)} (${t.party.fictional})` : o.naam,
        }))
        .sort(byLabel);
    const [organisatie, setOrganisatie] = useState(choices[0]?.value ?? '');
    const [rol, setRol] = useState<string>('stemhebbend');
    const [zijde, setZijde] = useState('');
    const own = organisation(register, organisatie)?.zijde;
    if (choices.length === 0) {
        return (
            <Dialog title={t.regie.inviteTitle} onClose={onClose}>
                <p>{t.regie.inviteNone}</p>
            </Dialog>
        );
    }
    return (
        <FormDialog
            title={t.regie.inviteTitle}
            submit={t.regie.invite}
            disabled={!organisatie}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'deelname.uitnodigen',
                        tafel: tafel.id,
                        args: { organisatie, rol, ...(zijde ? { zijde } : {}) },
                    },
                    t.general.done,
                )
            }
        >
            <Select
                label={t.regie.organisation}
                value={organisatie}
                choices={choices}
                onChange={setOrganisatie}
            />
            <Select
                label={t.regie.partyRole}
                value={rol}
                onChange={setRol}
                choices={DEELNAME_ROLLEN.map((r) => ({ value: r, label: t.deelnameRol[r] }))}
            />
            <Select
                label={t.regie.side}
                value={zijde}
                onChange={setZijde}
                choices={[
                    { value: '', label: own ? t.regie.ownSide(t.zijde[own]) : '' },
                    ...ZIJDEN.map((z: Zijde) => ({ value: z, label: t.zijde[z] })),
                ]}
            />
        </FormDialog>
    );
}

export function SeatDialog({ onClose }: { onClose: () => void }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const [deelname, setDeelname] = useState('');
    const party = find(tafel.deelnames, deelname)?.organisatie;
    const speaks = (p: Persoon) =>
        register.vertegenwoordigingen.some((v) => v.persoon === p.id && v.organisatie === party);
    const choices = register.personen
        .filter((p) => !party || speaks(p))
        .map((p) => ({ value: p.id, label: p.naam }))
        .sort(byLabel);
    const [wanted, setPersoon] = useState('');
    const persoon = choices.find((c) => c.value === wanted)?.value ?? choices[0]?.value ?? '';
    const [rollen, setRollen] = useState<readonly ZetelRol[]>([]);
    const offered = deelname ? PARTY_ROLES : TABLE_ROLES;
    const chosen = rollen.filter((rol) => offered.includes(rol));
    return (
        <FormDialog
            title={t.regie.seatTitle}
            submit={t.regie.seat}
            onClose={onClose}
            disabled={!persoon || chosen.length === 0}
            onSubmit={(run) =>
                run(
                    {
                        do: 'zetel.toekennen',
                        tafel: tafel.id,
                        args: { persoon, rollen: chosen, ...(deelname ? { deelname } : {}) },
                    },
                    t.general.done,
                )
            }
        >
            <Select
                label={t.regie.seatFor}
                value={deelname}
                onChange={setDeelname}
                choices={[
                    { value: '', label: t.regie.seatForTable },
                    ...parties(tafel).map((d) => ({
                        value: d.id,
                        label: organisationName(register, d.organisatie),
                    })),
                ]}
            />
            <Select
                label={t.regie.person}
                value={persoon}
                choices={choices}
                onChange={setPersoon}
            />
            <fieldset class="spr-fieldset">
                <legend class="utrecht-form-label">{t.regie.roles}</legend>
                {offered.map((rol) => (
                    <Check
                        key={rol}
                        label={t.rol(rol)}
                        checked={rollen.includes(rol)}
                        onChange={(on) =>
                            setRollen((all) => (on ? [...all, rol] : all.filter((r) => r !== rol)))
                        }
                    />
                ))}
            </fieldset>
        </FormDialog>
    );
}

export function SeatsDialog({ onClose }: { onClose: () => void }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const names = useNames();
    const [taking, setTaking] = useState<Zetel | null>(null);
    if (taking) {
        return (
            <ReasonDialog
                title={t.regie.takeTitle(personName(register, taking.persoon))}
                danger
                explain={t.regie.takeExplain}
                submit={t.regie.take}
                reason="optional"
                onClose={onClose}
                onSubmit={(run, reden) =>
                    run(
                        {
                            do: 'zetel.intrekken',
                            tafel: tafel.id,
                            args: { zetel: taking.id, ...(reden ? { reden } : {}) },
                        },
                        t.general.done,
                    )
                }
            />
        );
    }
    return (
        <Dialog title={t.regie.seats} onClose={onClose} wide>
            <ul class="spr-plainlist spr-seatrows">
                {activeSeats(tafel).map((z) => (
                    <li key={z.id}>
                        <span>
                            {names.person(z.persoon)}{' '}
                            <span class="spr-quiet">
                                {z.rollen.map((r) => t.rol(r)).join(', ')}
                                {z.deelname &&
                                    ` · ${names.organisation(organisationOfSeat(tafel, z))}`}
                            </span>
                        </span>
                        <Button
                            kind="subtle"
                            onClick={() => setTaking(z)}
                            aria-label={t.regie.takeTitle(names.person(z.persoon))}
                        >
                            {t.regie.take}
                        </Button>
                    </li>
                ))}
            </ul>
        </Dialog>
    );
}

export function RoundDialog({ onClose }: { onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const [soort, setSoort] = useState<string>(
        tafel.rondes.length === 0 ? 'sector' : 'bovensectoraal',
    );
    const [vraag, setVraag] = useState('');
    const [opent, setOpent] = useState('');
    const [sluit, setSluit] = useState('');
    return (
        <FormDialog
            title={t.regie.roundTitle}
            submit={t.regie.round}
            disabled={!vraag.trim()}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'ronde.plannen',
                        tafel: tafel.id,
                        args: {
                            soort,
                            vraag: vraag.trim(),
                            ...(opent ? { opent: toMoment(opent) } : {}),
                            ...(sluit ? { sluit: toMoment(sluit) } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <Select
                label={t.regie.roundKind}
                value={soort}
                onChange={setSoort}
                choices={RONDE_SOORTEN.map((s) => ({ value: s, label: t.rondeSoort[s] }))}
            />
            <TextField
                label={t.regie.roundQuestion}
                rows={3}
                maxLength={1000}
                value={vraag}
                onInput={setVraag}
                required
            />
            <DateField label={t.regie.opens} value={opent} onChange={setOpent} />
            <DateField label={t.regie.closes} value={sluit} onChange={setSluit} />
        </FormDialog>
    );
}
