// The web client starts here.

import './theme/index.css';
import { render } from 'preact';
import { startTaal } from './i18n/i18n';
import { useCell } from './state/cell';
import { client } from './state/client';
import { AccessibilityPage, UnknownPage } from './views/about';
import { helpOpen, startKeys, useKeys } from './views/help';
import { LoginPage, OutPage } from './views/login';
import { OnderwerpPage } from './views/onderwerppage';
import { WithPart, whenIdle } from './views/part';
import { bijeenkomstPart, binnenPart, gastPart, logPart, tafelPart } from './views/parts';
import { go, place, tafelPath, type Route } from './views/route';
import { Shell } from './views/shell';
import { TafelProvider } from './views/tafelcontext';
import { TafelPage } from './views/tafelpage';
import { TafelsPage } from './views/tafels';
import { useArrival } from './views/title';
import './views/theme';

type LaterRoute = Extract<Route, { tafel: string; keuzevraag: string } | { id: string }>;

function MeetingPage({ id, of }: { id: string; of: 'bijeenkomst' | 'verslag' }) {
    return (
        <WithPart part={bijeenkomstPart} page>
            {(part) => <part.BijeenkomstPage key={id} id={id} of={of} />}
        </WithPart>
    );
}

/** Pages that come in a part of their own. */
function LaterPage({ route }: { route: LaterRoute }) {
    switch (route.page) {
        case 'keuzevraag':
            return (
                <WithPart part={tafelPart} page>
                    {(part) => <part.KeuzevraagPage key={route.keuzevraag} id={route.keuzevraag} />}
                </WithPart>
            );
        case 'besluit':
        case 'stemming':
            return (
                <WithPart part={tafelPart} page>
                    {(part) => <part.BesluitPage key={route.id} id={route.id} of={route.page} />}
                </WithPart>
            );
        case 'oplegnotitie':
            return (
                <WithPart part={tafelPart} page>
                    {(part) => <part.OplegnotitiePage key={route.id} id={route.id} />}
                </WithPart>
            );
        case 'scherm':
            return (
                <WithPart part={bijeenkomstPart} page>
                    {(part) => <part.SchermPage key={route.id} id={route.id} />}
                </WithPart>
            );
        case 'besluitenlijst':
            return (
                <WithPart part={bijeenkomstPart} page>
                    {(part) => <part.BesluitenlijstPage key={route.id} id={route.id} />}
                </WithPart>
            );
        default:
            return <MeetingPage id={route.id} of={route.page} />;
    }
}

function Page({ route }: { route: Route }) {
    const session = useCell(client.session);
    if (route.page === 'login') return <LoginPage />;
    if (route.page === 'gast')
        return <WithPart part={gastPart} page>{(part) => <part.GuestPage />}</WithPart>;
    if (route.page === 'toegankelijkheid') return <AccessibilityPage />;
    if (route.page === 'unknown') return <UnknownPage />;
    if (!('person' in session)) return <OutPage />;
    switch (route.page) {
        case 'tafels':
            return <TafelsPage />;
        case 'organisatie':
            return (
                <WithPart part={binnenPart} page>
                    {(part) => <part.OrganisatiePage />}
                </WithPart>
            );
        case 'besluitenlog':
            return (
                <WithPart part={logPart} page>
                    {(part) => <part.BesluitenlogPage />}
                </WithPart>
            );
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
        default:
            return (
                <TafelProvider key={route.tafel} id={route.tafel}>
                    <LaterPage route={route} />
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
        <Shell bare={route.page === 'scherm'}>
            <Page route={route} />
        </Shell>
    );
}

// While the tafel is fetched its part can be; from elsewhere it is fetched when there is time.
if ('tafel' in place.get().route) void tafelPart.load();
else whenIdle(tafelPart);
await startTaal();
client.start();
startKeys();
const root = document.getElementById('app');
if (root) {
    root.replaceChildren();
    render(<App />, root);
}
