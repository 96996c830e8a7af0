// A field for a pasted list of parties. What the server makes of each line is shown below it, and
// where a line is not clear the person chooses, before anything is sent.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { HerkendeRegel } from '../gen/protocol';
import { useStartT } from '../i18n/start';
import { Refusal } from '../line/http';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { asksChoice, guests, isOpenLine, recognise, SKIP, type Choices, type Guest } from '../state/lijst';
import { organisationName } from '../state/register';
import { Alert, Badge, type Tone } from './bits';
import { Select, TextField } from './forms';

const PAUSE_MS = 300;

const TONE: Record<HerkendeRegel['stand'], Tone> = {
    herkend: 'safe', onbekend: 'warning', meerdere: 'warning', dubbel: 'neutral',
    aan_tafel: 'neutral', email_ongeldig: 'danger',
};

interface Answer {
    text: string;
    regels: readonly HerkendeRegel[];
    failed?: 'long' | 'lost';
}

interface PartijenLijst {
    text: string;
    setText: (text: string) => void;
    answer: Answer;
    /** Null while the list is looked at, or waits for the person. */
    guests: readonly Guest[] | null;
    choices: Choices;
    choose: (nr: number, organisatie: string) => void;
}

/** The answer belongs to one text; while another stands there nothing is invited. */
export function usePartijenLijst(tafel?: string): PartijenLijst {
    const [text, setText] = useState('');
    const [answer, setAnswer] = useState<Answer>({ text: '', regels: [] });
    const [choices, setChoices] = useState<Choices>({});
    const latest = useRef('');
    useEffect(() => {
        latest.current = text;
        if (text.trim() === '') return setAnswer({ text, regels: [] });
        const timer = setTimeout(async () => {
            const next: Answer = await recognise(text, tafel).then(
                (regels) => ({ text, regels }),
                (error: unknown) => ({
                    text,
                    regels: [],
                    failed: error instanceof Refusal ? 'long' : 'lost',
                }),
            );
            if (latest.current !== text) return;
            setAnswer(next);
            setChoices({});
        }, PAUSE_MS);
        return () => clearTimeout(timer);
    }, [text, tafel]);
    const settled =
        answer.text === text && !answer.failed && !answer.regels.some((r) => isOpenLine(r, choices));
    return {
        text,
        setText,
        answer,
        choices,
        guests: settled ? guests(answer.regels, choices) : null,
        choose: (nr, organisatie) => setChoices((all) => ({ ...all, [nr]: organisatie })),
    };
}

function Line({ regel, lijst }: { regel: HerkendeRegel; lijst: PartijenLijst }) {
    const t = useStartT();
    const register = useCell(client.register);
    const choices = regel.keuzes ?? [];
    return (
        <li>
            <span>{regel.organisatie ? organisationName(register, regel.organisatie) : regel.tekst}</span>{' '}
            <Badge tone={TONE[regel.stand]}>{t.nieuw.stand[regel.stand]}</Badge>
            {asksChoice(regel) && choices.length > 0 && (
                <Select
                    label={t.nieuw.kies(regel.tekst)}
                    value={lijst.choices[regel.nr] ?? ''}
                    onChange={(value) => lijst.choose(regel.nr, value)}
                    choices={[
                        { value: '', label: t.nieuw.kiesEerst },
                        ...choices.map((id) => ({ value: id, label: organisationName(register, id) })),
                        { value: SKIP, label: t.nieuw.overslaan },
                    ]}
                />
            )}
        </li>
    );
}

export function PartijenVeld({ lijst }: { lijst: PartijenLijst }) {
    const t = useStartT();
    const { text, answer } = lijst;
    const waiting = text.trim() !== '' && answer.text !== text;
    const told = waiting
        ? t.nieuw.wacht
        : lijst.guests && answer.regels.length > 0
          ? t.nieuw.gevonden(lijst.guests.length)
          : '';
    return (
        <>
            <TextField
                label={t.nieuw.partijen}
                hint={t.nieuw.partijenHint}
                rows={5}
                maxLength={20_000}
                value={text}
                onInput={lijst.setText}
            />
            {answer.failed && !waiting && (
                <Alert type="error">
                    <p>{answer.failed === 'long' ? t.nieuw.teLang : t.nieuw.mislukt}</p>
                </Alert>
            )}
            {answer.regels.length > 0 && !waiting && (
                <ul class="spr-plainlist spr-herkend" data-testid="herkend">
                    {answer.regels.map((regel) => (
                        <Line key={regel.nr} regel={regel} lijst={lijst} />
                    ))}
                </ul>
            )}
            <p class="spr-quiet" role="status">
                {told}
            </p>
        </>
    );
}
