// The web client starts here.

import './theme/index.css';
import { render } from 'preact';
import { startTaal } from './i18n/i18n';
import { useCell } from './state/cell';
import { client } from './state/client';
import { AccessibilityPage, UnknownPage } from './views/about';
import { BesluitPage } from './views/besluitpage';
import { helpOpen, startKeys, useKeys } from './views/help';
import { KeuzevraagPage } from './views/keuzevraagpage';
import { LoginPage, OutPage } from './views/login';
import { OnderwerpPage } from './views/onderwerppage';
import { go, place, tafelPath, type Route } from './views/route';
import { Shell } from './views/shell';
import { TafelProvider } from './views/tafelcontext';
import { TafelPage } from './views/tafelpage';
import { TafelsPage } from './views/tafels';
import { useArrival } from './views/title';
import './views/theme';

function Page({ route }: { route: Route }) {
    const session = useCell(client.session);
    if (route.page === 'login') return <LoginPage />;
    if (route.page === 'toegankelijkheid') return <AccessibilityPage />;
    if (route.page === 'unknown') return <UnknownPage />;
    if (!('person' in session)) return <OutPage />;
    switch (route.page) {
        case 'tafels':
            return <TafelsPage />;
        case 'tafel':
            return (
                <TafelProvider key={route.tafel} id={route.tafel}>
                    <TafelPage />
                </TafelProvider>
            );
        case 'onderwerp':
            return (
                <TafelProvider key={route.tafel} id={route.tafel}>
                    <OnderwerpPage key={route.onderwerp} id={route.onderwerp} />
                </TafelProvider>
            );
        case 'keuzevraag':
            return (
                <TafelProvider key={route.tafel} id={route.tafel}>
                    <KeuzevraagPage key={route.keuzevraag} id={route.keuzevraag} />
                </TafelProvider>
            );
        case 'besluit':
        case 'stemming':
            return (
                <TafelProvider key={route.tafel} id={route.tafel}>
                    <BesluitPage key={route.id} id={route.id} of={route.page} />
                </TafelProvider>
            );
    }
}

function App() {
    const { route } = useCell(place);
    useArrival();
    useKeys({
        '?': () => helpOpen.set(true),
        g: () => go('/tafels'),
        b: () => 'tafel' in route && route.page !== 'tafel' && go(tafelPath(route.tafel)),
    });
    return (
        <Shell>
            <Page route={route} />
        </Shell>
    );
}

await startTaal();
client.start();
startKeys();
const root = document.getElementById('app');
if (root) {
    root.replaceChildren();
    render(<App />, root);
}
