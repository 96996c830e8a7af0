// Acts that were refused after whoever asked was gone, for instance by a reload: nothing that
// somebody did may fail in silence.

import { brief } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { Alert, Button } from './bits';
import { explain } from './command';

export function FailedActs() {
    const t = useT();
    const failed = useCell(client.queue).filter(
        (entry) => entry.state === 'failed' && entry.do !== 'bijdrage.plaatsen',
    );
    if (failed.length === 0) return null;
    return (
        <div class="spr-ended" role="region" aria-label={t.pending.acts}>
            <Alert type="error">
                <p>
                    <strong>{t.pending.acts}</strong>
                </p>
                <ul class="spr-plainlist">
                    {failed.map((entry) => (
                        <li key={entry.sleutel}>
                            <p>
                                {t.pending.act(entry.do, brief(entry.at))}{' '}
                                {entry.error && explain(entry.error)}
                            </p>
                            <div class="spr-actions">
                                <Button onClick={() => client.retry(entry.sleutel)}>
                                    {t.pending.retry}
                                </Button>
                                <Button kind="subtle" onClick={() => client.discard(entry.sleutel)}>
                                    {t.pending.discard}
                                </Button>
                            </div>
                        </li>
                    ))}
                </ul>
            </Alert>
        </div>
    );
}
