// What stands around every page: header, state of the line, notices and footer.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { setTaal, taal, useT } from '../i18n/i18n';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { A, Alert, Button, Mark } from './bits';
import { notice } from './command';
import { Dialog } from './dialog';
import { FailedActs } from './failed';
import { HelpDialog, helpOpen } from './help';
import { LineBar, LineLamp } from './linebar';
import { besluitenlogPath } from './route';
import { setTheme, theme, type Theme } from './theme';

function ThemeSwitch() {
    const t = useT();
    const current = useCell(theme);
    const choices: [Theme, string][] = [
        ['auto', t.shell.themeAuto],
        ['light', t.shell.themeLight],
        ['dark', t.shell.themeDark],
    ];
    return (
        <label class="spr-choice">
            <span class="spr-only-heard">{t.shell.theme}</span>
            <select
                class="utrecht-select utrecht-select--html-select"
                value={current}
                onChange={(e) => setTheme(e.currentTarget.value as Theme)}
            >
                {choices.map(([value, label]) => (
                    <option key={value} value={value}>
                        {label}
                    </option>
                ))}
            </select>
        </label>
    );
}

function LanguageSwitch() {
    const current = useCell(taal);
    const other = current === 'nl' ? 'en' : 'nl';
    const name = other === 'en' ? 'English' : 'Nederlands';
    return (
        <button
            type="button"
            lang={other}
            class="utrecht-button utrecht-button--subtle"
            aria-label={name}
            onClick={() => void setTaal(other)}
        >
            <span class="spr-only-wide">{name}</span>
            <span class="spr-only-narrow">{name.slice(0, 2)}</span>
        </button>
    );
}

function Logout({ naam }: { naam: string }) {
    const t = useT();
    const [asking, setAsking] = useState(false);
    const leave = () => (client.hasUnsent() ? setAsking(true) : void client.logout());
    return (
        <>
            <span class="spr-person">{naam}</span>
            <Button kind="subtle" onClick={leave}>
                {t.shell.logout}
            </Button>
            {asking && (
                <Dialog title={t.shell.logoutUnsentTitle} onClose={() => setAsking(false)}>
                    <p class="utrecht-paragraph">{t.shell.logoutUnsent}</p>
                    <div class="spr-actions">
                        <Button kind="primary" danger onClick={() => void client.logout()}>
                            {t.shell.logoutAnyway}
                        </Button>
                        <Button onClick={() => setAsking(false)}>{t.general.cancel}</Button>
                    </div>
                </Dialog>
            )}
        </>
    );
}

function EndedAlert() {
    const t = useT();
    return (
        <div class="spr-ended" role="region" aria-label={t.line.title}>
            <Alert type="warning">
                <p class="utrecht-paragraph">
                    <strong>{t.line.ended}.</strong> {t.line.endedLong}
                </p>
            </Alert>
        </div>
    );
}

function Notice() {
    const { text, key } = useCell(notice);
    return (
        <div class="spr-notice" role="status">
            {text && <p key={key}>{text}</p>}
        </div>
    );
}

/** On the wall of the room: nothing to press, but the state of the line stays in sight. */
function BareShell({ children }: { children: ComponentChildren }) {
    const session = useCell(client.session);
    return (
        <div class="spr-page spr-page--bare">
            {'person' in session && <LineBar />}
            {session.kind === 'ended' && <EndedAlert />}
            <main id="inhoud" class="spr-main" tabIndex={-1}>
                {children}
            </main>
        </div>
    );
}

export function Shell({ bare, children }: { bare?: boolean; children: ComponentChildren }) {
    return bare ? <BareShell>{children}</BareShell> : <WholeShell>{children}</WholeShell>;
}

function WholeShell({ children }: { children: ComponentChildren }) {
    const t = useT();
    const session = useCell(client.session);
    const help = useCell(helpOpen);
    return (
        <div class="spr-page">
            <a
                class="utrecht-skip-link utrecht-skip-link--visible-on-focus"
                href="#inhoud"
                onClick={(e) => {
                    e.preventDefault();
                    document.getElementById('inhoud')?.focus();
                }}
            >
                {t.shell.skip}
            </a>
            <header class="spr-top">
                <div class="spr-top__in">
                    <A href="/tafels" class="spr-brand">
                        <Mark />
                        <span class="spr-brand__name">Sociaal Publieke Raad</span>
                    </A>
                    <div class="spr-top__tools">
                        {'person' in session && (
                            <A href={besluitenlogPath} class="spr-top__log">
                                {t.shell.log}
                            </A>
                        )}
                        {'person' in session && <LineLamp />}
                        <LanguageSwitch />
                        {session.kind === 'in' && <Logout naam={session.person.naam} />}
                    </div>
                </div>
            </header>
            {'person' in session && <LineBar />}
            {session.kind === 'ended' && <EndedAlert />}
            <FailedActs />
            <main id="inhoud" class="spr-main" tabIndex={-1}>
                {children}
            </main>
            <footer class="spr-foot">
                <div class="spr-foot__in">
                    <p>{t.shell.footer}</p>
                    <nav aria-label={t.shell.footerNav}>
                        <ThemeSwitch />
                        {'person' in session && (
                            <A href={besluitenlogPath} class="spr-foot__log">
                                {t.shell.log}
                            </A>
                        )}
                        <A href="/toegankelijkheid">{t.shell.accessibility}</A>
                        <button
                            type="button"
                            class="utrecht-link spr-linkbutton"
                            onClick={() => helpOpen.set(true)}
                        >
                            {t.shell.keys} <kbd>?</kbd>
                        </button>
                    </nav>
                </div>
            </footer>
            <Notice />
            {help && <HelpDialog />}
        </div>
    );
}
