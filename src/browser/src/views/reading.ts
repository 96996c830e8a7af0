// Where the reader is in a thread: how far it was seen, and how many came below that.
//
// Invariant: a post counts as read only when its end was on the screen of a page in sight.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Bijdrage, Onderwerp } from '../gen/protocol';
import { client } from '../state/client';
import { after, compareIds } from '../state/rows';
import { useTafel } from './tafelcontext';

const NEAR_END_PX = 120;

/** The lower edge of what can be seen: above a compose box that sticks to the bottom. */
function visibleBottom(): number {
    const box = document.querySelector<HTMLElement>('.spr-compose');
    const sticks = box && getComputedStyle(box).position === 'sticky';
    return Math.min(sticks ? box.getBoundingClientRect().top : Infinity, window.innerHeight);
}

/** How many of them, from the first on, satisfy something that holds up to a border. */
function countWhile(all: ArrayLike<HTMLElement>, holds: (element: HTMLElement) => boolean): number {
    let low = 0,
        high = all.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (holds(all[middle]!)) low = middle + 1;
        else high = middle;
    }
    return low;
}

/**
 * The last post of which the end is above the edge. First the page, then the post in it: asking
 * for the place of a post out of sight would make the browser lay out its whole page.
 */
function lastSeen(log: HTMLElement, edge: number): string | null {
    const pages = log.querySelectorAll<HTMLElement>('.spr-log__page');
    const begun = countWhile(pages, (page) => page.getBoundingClientRect().top < edge);
    for (let i = begun - 1; i >= 0; i--) {
        const posts = pages[i]!.querySelectorAll<HTMLElement>('.spr-post');
        const n = countWhile(posts, (post) => post.getBoundingClientRect().bottom <= edge + 2);
        if (n > 0) return posts[n - 1]!.dataset['id'] ?? null;
    }
    return null;
}

export function useReading(
    onderwerp: Onderwerp,
    posts: readonly Bijdrage[],
    log: { current: HTMLElement | null },
) {
    const { feed, tafel } = useTafel();
    const told = tafel.leesstanden[onderwerp.id] ?? null;
    const [seen, setSeen] = useState<string | null>(told);
    const following = useRef(true);
    const last = posts[posts.length - 1]?.id;

    const toEnd = () => window.scrollTo(0, document.documentElement.scrollHeight);
    const look = () => {
        if (!log.current || document.visibilityState !== 'visible') return;
        const edge = visibleBottom();
        following.current = log.current.getBoundingClientRect().bottom <= edge + NEAR_END_PX;
        const id = lastSeen(log.current, edge);
        if (id) setSeen((before) => (before && compareIds(before, id) >= 0 ? before : id));
    };

    useLayoutEffect(() => {
        if (following.current && last !== undefined) toEnd();
    }, [last]);

    useEffect(() => {
        look();
        let asked = 0;
        const soon = () => {
            cancelAnimationFrame(asked);
            asked = requestAnimationFrame(look);
        };
        window.addEventListener('scroll', soon, { passive: true });
        window.addEventListener('resize', soon);
        document.addEventListener('visibilitychange', soon);
        return () => {
            cancelAnimationFrame(asked);
            window.removeEventListener('scroll', soon);
            window.removeEventListener('resize', soon);
            document.removeEventListener('visibilitychange', soon);
        };
    }, [last]);

    useEffect(() => {
        if (!seen || (told && compareIds(told, seen) >= 0)) return;
        feed.markRead(onderwerp.id, seen);
        client.reportRead(feed.id, onderwerp.id, seen);
    }, [seen, told]);

    const below = after(posts, seen).filter(
        (post) => post.status === 'geplaatst' && post.spreker.persoon !== tafel.ik.persoon,
    ).length;
    return { below, toEnd };
}
