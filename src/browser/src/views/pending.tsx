// Bijdragen that are on their way, below the log: waiting, being sent, or refused.
//
// Invariant: a text is never shown twice: once its bijdrage is in the log, it is gone from here.

import type { Bijdrage, Onderwerp } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import type { Entry } from '../line/queue';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { onServer } from '../state/time';
import { Button, Icon, Prose, cls } from './bits';
import { explain } from './command';
import { useTafel } from './tafelcontext';

interface PlaceArgs {
    onderwerp?: string;
    tekst?: string;
}

/** The event may come before the answer to the command that caused it. */
function hasLanded(entry: Entry, posts: readonly Bijdrage[], self: string): boolean {
    const { tekst } = entry.args as PlaceArgs;
    return (
        entry.state !== 'failed' &&
        posts
            .slice(-20)
            .some(
                (post) =>
                    post.tekst === tekst &&
                    post.spreker.persoon === self &&
                    Date.parse(post.geplaatstOp) > onServer(Date.parse(entry.at)) - 60_000,
            )
    );
}

function PendingPost({ entry }: { entry: Entry }) {
    const t = useT();
    const line = useCell(client.lineState).stand;
    const { tekst = '' } = entry.args as PlaceArgs;
    const failed = entry.state === 'failed';
    const status = failed
        ? t.pending.failed
        : line === 'live' || line === 'detour'
          ? t.pending.sending
          : t.pending.waiting;
    return (
        <li class={cls('spr-pending', failed && 'spr-pending--failed')} data-state={entry.state}>
            <Prose text={tekst} />
            <p class="spr-pending__status" role="status">
                <Icon name={failed ? 'warn' : 'clock'} /> {status}{' '}
                {failed && entry.error && explain(entry.error)}
            </p>
            {failed && (
                <div class="spr-actions">
                    <Button onClick={() => client.retry(entry.sleutel)}>{t.pending.retry}</Button>
                    <Button kind="subtle" onClick={() => client.discard(entry.sleutel)}>
                        {t.pending.discard}
                    </Button>
                </div>
            )}
        </li>
    );
}

export function PendingPosts({
    onderwerp,
    posts,
}: {
    onderwerp: Onderwerp;
    posts: readonly Bijdrage[];
}) {
    const t = useT();
    const { tafel } = useTafel();
    const mine = useCell(client.queue).filter(
        (entry) =>
            entry.do === 'bijdrage.plaatsen' &&
            (entry.args as PlaceArgs).onderwerp === onderwerp.id &&
            !hasLanded(entry, posts, tafel.ik.persoon),
    );
    if (mine.length === 0) return null;
    return (
        <ul class="spr-pendings" aria-label={t.pending.title}>
            {mine.map((entry) => (
                <PendingPost key={entry.sleutel} entry={entry} />
            ))}
        </ul>
    );
}
