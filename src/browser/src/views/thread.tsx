// The bijdragen of an onderwerp as a live log.
//
// Invariant: nothing moves under the reader's eyes: what is new appears below, and the page
// follows only when the reader was already at the end. The mark of the first unread stays where
// it was when the page was opened.

import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Bijdrage, Onderwerp } from '../gen/protocol';
import { dayKey, dayName, list, moment } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { typing } from '../state/presence';
import { compareIds } from '../state/rows';
import { activeSeats, unreadIn } from '../state/select';
import { BijdrageView } from './bijdrage';
import { useViewer, type OnReply, type Viewer } from './viewer';
import { Button } from './bits';
import { useKeys } from './help';
import { memo } from './memo';
import { PendingPosts } from './pending';
import { bijdrageHash, place } from './route';
import { useNames, useTafel } from './tafelcontext';
import { useReading } from './reading';

const PAGE = 40;

interface PageProps {
    posts: readonly Bijdrage[];
    before: Bijdrage | undefined;
    firstUnread: string | null;
    viewer: Viewer;
}

/** A run of posts that is drawn anew only when one of its own changed. */
const Page = memo(
    function Page({ posts, before, firstUnread, viewer }: PageProps) {
        const { t } = viewer;
        let previous = before;
        return (
            <div class="spr-log__page">
                {posts.map((post) => {
                    const newDay =
                        !previous || dayKey(previous.geplaatstOp) !== dayKey(post.geplaatstOp);
                    previous = post;
                    return (
                        <div key={post.id}>
                            {newDay && (
                                <p class="spr-day">
                                    <span>{dayName(post.geplaatstOp)}</span>
                                </p>
                            )}
                            {firstUnread === post.id && (
                                <p class="spr-firstnew" id="eerste-nieuw">
                                    <span>{t.thread.firstUnread}</span>
                                </p>
                            )}
                            <BijdrageView post={post} viewer={viewer} />
                        </div>
                    );
                })}
            </div>
        );
    },
    (a, b) =>
        a.viewer === b.viewer &&
        a.firstUnread === b.firstUnread &&
        a.before?.id === b.before?.id &&
        a.posts.length === b.posts.length &&
        a.posts.every((post, i) => post === b.posts[i]),
);

/** Runs of about PAGE posts whose borders do not move when older ones are put in front. */
function paginate(posts: readonly Bijdrage[]): { key: string; from: number; posts: Bijdrage[] }[] {
    const pages: { key: string; from: number; posts: Bijdrage[] }[] = [];
    for (let end = posts.length, open = true; end > 0;) {
        // The border is a property of the post itself, so it is the same in every state.
        let from = end - 1;
        while (
            from > 0 &&
            !(end - from >= PAGE / 4 && Number(posts[from]!.id.slice(-4)) % PAGE === 0) &&
            end - from < 4 * PAGE
        )
            from--;
        pages.unshift({
            key: open ? 'end' : posts[end - 1]!.id,
            from,
            posts: posts.slice(from, end),
        });
        end = from;
        open = false;
    }
    return pages;
}

function Typing({ onderwerp }: { onderwerp: Onderwerp }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const people = typing(useCell(client.presences), onderwerp.id, tafel.ik.persoon);
    return (
        <p class="spr-typing" aria-hidden={people.length === 0 ? 'true' : undefined}>
            {people.length > 0 &&
                t.thread.typing(list(people.map((p) => names.person(p))), people.length)}
        </p>
    );
}

/** A seat that came later reads from then on; what was said before is not shown as nothing. */
function ReadsFrom({ onderwerp }: { onderwerp: Onderwerp }) {
    const t = useT();
    const { tafel } = useTafel();
    const from = activeSeats(tafel)
        .filter((z) => z.persoon === tafel.ik.persoon)
        .map((z) => z.leestVanaf)
        .sort()[0];
    if (!from || from <= onderwerp.geopendOp) return null;
    return <p class="spr-quiet spr-log__from">{t.thread.readsFrom(moment(from))}</p>;
}

function Older({ onderwerp }: { onderwerp: string }) {
    const t = useT();
    const { feed } = useTafel();
    const [busy, setBusy] = useState(false);
    const load = async () => {
        setBusy(true);
        // Content put above must not push away what is being read.
        const height = document.documentElement.scrollHeight;
        try {
            await feed.loadOlder(onderwerp);
            requestAnimationFrame(() => {
                const grown = document.documentElement.scrollHeight - height;
                if (!CSS.supports('overflow-anchor: auto')) window.scrollBy(0, grown);
            });
        } catch {
            // The line tells what is wrong; the button stays for another try.
        } finally {
            setBusy(false);
        }
    };
    return (
        <Button busy={busy} onClick={() => void load()}>
            {t.thread.older}
        </Button>
    );
}

export function Thread({ onderwerp, onReply }: { onderwerp: Onderwerp; onReply: OnReply }) {
    const t = useT();
    const { tafel } = useTafel();
    const posts = tafel.draden[onderwerp.id] ?? [];
    const [firstUnread] = useState(() => unreadIn(tafel, onderwerp.id)[0]?.id ?? null);
    const pages = useMemo(() => paginate(posts), [posts]);
    const log = useRef<HTMLDivElement>(null);
    const viewer = useViewer(onderwerp.stroom, onReply);
    const { below, toEnd } = useReading(onderwerp, posts, log);
    useDeepLink(posts, firstUnread);
    useStepping(log, toEnd);
    return (
        <>
            <div
                class="spr-log"
                role="log"
                aria-label={t.thread.logLabel}
                aria-live="polite"
                aria-relevant="additions"
                ref={log}
            >
                {tafel.ouder.has(onderwerp.id) && <Older onderwerp={onderwerp.id} />}
                <ReadsFrom onderwerp={onderwerp} />
                {posts.length === 0 && <p class="spr-quiet spr-log__empty">{t.thread.empty}</p>}
                {pages.map((page) => (
                    <Page
                        key={page.key}
                        posts={page.posts}
                        before={posts[page.from - 1]}
                        firstUnread={firstUnread}
                        viewer={viewer}
                    />
                ))}
            </div>
            <PendingPosts onderwerp={onderwerp} posts={posts} />
            <Typing onderwerp={onderwerp} />
            {below > 0 && (
                <div class="spr-below">
                    <Button kind="primary" icon="down" onClick={toEnd}>
                        {t.thread.below(below)}
                    </Button>
                </div>
            )}
        </>
    );
}

/** Goes to the post that the address names, else to the first unread, else to the end. */
function useDeepLink(posts: readonly Bijdrage[], firstUnread: string | null): void {
    const { feed } = useTafel();
    const { hash, step } = useCell(place);
    const wanted = /^bijdrage-(\d+)$/.exec(hash)?.[1] ?? null;
    const [done, setDone] = useState(-1);
    const first = posts[0];
    useLayoutEffect(() => {
        if (done === step || !first) return;
        const name = wanted ? bijdrageHash(wanted) : firstUnread ? 'eerste-nieuw' : null;
        const element = name ? document.getElementById(name) : null;
        document.querySelector('.spr-post--target')?.classList.remove('spr-post--target');
        if (element) {
            if (wanted) element.classList.add('spr-post--target');
            element.scrollIntoView({ block: wanted ? 'center' : 'start' });
            if (wanted) element.focus({ preventScroll: true });
        } else if (!name) {
            window.scrollTo(0, document.documentElement.scrollHeight);
        } else if (
            wanted &&
            compareIds(wanted, first.id) < 0 &&
            feed.tafel()?.ouder.has(first.onderwerp)
        ) {
            void feed.loadOlder(first.onderwerp).catch(() => setDone(step));
            return; // looked for again when they are there
        }
        setDone(step);
    }, [wanted, step, first?.id, posts.length]);
}

/** j and k go from post to post; u and e to the first unread and the end. */
function useStepping(log: { current: HTMLElement | null }, toEnd: () => void): void {
    const stepBy = (by: 1 | -1) => {
        const all = [...(log.current?.querySelectorAll<HTMLElement>('.spr-post') ?? [])];
        const at = all.findIndex((element) => element.contains(document.activeElement));
        const next = at < 0 ? (by > 0 ? all[0] : all[all.length - 1]) : all[at + by];
        next?.focus();
        next?.scrollIntoView({ block: 'nearest' });
    };
    useKeys({
        j: () => stepBy(1),
        k: () => stepBy(-1),
        u: () => document.getElementById('eerste-nieuw')?.scrollIntoView({ block: 'start' }),
        e: toEnd,
    });
}
