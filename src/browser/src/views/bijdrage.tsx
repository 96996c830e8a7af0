// One bijdrage: who speaks, for whom, what was said, what became of it, and what may be done.

import { useState } from 'preact/hooks';
import type { Bijdrage } from '../gen/protocol';
import { organisation, personName, plainName } from '../state/register';
import { Badge, Button, Prose, When, cls } from './bits';
import { EditDialog, HideDialog, VersionsDialog, WithdrawDialog } from './bijdragedialogs';
import { say } from './command';
import { WithPart } from './part';
import { tafelPart } from './parts';
import { bijdrageHash, onderwerpPath } from './route';
import { RecordedMark } from './vastgelegd';
import { findPost, speakerName, type Viewer } from './viewer';

type Open = 'edit' | 'withdraw' | 'hide' | 'show' | 'versions' | 'knelpunt' | null;

const pathOf = (post: Bijdrage, id = post.id): string =>
    `${onderwerpPath(post.tafel, post.onderwerp)}#${bijdrageHash(id)}`;

interface PostProps {
    post: Bijdrage;
    viewer: Viewer;
}

/** A party in three letters, coloured by its side; the name stands beside it. */
function Monogram({ post, viewer }: PostProps) {
    const found = organisation(viewer.register, post.spreker.organisatie);
    const side = found ? viewer.sideOf(found.id) : undefined;
    const name =
        found?.afkorting ??
        (found && plainName(found.naam)) ??
        personName(viewer.register, post.spreker.persoon);
    const letters = /^\S{2,5}$/.test(name)
        ? name
        : name
              .split(/\s+/)
              .filter((w) => /^\p{Lu}/u.test(w))
              .map((w) => w[0])
              .join('')
              .slice(0, 3);
    return (
        <span
            class={cls(
                'spr-monogram',
                side && `spr-monogram--${side}`,
                letters.length > 3 && 'spr-monogram--long',
            )}
            aria-hidden="true"
        >
            {letters.toUpperCase()}
        </span>
    );
}

function PostHead({ post, viewer, onVersions }: PostProps & { onVersions: () => void }) {
    const { t, register } = viewer;
    const found = organisation(register, post.spreker.organisatie);
    // What was recorded for a party was said by whom the secretaris names, if anybody.
    const person = post.vastgelegd
        ? (post.vastgelegd.spreker ?? '')
        : personName(register, post.spreker.persoon);
    const role = post.vastgelegd
        ? ''
        : found
          ? viewer.functionOf(post)
          : viewer.roleOf(post.spreker.persoon);
    const path = pathOf(post);
    return (
        <header class="spr-post__head">
            <span class="spr-post__who">
                <strong>{speakerName(viewer, post)}</strong>
                {found?.fictief && <span class="spr-fictief">{t.party.fictional}</span>}
                <span class="spr-quiet">
                    {found && !post.persoonlijkeTitel && person}
                    {found && post.persoonlijkeTitel && plainName(found.naam)}
                    {role &&
                        !person.toLowerCase().includes(role.toLowerCase()) &&
                        `${found ? ', ' : ''}${role}`}
                </span>
            </span>
            <span class="spr-post__marks">
                {post.soort !== 'bijdrage' && (
                    <span class={`spr-soort spr-soort--${post.soort}`}>{t.soort[post.soort]}</span>
                )}
                {post.persoonlijkeTitel && <Badge>{t.post.personal}</Badge>}
                <a class="utrecht-link spr-post__time" href={path}>
                    <When at={post.geplaatstOp} />
                </a>
                {post.versie > 1 && post.status === 'geplaatst' && (
                    <button type="button" class="utrecht-link spr-linkbutton" onClick={onVersions}>
                        {t.post.edited}
                    </button>
                )}
            </span>
        </header>
    );
}

function Quote({ post, viewer }: PostProps) {
    if (!post.antwoordOp) return null;
    const source = findPost(viewer, post, post.antwoordOp);
    const path = pathOf(post, post.antwoordOp);
    return (
        <blockquote class="utrecht-blockquote spr-quote">
            <a class="utrecht-link" href={path}>
                {source
                    ? viewer.t.post.replyTo(speakerName(viewer, source))
                    : viewer.t.post.replyToEarlier}
            </a>
            {post.citaat && <p>{post.citaat}</p>}
        </blockquote>
    );
}

async function copyLink(post: Bijdrage, done: string): Promise<void> {
    await navigator.clipboard.writeText(location.origin + pathOf(post));
    say(done);
}

/** The words the reader marked in this post, or else its beginning. */
function quotedText(post: Bijdrage, element: Element | null): string {
    const selection = document.getSelection();
    const marked =
        selection &&
        element?.contains(selection.anchorNode) &&
        element.contains(selection.focusNode)
            ? selection.toString().trim()
            : '';
    const text = marked || (post.tekst ?? '');
    return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}

/** Only what everybody at the table could read is the source of a knelpunt. */
const isPlenary = (post: Bijdrage): boolean => post.stroom.startsWith('tafel:');

function Actions({ post, viewer, onOpen }: PostProps & { onOpen: (open: Open) => void }) {
    const { t } = viewer;
    const [more, setMore] = useState(false);
    const mine = viewer.mine(post);
    const shown = post.status === 'geplaatst';
    const quote = (event: MouseEvent) =>
        viewer.onReply?.({
            id: post.id,
            name: speakerName(viewer, post),
            citaat: quotedText(post, (event.currentTarget as Element).closest('.spr-post')),
        });
    if (post.status === 'ingetrokken') return null;
    return (
        <div class="spr-post__actions">
            {viewer.onReply && shown && (
                <Button kind="subtle" icon="quote" onClick={quote}>
                    {t.post.reply}
                </Button>
            )}
            {!more && (
                <Button
                    kind="subtle"
                    onClick={() => setMore(true)}
                    aria-expanded="false"
                    aria-label={t.post.more}
                >
                    ⋯
                </Button>
            )}
            {more && mine && shown && (
                <Button kind="subtle" icon="edit" onClick={() => onOpen('edit')}>
                    {t.general.edit}
                </Button>
            )}
            {more && mine && shown && (
                <Button kind="subtle" onClick={() => onOpen('withdraw')}>
                    {t.post.withdraw}
                </Button>
            )}
            {more && viewer.writes && shown && post.soort === 'knelpunt' && isPlenary(post) && (
                <Button kind="subtle" icon="clock" onClick={() => onOpen('knelpunt')}>
                    {t.post.asKnelpunt}
                </Button>
            )}
            {more && viewer.runs && (
                <Button
                    kind="subtle"
                    icon={shown ? 'hide' : 'eye'}
                    onClick={() => onOpen(shown ? 'hide' : 'show')}
                >
                    {shown ? t.post.hide : t.post.show}
                </Button>
            )}
            {more && (
                <Button
                    kind="subtle"
                    icon="link"
                    onClick={() => void copyLink(post, t.post.linkCopied)}
                >
                    {t.post.copyLink}
                </Button>
            )}
        </div>
    );
}

function Tombstone({ post, viewer }: PostProps) {
    const { t } = viewer;
    return (
        <p class="spr-tombstone">
            {post.status === 'verborgen' ? t.post.hidden : t.post.withdrawn}
            {post.reden && ` ${t.general.reason}: ${post.reden}`}
        </p>
    );
}

export function BijdrageView({ post, viewer }: PostProps) {
    const [open, setOpen] = useState<Open>(null);
    const close = () => setOpen(null);
    const props = { post, viewer, onClose: close };
    return (
        <article
            id={bijdrageHash(post.id)}
            data-id={post.id}
            tabIndex={-1}
            class={`spr-post spr-post--${post.status}`}
            aria-label={viewer.t.post.label(speakerName(viewer, post))}
        >
            <Monogram post={post} viewer={viewer} />
            <div class="spr-post__body">
                <PostHead post={post} viewer={viewer} onVersions={() => setOpen('versions')} />
                <Quote post={post} viewer={viewer} />
                {post.status === 'geplaatst' && post.tekst !== undefined ? (
                    <Prose text={post.tekst} />
                ) : (
                    <Tombstone post={post} viewer={viewer} />
                )}
                {post.vastgelegd && post.status === 'geplaatst' && (
                    <RecordedMark
                        vastgelegd={post.vastgelegd}
                        onCorrect={() => setOpen('edit')}
                        confirm={{
                            do: 'bijdrage.herzien',
                            tafel: post.tafel,
                            args: { bijdrage: post.id, bevestigt: true },
                        }}
                    />
                )}
                <Actions post={post} viewer={viewer} onOpen={setOpen} />
            </div>
            {open === 'edit' && <EditDialog {...props} />}
            {open === 'withdraw' && <WithdrawDialog {...props} />}
            {(open === 'hide' || open === 'show') && (
                <HideDialog {...props} show={open === 'show'} />
            )}
            {open === 'versions' && <VersionsDialog {...props} />}
            {open === 'knelpunt' && (
                <WithPart part={tafelPart}>
                    {(part) => <part.KnelpuntDialog bijdrage={post} onClose={close} />}
                </WithPart>
            )}
        </article>
    );
}
