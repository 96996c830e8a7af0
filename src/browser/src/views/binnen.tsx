// What the own organisation prepared: what it says, who wrote it, who agrees, and sending it.

import { useState } from 'preact/hooks';
import type { Voorbereiding } from '../gen/protocol';
import { useT, type WithBinnen } from '../i18n/binnen';
import { draftsFor, needsSignatory, waitsForSecond } from '../state/binnen';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { STEMKEUZES, WAARDEN } from '../state/keuzes';
import { organisationName, personName } from '../state/register';
import { Alert, Badge, Button, Heading, Prose, When } from './bits';
import { useCommand } from './command';
import { FormDialog } from './dialog';
import { useFocusKept } from './focus';
import { Chooser, TextField, type Choice } from './forms';
import { useTafel } from './tafelcontext';

/** Which field of these arguments holds the choice, and what may be chosen. */
function choicesOf(t: WithBinnen, v: Voorbereiding): { field: 'waarde' | 'graad' | 'keuze'; choices: Choice[] } | null {
    const made = <K extends string>(all: readonly K[], words: Record<K, string>): Choice[] =>
        all.map((value) => ({ value, label: words[value] }));
    switch (v.opdracht) {
        case 'standpunt.innemen':
            return { field: 'waarde', choices: made(WAARDEN, t.waarde) };
        case 'bedenking.indienen':
            return {
                field: 'graad',
                choices: made(['wens', 'voorwaarde', 'overwegend_bezwaar'], t.bedenkingGraad),
            };
        case 'stem.uitbrengen':
            return { field: 'keuze', choices: made(STEMKEUZES, t.stem) };
        default:
            return null;
    }
}

const textField = (v: Voorbereiding) =>
    v.opdracht === 'stem.uitbrengen' ? ('verklaring' as const) : ('tekst' as const);

interface ItemProps {
    draft: Voorbereiding;
    namens: string;
}

function EditDialog({ draft, namens, onClose }: ItemProps & { onClose: () => void }) {
    const t = useT();
    const kind = choicesOf(t, draft);
    const field = textField(draft);
    const [value, setValue] = useState<string>((kind && draft.args[kind.field]) ?? '');
    const [text, setText] = useState(draft.args[field] ?? '');
    if (!kind) return null;
    const args = () => {
        const made = { ...draft.args, [kind.field]: value, [field]: text.trim() };
        if (text.trim() === '') delete made[field];
        if (value === 'neemt_niet_deel') made.grond ??= 'geen_mandaat';
        else delete made.grond;
        return made;
    };
    return (
        <FormDialog
            title={t.binnen.editTitle}
            submit={t.general.save}
            disabled={value === ''}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'voorbereiding.herzien',
                        tafel: draft.tafel,
                        namens,
                        resend: true,
                        args: { voorbereiding: draft.id, versie: draft.versie, args: args() },
                    },
                    t.general.saved,
                )
            }
        >
            <p class="spr-quiet">{t.binnen.editExplain}</p>
            <Chooser
                legend={t.binnen.value}
                value={value}
                choices={kind.choices}
                onChange={setValue}
            />
            <TextField
                label={t.binnen.text}
                rows={3}
                maxLength={1000}
                value={text}
                onInput={setText}
            />
        </FormDialog>
    );
}

function Words({ draft }: { draft: Voorbereiding }) {
    const t = useT();
    const kind = choicesOf(t, draft);
    const chosen = kind?.choices.find((c) => c.value === draft.args[kind.field])?.label;
    const text = draft.args[textField(draft)];
    const register = useCell(client.register);
    const { uitkomst, gemachtigde, toelichting } = draft.args;
    const answers = draft.args.antwoorden ?? [];
    return (
        <>
            {chosen && (
                <p>
                    <strong>{chosen}</strong>
                </p>
            )}
            {uitkomst && (
                <p>
                    <strong>{t.binnen.uitkomst[uitkomst]}</strong>
                </p>
            )}
            {gemachtigde && <p>{t.binnen.proxyTo(organisationName(register, gemachtigde))}</p>}
            {text && <Prose text={text} />}
            {toelichting && <Prose text={toelichting} />}
            {answers.length > 0 && <p>{t.binnen.answers(answers.length)}</p>}
            {answers.map((a) => a.tekst && <Prose key={a.gevolg} text={a.tekst} />)}
        </>
    );
}

/** Who of the own people wrote it, and who agrees. */
function Hands({ draft }: { draft: Voorbereiding }) {
    const t = useT();
    const register = useCell(client.register);
    const me = useMe();
    const who = (id: string) => (id === me ? t.binnen.you : personName(register, id));
    return (
        <p class="spr-quiet">
            {t.binnen.by(who(draft.persoon))} <When at={draft.op} />
            {draft.ingestemdDoor && ` · ${t.binnen.agreed(personName(register, draft.ingestemdDoor))}`}
        </p>
    );
}

function useMe(): string {
    const session = useCell(client.session);
    return 'person' in session ? session.person.id : '';
}

/** The representations by which this person speaks for their own organisations. */
export function useOwnNamens() {
    const session = useCell(client.session);
    return 'person' in session ? session.person.namens : [];
}

function Item({ draft }: { draft: Voorbereiding }) {
    const t = useT();
    const me = useMe();
    const settings = useCell(client.instellingen);
    const own = useOwnNamens().find((v) => v.organisatie === draft.organisatie);
    const { busy, problem, run } = useCommand();
    const [editing, setEditing] = useState(false);
    if (!own) return null;
    const waits = waitsForSecond(settings, draft);
    const signs = !needsSignatory(draft) || own.magOndertekenen;
    const base = { tafel: draft.tafel, namens: own.id };
    const act = (doing: string, args: object, done: string) =>
        void run({ do: doing, ...base, args }, done);
    const named = { voorbereiding: draft.id };
    return (
        <li class="spr-option spr-draft">
            <Heading level={3}>{t.binnen.wat[draft.opdracht]}</Heading>
            <p class="spr-tafel__status">
                <Badge tone={waits ? 'warning' : draft.status === 'ingestemd' ? 'safe' : 'neutral'}>
                    {waits ? t.binnen.waits : t.binnen.ready}
                </Badge>
            </p>
            <Words draft={draft} />
            <Hands draft={draft} />
            {!signs && <p class="spr-quiet">{t.binnen.mustSign}</p>}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            <div class="spr-actions">
                {!waits && signs && (
                    <Button
                        kind="primary"
                        busy={busy}
                        onClick={() => act(draft.opdracht, { ...draft.args, ...named }, t.binnen.sent)}
                    >
                        {t.binnen.send}
                    </Button>
                )}
                {draft.status === 'opgesteld' && draft.persoon !== me && (
                    <Button
                        kind={waits ? 'primary' : 'secondary'}
                        busy={busy}
                        onClick={() =>
                            act(
                                'voorbereiding.instemmen',
                                { ...named, versie: draft.versie },
                                t.binnen.agreeDone,
                            )
                        }
                    >
                        {t.binnen.agree}
                    </Button>
                )}
                {choicesOf(t, draft) && (
                    <Button onClick={() => setEditing(true)}>{t.binnen.edit}</Button>
                )}
                <Button
                    kind="subtle"
                    busy={busy}
                    onClick={() => act('voorbereiding.intrekken', named, t.binnen.withdrawn)}
                >
                    {t.binnen.withdraw}
                </Button>
            </div>
            {editing && (
                <EditDialog draft={draft} namens={own.id} onClose={() => setEditing(false)} />
            )}
        </li>
    );
}

export function Drafts({ all }: { all: readonly Voorbereiding[] }) {
    const ref = useFocusKept<HTMLUListElement>();
    return (
        <ul class="spr-said" ref={ref}>
            {all.map((v) => (
                <Item key={v.id} draft={v} />
            ))}
        </ul>
    );
}

/** At the question or the decision that it is about. */
export function Binnen({ about }: { about: { keuzevraag: string } | { besluit: string } }) {
    const t = useT();
    const { tafel } = useTafel();
    const register = useCell(client.register);
    const drafts = draftsFor(tafel, useCell(client.voorbereidingen), about);
    const names = [...new Set(drafts.map((v) => organisationName(register, v.organisatie)))];
    return (
        <section aria-labelledby="binnen" class="spr-askbox">
            <Heading level={2} id="binnen">
                {t.binnen.title}
            </Heading>
            <p class="spr-quiet">
                {names.join(', ')}. {t.binnen.lead}
            </p>
            <Drafts all={drafts} />
        </section>
    );
}
