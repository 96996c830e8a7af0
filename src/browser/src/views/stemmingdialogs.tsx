// Opening, closing and breaking off a vote. The common case is one choice; the rest is folded.

import { useState } from 'preact/hooks';
import type { Besluit, Breuk, Methode, Stemming, Zijde } from '../gen/protocol';
import { useT } from '../i18n/stemwijze';
import { ballots, isShown } from '../state/keuzes';
import { FormDialog, ReasonDialog } from './dialog';
import { Check, Chooser, Select } from './forms';
import { useTafel } from './tafelcontext';

const METHODEN: readonly Methode[] = ['dubbele_meerderheid', 'eenvoudig', 'gekwalificeerd'];
const OTHERS: readonly Methode[] = ['consent', 'peiling'];
const SIDES: readonly Zijde[] = ['werknemers', 'werkgevers'];
/** Share and whether more than it is needed. */
const DREMPELS = ['1/2 >', '2/3 >=', '3/4 >='] as const;
const QUORA = ['0/1', '1/2', '2/3', '3/4'] as const;

const toBreuk = (text: string): Breuk => {
    const [teller, noemer] = text.split('/').map(Number);
    return { teller: teller ?? 0, noemer: noemer ?? 1 };
};

interface Settings {
    methode: Methode;
    drempel: string;
    quorum: string;
    gewogen: boolean;
    sectordekking: boolean;
    hide: boolean;
    koepel: readonly Zijde[];
}

/** Only what differs from the usual rule is sent: that rule is the server's. */
function toArgs(besluit: string, s: Settings) {
    const [share = '', sign] = s.drempel.split(' ');
    const poll = s.methode === 'peiling';
    const majority = METHODEN.includes(s.methode);
    return {
        besluit,
        methode: s.methode,
        ...(s.drempel && majority ? { drempel: toBreuk(share), strikt: sign === '>' } : {}),
        ...(s.quorum && !poll ? { quorum: toBreuk(s.quorum) } : {}),
        ...(s.gewogen && s.methode !== 'consent' ? { gewogen: true } : {}),
        ...(s.sectordekking && !poll ? { sectordekking: true } : {}),
        ...(s.hide ? { zichtbaar: 'na_sluiting' } : {}),
        ...(s.koepel.length > 0 ? { koepelBevestigd: s.koepel } : {}),
    };
}

interface SettingsProps {
    value: Settings;
    set: (value: Settings) => void;
}

/** The majorities in sight; consent and peiling are found where the other settings are. */
function MethodField({ legend, among, value, set }: SettingsProps & {
    legend: string;
    among: readonly Methode[];
}) {
    const t = useT();
    return (
        <Chooser
            legend={legend}
            value={value.methode}
            onChange={(methode) => set({ ...value, methode: methode as Methode })}
            choices={among.map((m) => ({ value: m, label: t.stemwijze.kort[m] }))}
        />
    );
}

function CountSettings({ value, set }: SettingsProps) {
    const t = useT();
    const poll = value.methode === 'peiling';
    const share = (text: string) => {
        const { teller, noemer } = toBreuk(text);
        return t.stemming.breuk(teller, noemer);
    };
    return (
        <>
            {METHODEN.includes(value.methode) && (
                <Select
                    label={t.stemming.drempel}
                    value={value.drempel}
                    onChange={(drempel) => set({ ...value, drempel })}
                    choices={[
                        { value: '', label: t.stemming.standard },
                        ...DREMPELS.map((d) => {
                            const [part = '', sign] = d.split(' ');
                            const word = sign === '>' ? t.stemming.over : t.stemming.least;
                            return { value: d, label: word(share(part)) };
                        }),
                    ]}
                />
            )}
            {!poll && (
                <Select
                    label={t.stemming.quorumField}
                    value={value.quorum}
                    onChange={(quorum) => set({ ...value, quorum })}
                    choices={[
                        { value: '', label: t.stemming.standard },
                        ...QUORA.map((q) => ({
                            value: q,
                            label: q === '0/1' ? t.stemming.noQuorum : t.stemming.least(share(q)),
                        })),
                    ]}
                />
            )}
        </>
    );
}

function MoreSettings({ value, set }: SettingsProps) {
    const t = useT();
    const confirm = (side: Zijde, on: boolean) =>
        set({
            ...value,
            koepel: on ? [...value.koepel, side] : value.koepel.filter((z) => z !== side),
        });
    return (
        <details class="spr-more">
            <summary>{t.stemming.more}</summary>
            <MethodField legend={t.stemwijze.others} among={OTHERS} value={value} set={set} />
            <CountSettings value={value} set={set} />
            <Check
                label={t.stemming.hide}
                checked={value.hide}
                onChange={(hide) => set({ ...value, hide })}
            />
            {value.methode !== 'consent' && (
                <Check
                    label={t.stemming.weighted}
                    checked={value.gewogen}
                    onChange={(gewogen) => set({ ...value, gewogen })}
                />
            )}
            {value.methode !== 'peiling' && (
                <Check
                    label={t.stemming.sectors}
                    checked={value.sectordekking}
                    onChange={(sectordekking) => set({ ...value, sectordekking })}
                />
            )}
            {SIDES.map((side) => (
                <Check
                    key={side}
                    label={t.stemming.koepel(t.zijde[side])}
                    checked={value.koepel.includes(side)}
                    onChange={(on) => confirm(side, on)}
                />
            ))}
        </details>
    );
}

export function OpenDialog({ besluit, onClose }: { besluit: Besluit; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const [value, set] = useState<Settings>({
        methode: 'dubbele_meerderheid',
        drempel: '',
        quorum: '',
        gewogen: false,
        sectordekking: false,
        hide: false,
        koepel: [],
    });
    return (
        <FormDialog
            title={t.stemming.openenTitle}
            submit={t.stemming.openen}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    { do: 'stemming.openen', tafel: tafel.id, args: toArgs(besluit.id, value) },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.stemming.openenExplain}</p>
            <MethodField legend={t.stemming.method} among={METHODEN} value={value} set={set} />
            <MoreSettings value={value} set={set} />
        </FormDialog>
    );
}

interface VoteProps {
    stemming: Stemming;
    onClose: () => void;
}

export function CloseDialog({ stemming, onClose }: VoteProps) {
    const t = useT();
    const { tafel } = useTafel();
    const cast = ballots(tafel, stemming.id).length;
    const explain = isShown(stemming)
        ? (stemming.methode === 'peiling' ? t.stemwijze.pollExplain : t.stemming.sluitenExplain)(
              cast,
              stemming.kiezers.length,
          )
        : stemming.methode === 'peiling'
          ? t.stemwijze.polling
          : t.stemming.sluitenHidden;
    return (
        <ReasonDialog
            title={t.stemming.sluitenTitle}
            explain={explain}
            submit={t.stemming.sluiten}
            reason="none"
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    { do: 'stemming.sluiten', tafel: tafel.id, args: { stemming: stemming.id } },
                    t.general.done,
                )
            }
        />
    );
}

export function AbortDialog({ stemming, onClose }: VoteProps) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <ReasonDialog
            title={t.stemming.afbreken}
            explain={t.stemming.afbrekenExplain}
            submit={t.stemming.afbreken}
            danger
            reason="required"
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: 'stemming.afbreken',
                        tafel: tafel.id,
                        args: { stemming: stemming.id, reden },
                    },
                    t.general.done,
                )
            }
        />
    );
}
