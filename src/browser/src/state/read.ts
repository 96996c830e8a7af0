// Tells the server how far this person has read.
//
// Invariant: at most one message in five seconds, with the latest of each onderwerp; what could
// not be told is told the next time, so nothing is kept for it.

const REPORT_MS = 5_000;

type Send = (tafel: string, standen: { onderwerp: string; bijdrage: string }[]) => Promise<unknown>;

export class ReadReporter {
    private readonly pending = new Map<string, Map<string, string>>();
    private timer: ReturnType<typeof setTimeout> | undefined;
    private lastSent = 0;

    constructor(private readonly send: Send) {
        document.addEventListener('visibilitychange', () => {
            if (document.visibilityState === 'hidden') this.flush();
        });
    }

    report(tafel: string, onderwerp: string, bijdrage: string): void {
        const standen = this.pending.get(tafel) ?? new Map<string, string>();
        this.pending.set(tafel, standen.set(onderwerp, bijdrage));
        if (this.timer !== undefined) return;
        const wait = Math.max(500, this.lastSent + REPORT_MS - Date.now());
        this.timer = setTimeout(() => this.flush(), wait);
    }

    private flush(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
        this.lastSent = Date.now();
        for (const [tafel, standen] of this.pending) {
            this.pending.delete(tafel);
            this.send(
                tafel,
                [...standen].map(([onderwerp, bijdrage]) => ({ onderwerp, bijdrage })),
            ).catch(() => {
                for (const [onderwerp, bijdrage] of standen)
                    if (!this.pending.get(tafel)?.has(onderwerp))
                        this.report(tafel, onderwerp, bijdrage);
            });
        }
    }
}
