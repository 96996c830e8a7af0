// Logging in by a one-time link. The page that the link opens does nothing by itself: a mail
// scanner that follows links must not spend it; a person presses the button.

import { useState } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import { Refusal } from '../line/http';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { A, Alert, Button, Heading } from './bits';
import { explain } from './command';
import { go, loginToken } from './route';
import { useTitle } from './title';

export function LoginPage() {
    const t = useT();
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<string | null>(null);
    useTitle(t.login.title);

    const login = async () => {
        setBusy(true);
        setProblem(null);
        try {
            await client.login(loginToken);
            go('/tafels');
        } catch (error) {
            if (!(error instanceof Refusal)) setProblem(t.login.noLine);
            else
                setProblem(
                    error.body.status < 500 && error.code !== 'te_druk'
                        ? t.login.usedUp
                        : explain(error.body),
                );
        } finally {
            setBusy(false);
        }
    };
    return (
        <div class="spr-card spr-card--narrow">
            <Heading level={1}>{t.login.title}</Heading>
            {loginToken ? (
                <>
                    <p class="utrecht-paragraph spr-lead">{t.login.explain}</p>
                    {problem && (
                        <Alert type="error">
                            <p>{problem}</p>
                        </Alert>
                    )}
                    <div class="spr-actions">
                        <Button kind="primary" busy={busy} onClick={() => void login()}>
                            {t.login.button}
                        </Button>
                    </div>
                    <p class="spr-quiet">{t.login.once}</p>
                </>
            ) : (
                <p class="utrecht-paragraph spr-lead">{t.login.noToken}</p>
            )}
        </div>
    );
}

/** For who comes without a session: what this is, and how to get in. */
export function OutPage() {
    const t = useT();
    const session = useCell(client.session);
    useTitle(t.out.title);
    if (session.kind === 'asking') {
        return (
            <p class="spr-quiet spr-centre" role="status">
                {t.general.loading}
            </p>
        );
    }
    return (
        <div class="spr-card spr-card--narrow">
            <Heading level={1}>{t.out.title}</Heading>
            <p class="utrecht-paragraph spr-lead">{t.out.what}</p>
            <Heading level={2}>{t.out.howTitle}</Heading>
            <p class="utrecht-paragraph">{t.out.how}</p>
            <p class="utrecht-paragraph">{t.out.noPassword}</p>
            <p class="utrecht-paragraph">
                <A href="/toegankelijkheid">{t.shell.accessibility}</A>
            </p>
        </div>
    );
}
