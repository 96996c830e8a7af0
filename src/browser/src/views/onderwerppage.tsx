// An onderwerp: its bijdragen, live, and the place to write one.

import { useState } from 'preact/hooks';
import type { Onderwerp } from '../gen/protocol';
import { moment } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { find } from '../state/rows';
import { isOpen, mayWrite, seatEnded, theTafel, voices } from '../state/select';
import { A, Alert, Badge, Button, Heading, When } from './bits';
import { Compose, type Reply } from './compose';
import { ReasonDialog } from './dialog';
import { Readers } from './lezers';
import { ThreadList } from './onderwerpen';
import { tafelPath } from './route';
import { useNames, useTafel } from './tafelcontext';
import { Thread } from './thread';
import { useTitle } from './title';

function ThreadControls({ onderwerp }: { onderwerp: Onderwerp }) {
    const t = useT();
    const { tafel } = useTafel();
    const [asking, setAsking] = useState(false);
    const may =
        mayWrite(tafel, onderwerp.stroom) &&
        (voices(tafel, onderwerp.stroom).includes(null) ||
            onderwerp.spreker.persoon === tafel.ik.persoon);
    if (!may) return null;
    const closing = onderwerp.status === 'open';
    const namens = voices(tafel, onderwerp.stroom)[0]?.id ?? null;
    return (
        <>
            <Button kind="subtle" onClick={() => setAsking(true)}>
                {closing ? t.thread.close : t.thread.reopen}
            </Button>
            {asking && (
                <ReasonDialog
                    title={closing ? t.thread.close : t.thread.reopen}
                    explain={closing ? t.thread.closeExplain : t.thread.reopenExplain}
                    submit={closing ? t.thread.close : t.thread.reopen}
                    reason={closing ? 'optional' : 'none'}
                    reasonLabel={t.thread.conclusion}
                    onClose={() => setAsking(false)}
                    onSubmit={(run, conclusie) =>
                        run(
                            {
                                do: closing ? 'onderwerp.sluiten' : 'onderwerp.heropenen',
                                tafel: tafel.id,
                                namens,
                                args: {
                                    onderwerp: onderwerp.id,
                                    ...(closing && conclusie ? { conclusie } : {}),
                                },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </>
    );
}

function NoCompose({ onderwerp }: { onderwerp: Onderwerp }) {
    const t = useT();
    const { tafel } = useTafel();
    const until = seatEnded(tafel);
    const why = until
        ? t.compose.seatEnded(moment(until))
        : !isOpen(tafel)
          ? t.compose.tafelNotOpen
          : onderwerp.status !== 'open'
            ? t.compose.threadClosed
            : t.compose.readOnly;
    return (
        <Alert type="info">
            <p>{why}</p>
        </Alert>
    );
}

export function OnderwerpPage({ id }: { id: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [reply, setReply] = useState<Reply | null>(null);
    const onderwerp = find(tafel.onderwerpen, id);
    const head = theTafel(tafel);
    useTitle(onderwerp ? `${onderwerp.titel} · ${head?.titel ?? ''}` : t.thread.goneTitle);
    if (!onderwerp) {
        return (
            <div class="spr-card spr-card--narrow">
                <Heading level={1}>{t.thread.goneTitle}</Heading>
                <p class="utrecht-paragraph spr-lead">{t.thread.gone}</p>
                <A href={tafelPath(tafel.id)}>{head?.titel ?? t.tafels.title}</A>
            </div>
        );
    }
    const writable =
        onderwerp.status === 'open' &&
        mayWrite(tafel, onderwerp.stroom) &&
        voices(tafel, onderwerp.stroom).length > 0;
    return (
        <div class="spr-columns spr-columns--talk">
            <div class="spr-columns__main">
                <header class="spr-threadhead">
                    <p class="spr-crumbs">
                        <A href="/tafels">{t.tafels.title}</A>
                        <span aria-hidden="true"> › </span>
                        <A href={tafelPath(tafel.id)}>{head?.titel ?? ''}</A>
                    </p>
                    <Heading level={1}>{onderwerp.titel}</Heading>
                    {onderwerp.toelichting && <p class="spr-lead">{onderwerp.toelichting}</p>}
                    <p class="spr-threadhead__meta">
                        {onderwerp.status === 'gesloten' && <Badge>{t.thread.closed}</Badge>}
                        <span class="spr-quiet">
                            {t.thread.openedBy(
                                names.organisation(onderwerp.spreker.organisatie) ||
                                    names.person(onderwerp.spreker.persoon),
                            )}{' '}
                            <When at={onderwerp.geopendOp} />
                        </span>
                        <ThreadControls onderwerp={onderwerp} />
                    </p>
                    {onderwerp.conclusie && (
                        <div class="spr-conclusion">
                            <p class="spr-summary__label">{t.thread.conclusion}</p>
                            <p>{onderwerp.conclusie}</p>
                        </div>
                    )}
                </header>
                <Thread key={id} onderwerp={onderwerp} onReply={writable ? setReply : null} />
                {writable ? (
                    <Compose
                        key={id}
                        onderwerp={onderwerp}
                        reply={reply}
                        onReplyDone={() => setReply(null)}
                    />
                ) : (
                    <NoCompose onderwerp={onderwerp} />
                )}
            </div>
            <aside class="spr-columns__side" aria-label={t.tafel.aside}>
                <Readers stroom={onderwerp.stroom} />
                <section class="spr-card" aria-labelledby="andere">
                    <Heading level={2} id="andere">
                        {t.thread.list}
                    </Heading>
                    <ThreadList stroom={null} current={id} compact />
                </section>
            </aside>
        </div>
    );
}
