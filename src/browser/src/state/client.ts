// The client as a whole: who is logged in, the line, the send queue, the register and the tafel
// that is open. Views read its cells and call its methods; they never talk to the server.
//
// Invariant: after the end of a session everything typed is still there and nothing is sent
// until the same person is back.

import type {
    Bericht,
    OrganisatieInstelling,
    Stem,
    StroomStand,
    Vertegenwoordiging,
    Voorbereiding,
} from '../gen/protocol';
import { taal } from '../i18n/i18n';
import type { LogEvent } from '../line/chain';
import { Lost, Refusal, http } from '../line/http';
import { Line, type Welcome } from '../line/line';
import { newKey, Queue, type Command, type Entry } from '../line/queue';
import { isOrphan, openTab } from '../line/tabs';
import type { LineState } from '../line/watch';
import { Cell } from './cell';
import { Feed } from './feed';
import { Drafts, forget, queueStore, setPreference } from './keep';
import { expire, signal, type LiveSignal, type Presences } from './presence';
import { ReadReporter } from './read';
import { upsertAll } from './rows';
import { setServerTime } from './time';
import { EMPTY_REGISTER, applyRegister, registerFrom, type Register } from './register';

export interface Person {
    id: string;
    naam: string;
    rollen: readonly string[];
    namens: readonly Vertegenwoordiging[];
}

export type Session =
    { kind: 'asking' } | { kind: 'out' } | { kind: 'in' | 'ended'; person: Person };

interface WelcomeBody extends Welcome {
    epoch: string;
    nu: string;
    rollen?: string[];
    namens?: Vertegenwoordiging[];
}

const ADOPT_MS = 10_000;
const PRESENT_MS = 20_000;
const TYPING_MS = 3_000;

class Client {
    readonly session = new Cell<Session>({ kind: 'asking' });
    readonly lineState = new Cell<LineState>({
        stand: 'connecting',
        since: Date.now(),
        retryAt: null,
        offline: false,
    });
    readonly queue = new Cell<readonly Entry[]>([]);
    readonly register = new Cell<Register>(EMPTY_REGISTER);
    readonly presences = new Cell<Presences>([]);
    /** Counts how often the line came (back) up, for views that fetch something of their own. */
    readonly ready = new Cell(0);
    /** What the platform told this person, oldest first. */
    readonly berichten = new Cell<readonly Bericht[]>([]);
    /** The moment up to which those were on the screen before this visit. */
    readonly berichtenSeen = new Cell('');
    /** Votes of this person's own organisations that the table sees only after the close. */
    readonly ownStemmen = new Cell<readonly Stem[]>([]);
    /** What the own organisations prepare, and how they want to work: told inside them only. */
    readonly voorbereidingen = new Cell<readonly Voorbereiding[]>([]);
    readonly instellingen = new Cell<readonly OrganisatieInstelling[]>([]);
    drafts = new Drafts('');
    private line: Line | null = null;
    private sender: Queue | null = null;
    private feed: Feed | null = null;
    private epoch = '';
    private lastTyped = 0;
    private readonly reader = new ReadReporter(
        (tafel, standen) =>
            this.line?.send({
                do: 'leesstand.zetten',
                tafel,
                sleutel: newKey(),
                args: { standen },
            }) ?? Promise.resolve(),
    );
    private readonly tab = openTab();

    start(): void {
        setInterval(() => this.tick(), 1_000);
        setInterval(() => void this.sender?.resume(), ADOPT_MS);
        setInterval(() => this.tellPresence(), PRESENT_MS);
        window.addEventListener('storage', (event) => this.onOtherTab(event));
        document.addEventListener('visibilitychange', () => void this.comeBack());
        void this.ask();
    }

    /** Spends a one-time link; throws Refusal when it is used or too old. */
    async login(token: string): Promise<void> {
        await http('/v1/sessies', { method: 'POST', body: { token } });
        setPreference('in', String(Date.now()));
        await this.ask();
    }

    async logout(): Promise<void> {
        const session = this.session.get();
        this.sender?.clear();
        this.line?.stop();
        this.feed?.close();
        if ('person' in session) forget(session.person.id);
        try {
            await http('/v1/sessies/huidige', { method: 'DELETE' });
        } catch (error) {
            if (!(error instanceof Refusal)) throw error; // refused: there was no session any more
        } finally {
            setPreference('uit', String(Date.now()));
            this.reset();
        }
    }

    hasUnsent(): boolean {
        return this.queue.get().length > 0 || this.drafts.any();
    }

    openTafel(id: string): Feed | null {
        if (this.feed?.id === id) return this.feed;
        this.feed?.close();
        this.feed = this.line
            ? new Feed(
                  id,
                  this.line,
                  () => this.line?.end(),
                  () => this.tellPresence(),
              )
            : null;
        return this.feed;
    }

    closeTafel(id: string): void {
        if (this.feed?.id !== id) return;
        this.feed.close();
        this.feed = null;
    }

    /** Resolves when the server has it for good; rejects with the Refusal that says why not. */
    submit(command: Command): Promise<unknown> {
        if (!this.sender) return Promise.reject(new Lost());
        return this.sender.submit(command);
    }

    /** Reading is told beside the queue: it is never worth waiting for or keeping. */
    reportRead(tafel: string, onderwerp: string, bijdrage: string): void {
        this.reader.report(tafel, onderwerp, bijdrage);
    }

    retry = (sleutel: string): void => this.sender?.retry(sleutel);
    discard = (sleutel: string): boolean => this.sender?.discard(sleutel) ?? false;
    retryLine = (): void => this.line?.retryNow();

    tellTyping(stroom: string, onderwerp: string, namens: string | null): void {
        const now = Date.now();
        if (!this.feed || now - this.lastTyped < TYPING_MS) return;
        this.lastTyped = now;
        this.line?.signal({ do: 'typt', tafel: this.feed.id, namens, args: { stroom, onderwerp } });
    }

    private tellPresence(): void {
        if (!this.feed || document.visibilityState !== 'visible') return;
        const stroom = `tafel:${this.feed.id}`;
        this.line?.signal({ do: 'aanwezig', tafel: this.feed.id, args: { stroom } });
    }

    private async ask(): Promise<void> {
        try {
            this.begin((await http<{ welkom: WelcomeBody }>('/v1/sessies/huidige')).welkom);
        } catch (error) {
            if (error instanceof Refusal && error.body.status === 401) {
                if (this.session.get().kind === 'asking') this.session.set({ kind: 'out' });
            } else {
                this.lineState.update((state) => ({ ...state, stand: 'down' }));
                setTimeout(() => void this.ask(), 2_000);
            }
        }
    }

    private begin(welcome: WelcomeBody): void {
        setServerTime(welcome.nu);
        const person = {
            ...welcome.persoon,
            rollen: welcome.rollen ?? [],
            namens: welcome.namens ?? [],
        };
        const before = this.session.get();
        if ('person' in before) {
            if (before.person.id !== person.id) return location.reload();
            if (before.kind === 'in') return;
            this.session.set({ kind: 'in', person });
            this.line?.restart();
            return;
        }
        this.drafts = new Drafts(person.id);
        this.epoch = welcome.epoch;
        const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
        const line = new Line(`${scheme}://${location.host}/ws`, () => taal.get(), {
            onState: (state) => this.lineState.set(state),
            onWelcome: (fresh) => this.onWelcome(fresh as WelcomeBody, person.id),
            onLive: (one) =>
                this.presences.update((all) =>
                    signal(all, one as unknown as LiveSignal, Date.now()),
                ),
            onReady: () => this.onReady(),
            onEnded: () => this.session.set({ kind: 'ended', person }),
        });
        this.line = line;
        this.sender = new Queue(this.tab, queueStore(person.id), {
            send: (envelope) => line.send(envelope),
            onChange: (entries) => this.queue.set(entries),
            onSessionEnded: () => line.end(),
            isOrphan,
            later: (ms, fn) => void setTimeout(fn, ms),
        });
        line.start();
        this.session.set({ kind: 'in', person });
        void this.loadRegister();
        this.followOwn(person.id);
        for (const { organisatie } of person.namens) this.followOrganisation(organisatie);
    }

    private onWelcome(welcome: WelcomeBody, persoon: string): void {
        setServerTime(welcome.nu);
        if (welcome.persoon.id !== persoon) location.reload();
        if (welcome.epoch !== this.epoch) {
            this.epoch = welcome.epoch;
            void this.loadRegister();
        }
    }

    private onReady(): void {
        this.ready.update((n) => n + 1);
        this.tellPresence();
        void this.sender?.resume();
    }

    private async loadRegister(): Promise<void> {
        const line = this.line;
        try {
            const stand = await http<StroomStand>('/v1/register');
            if (line !== this.line || !line) return;
            this.register.set(registerFrom(stand));
            line.unfollow(stand.stroom);
            line.follow(stand.stroom, this.epoch, stand.seq, stand.h, {
                onEvent: (event) => this.register.update((r) => applyRegister(r, event)),
                onStale: () => void this.loadRegister(),
                onEnd: () => undefined,
            });
        } catch (error) {
            if (!(error instanceof Refusal && error.body.status === 401))
                setTimeout(() => void this.loadRegister(), 3_000);
        }
    }

    private followOwn(persoon: string): void {
        this.berichtenSeen.set(this.drafts.getSeen());
        const forgetAll = () => this.berichten.set([]);
        this.followWhole(`persoon:${persoon}`, forgetAll, (event) => {
            const fresh = (event.inhoud?.['berichten'] ?? []) as Bericht[];
            this.berichten.update((all) => upsertAll(all, fresh));
        });
    }

    private followOrganisation(organisatie: string): void {
        const forgetAll = () => {
            this.ownStemmen.update((all) => all.filter((s) => (s.gemachtigde ?? s.organisatie) !== organisatie));
            this.voorbereidingen.update((all) => all.filter((v) => v.organisatie !== organisatie));
            this.instellingen.update((all) => all.filter((i) => i.id !== organisatie));
        };
        this.followWhole(`organisatie:${organisatie}`, forgetAll, (event) => {
            const fresh = <T>(kind: string) => (event.inhoud?.[kind] ?? []) as T[];
            this.ownStemmen.update((all) => upsertAll(all, fresh<Stem>('stemmen')));
            this.voorbereidingen.update((all) =>
                upsertAll(all, fresh<Voorbereiding>('voorbereidingen')),
            );
            this.instellingen.update((all) =>
                upsertAll(all, fresh<OrganisatieInstelling>('organisatieInstellingen')),
            );
        });
    }

    /** A stream of one's own, from its beginning: it is short, and its start is known. */
    private followWhole(
        stroom: string,
        forgetAll: () => void,
        onEvent: (event: LogEvent) => void,
    ): void {
        this.line?.follow(stroom, this.epoch, 0, null, {
            onEvent,
            onStale: () => {
                this.line?.unfollow(stroom);
                forgetAll();
                setTimeout(() => this.followWhole(stroom, forgetAll, onEvent), 3_000);
            },
            onEnd: () => undefined,
        });
    }

    private tick(): void {
        this.presences.update((all) => expire(all, Date.now()));
    }

    /** Back in sight after the session ended: perhaps somebody logged in again elsewhere. */
    private async comeBack(): Promise<void> {
        if (document.visibilityState !== 'visible') return;
        this.tellPresence();
        if (this.session.get().kind === 'ended') await this.ask();
    }

    private onOtherTab(event: StorageEvent): void {
        if (event.key === 'spr.v.in') void this.ask();
        if (event.key === 'spr.v.uit') this.reset();
    }

    private reset(): void {
        this.line?.stop();
        this.sender?.stop();
        this.feed = null;
        location.assign('/');
    }
}

export const client = new Client();
