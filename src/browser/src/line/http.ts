// Requests over plain HTTP: snapshots, pages of older posts, login, and the polling detour.
//
// Invariant: every failure is a `Refusal` (the server said no) or a `Lost` (nobody knows).

export interface Problem {
    path: string;
    code: string;
}

export interface RefusalBody {
    code: string;
    status: number;
    title: string;
    detail?: string;
    titleEn?: string;
    detailEn?: string;
    problems?: Problem[];
    retryMs?: number;
}

/** The server refused, for a reason it names. */
export class Refusal extends Error {
    constructor(readonly body: RefusalBody) {
        super(body.code);
        this.name = 'Refusal';
    }
    get code(): string {
        return this.body.code;
    }
}

/** The connection went away before an answer came: the outcome is not known. */
export class Lost extends Error {
    constructor() {
        super('lost');
        this.name = 'Lost';
    }
}

export interface HttpRequest {
    method?: string;
    body?: unknown;
    headers?: Record<string, string>;
    timeoutMs?: number;
}

async function toRefusal(response: Response): Promise<Refusal> {
    const text = await response.text();
    let body: Partial<RefusalBody> = {};
    try {
        body = JSON.parse(text) as Partial<RefusalBody>;
    } catch {
        // A proxy answered with a page of its own; the status is all there is to go by.
    }
    const byStatus: Record<number, string> = { 401: 'niet_ingelogd', 404: 'niet_gevonden' };
    return new Refusal({
        ...body,
        code: body.code ?? byStatus[response.status] ?? 'intern',
        status: response.status,
        title: body.title ?? `HTTP ${response.status}`,
    });
}

export async function http<T>(path: string, request: HttpRequest = {}): Promise<T> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), request.timeoutMs ?? 10_000);
    try {
        const response = await fetch(path, {
            method: request.method ?? 'GET',
            headers: {
                Accept: 'application/json',
                ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
                ...request.headers,
            },
            body: request.body === undefined ? null : JSON.stringify(request.body),
            credentials: 'same-origin',
            cache: 'no-store',
            signal: abort.signal,
        });
        if (!response.ok) throw await toRefusal(response);
        const text = await response.text();
        return (text === '' ? null : JSON.parse(text)) as T;
    } catch (error) {
        if (error instanceof Refusal) throw error;
        throw new Lost();
    } finally {
        clearTimeout(timer);
    }
}
