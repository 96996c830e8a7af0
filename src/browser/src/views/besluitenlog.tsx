// The besluitenlog: views that stand ready and one's own, filters, the list, pictures, one besluit.
//
// Invariant: an answer that was asked before the address changed is not shown.

import { useEffect, useState } from 'preact/hooks';
import type { LogRegel, LogTafel, LogTellingen } from '../gen/protocol';
import { number } from '../i18n/format';
import { taal } from '../i18n/i18n';
import { useLogT } from '../i18n/log';
import { Lost, Refusal } from '../line/http';
import {
    askFigures, askOne, askPage, askViews, filterOf, searchOf, type Filter, type Page, type Views,
} from '../state/besluitenlog';
import { Cell, useCell } from '../state/cell';
import { client } from '../state/client';
import { A, Alert, Button, Heading } from './bits';
import { useCommand } from './command';
import { FormDialog } from './dialog';
import { TextField } from './forms';
import { Figures } from './logfiguren';
import { Download } from './logexport';
import { LogFilters } from './logfilter';
import { LogDetail, LogRow } from './logregel';
import { besluitenlogPath, place } from './route';
import { useTitle } from './title';

const hrefOf = (filter: Filter): string => besluitenlogPath + searchOf(filter);
const views = new Cell<Views>({ voorkeuzes: [], beelden: [] });
/** Tafels that were found so far: a list to choose from, however the filters stand now. */
const tafels = new Cell<readonly LogTafel[]>([]);

const why = (error: unknown): 'bad' | 'failed' => {
    if (error instanceof Refusal && error.code === 'ongeldig') return 'bad';
    if (error instanceof Refusal || error instanceof Lost) return 'failed';
    throw error;
};

/** Asks when the question changes or the line comes back; a late answer to an earlier one is dropped. */
function useAnswer<T>(question: string, ask: () => Promise<T>): { is: T | null; problem: 'bad' | 'failed' | null } {
    const ready = useCell(client.ready);
    const [stand, setStand] = useState<{ of: string; is: T | null; problem: 'bad' | 'failed' | null }>({
        of: '', is: null, problem: null,
    });
    useEffect(() => {
        let asked = true;
        ask().then(
            (is) => asked && setStand({ of: question, is, problem: null }),
            (error: unknown) => asked && setStand({ of: question, is: null, problem: why(error) }),
        );
        return () => void (asked = false);
    }, [question, ready]);
    return stand.of === question ? stand : { is: null, problem: null };
}

const loadViews = async (): Promise<void> => {
    try {
        views.set(await askViews());
    } catch (error) {
        why(error);
    }
};

function Keep({ filter }: { filter: Filter }) {
    const t = useLogT();
    const [asking, setAsking] = useState(false);
    const [naam, setNaam] = useState('');
    return (
        <>
            <Button onClick={() => setAsking(true)}>{t.log.keep}</Button>
            {asking && (
                <FormDialog
                    title={t.log.keep}
                    submit={t.log.keep}
                    onClose={() => setAsking(false)}
                    onSubmit={async (run) => {
                        const kept = await run({ do: 'logbeeld.bewaren', args: { naam, filter } }, t.log.kept);
                        if (kept) await loadViews();
                        return kept;
                    }}
                >
                    <TextField
                        label={t.log.keepName}
                        hint={t.log.keepHint}
                        value={naam}
                        maxLength={200}
                        required
                        onInput={setNaam}
                    />
                </FormDialog>
            )}
        </>
    );
}

function Presets({ now }: { now: string }) {
    const t = useLogT();
    const { voorkeuzes, beelden } = useCell(views);
    const english = useCell(taal) === 'en';
    const { busy, run } = useCommand();
    useEffect(() => void loadViews(), []);
    const link = (filter: Filter, naam: string) => (
        <A href={hrefOf(filter)} aria-current={hrefOf(filter) === now ? 'true' : undefined}>
            {naam}
        </A>
    );
    return (
        <nav class="spr-logviews" aria-label={t.log.presets}>
            <ul class="spr-plainlist">
                {voorkeuzes.map((v) => (
                    <li key={v.code}>{link(v.filter, english ? v.naamEn : v.naam)}</li>
                ))}
                {beelden.map((v) => (
                    <li key={`eigen ${v.naam}`} class="spr-logviews__own">
                        {link(v.filter, v.naam)}
                        <Button
                            kind="subtle"
                            icon="close"
                            busy={busy}
                            aria-label={t.log.drop(v.naam)}
                            onClick={async () => {
                                if (await run({ do: 'logbeeld.verwijderen', args: { naam: v.naam } }, t.log.dropped))
                                    await loadViews();
                            }}
                        >
                            {''}
                        </Button>
                    </li>
                ))}
            </ul>
        </nav>
    );
}

function List({ filter, first, counts }: { filter: Filter; first: Page; counts: LogTellingen | null }) {
    const t = useLogT();
    const [more, setMore] = useState<LogRegel[]>([]);
    const [na, setNa] = useState(first.na);
    const [busy, setBusy] = useState(false);
    const search = searchOf(filter);
    const next = async () => {
        setBusy(true);
        try {
            const page = await askPage(filter, na);
            setMore((before) => [...before, ...page.regels]);
            setNa(page.na);
        } catch (error) {
            why(error);
        } finally {
            setBusy(false);
        }
    };
    const all = [...first.regels, ...more];
    return (
        <section aria-label={t.log.title}>
            <p role="status" class="spr-logfound">
                {counts && t.log.found(number(counts.aantal), counts.aantal === 1)}
            </p>
            {all.length === 0 && <p class="spr-quiet">{t.log.none}</p>}
            <ul class="spr-plainlist">
                {all.map((regel) => (
                    <LogRow
                        key={regel.besluit}
                        regel={regel}
                        href={`${besluitenlogPath}${search}${search ? '&' : '?'}besluit=${regel.besluit}`}
                    />
                ))}
            </ul>
            {na && (
                <Button busy={busy} onClick={() => void next()}>
                    {t.log.more}
                </Button>
            )}
        </section>
    );
}

function Overview({ filter }: { filter: Filter }) {
    const t = useLogT();
    const question = searchOf(filter);
    const list = useAnswer(`lijst ${question}`, () => askPage(filter));
    const counts = useAnswer(`beeld ${question}`, () => askFigures(filter));
    const found = useCell(tafels);
    const fresh = counts.is?.tafels;
    useEffect(() => {
        if (fresh)
            tafels.update((before) => [
                ...before.filter((one) => !fresh.some((other) => other.id === one.id)), ...fresh,
            ].sort((a, b) => b.kenmerk.localeCompare(a.kenmerk)));
    }, [fresh]);
    useTitle(t.log.title);
    return (
        <>
            <Heading level={1}>{t.log.title}</Heading>
            <p class="utrecht-paragraph">{t.log.explain}</p>
            <Presets now={hrefOf(filter)} />
            <LogFilters filter={filter} tafels={found} />
            <div class="spr-actions" id="log-handelingen">
                <Keep filter={filter} />
                <Button onClick={() => window.print()}>{t.log.print}</Button>
            </div>
            <Download key={question} filter={filter} />
            {list.problem && (
                <Alert type="warning">
                    <p class="utrecht-paragraph">{t.log[list.problem]}</p>
                </Alert>
            )}
            {list.is && <List key={question} filter={filter} first={list.is} counts={counts.is ?? null} />}
            {counts.is && counts.is.aantal > 0 && (
                <section aria-labelledby="log-beeld">
                    <Heading level={2} id="log-beeld">
                        {t.log.figures}
                    </Heading>
                    <Figures counts={counts.is} />
                </section>
            )}
        </>
    );
}

function One({ id, back }: { id: string; back: string }) {
    const t = useLogT();
    const answer = useAnswer(id, async () => (await askOne(id)) ?? ('gone' as const));
    const { is, problem } = answer;
    const title = is && is !== 'gone' ? is.titel : t.log.title;
    useTitle(title);
    return (
        <>
            <p>
                <A href={back}>{t.log.back}</A>
            </p>
            <Heading level={1}>{title}</Heading>
            {is === 'gone' && <p class="utrecht-paragraph">{t.log.gone}</p>}
            {problem && <p class="utrecht-paragraph">{t.log[problem]}</p>}
            {is && is !== 'gone' && <LogDetail regel={is} />}
        </>
    );
}

export function BesluitenlogPage() {
    useCell(place);
    const filter = filterOf(location.search);
    const one = new URLSearchParams(location.search).get('besluit');
    return one && /^\d{1,19}$/.test(one) ? (
        <One key={one} id={one} back={hrefOf(filter)} />
    ) : (
        <Overview filter={filter} />
    );
}
