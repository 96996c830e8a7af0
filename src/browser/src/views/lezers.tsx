// Who can read this: said beside everything that is written.

import type { Zetel } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import { sectorName } from '../state/register';
import { find } from '../state/rows';
import { audienceOf, organisationOfSeat, readersOf, theTafel } from '../state/select';
import { Heading, Icon } from './bits';
import { useNames, useTafel } from './tafelcontext';

/** In one sentence. */
export function useAudience(stroom: string): string {
    const t = useT();
    const { tafel, register } = useTafel();
    const audience = audienceOf(tafel, stroom);
    if (theTafel(tafel)?.status === 'concept') return t.readers.concept;
    switch (audience.kind) {
        case 'tafel':
            return t.readers.tafel;
        case 'kamer': {
            const sector = audience.gesprek ? sectorName(register, audience.gesprek.sector) : '';
            return audience.closed ? t.readers.kamerClosed : t.readers.kamer(sector);
        }
        case 'vooroverleg':
            return t.readers.vooroverleg(
                t.zijde[audience.zijde as keyof typeof t.zijde] ?? audience.zijde,
            );
        case 'voorzitterskamer':
            return t.readers.voorzitterskamer;
        default:
            return t.readers.tafel;
    }
}

/** In two words, for a list; empty for the table as a whole. */
export function useRoomName(): (stroom: string) => string {
    const t = useT();
    const { tafel, register } = useTafel();
    return (stroom) => {
        const audience = audienceOf(tafel, stroom);
        switch (audience.kind) {
            case 'tafel':
                return '';
            case 'kamer': {
                const sector = audience.gesprek?.sector;
                return t.readers.short.kamer(sector ? sectorName(register, sector) : '');
            }
            case 'vooroverleg': {
                const side = t.zijde[audience.zijde as keyof typeof t.zijde] ?? audience.zijde;
                return t.readers.short.vooroverleg(side);
            }
            default:
                return t.readers.short[audience.kind];
        }
    };
}

function Reader({ zetel }: { zetel: Zetel }) {
    const { tafel } = useTafel();
    const names = useNames();
    const organisatie = organisationOfSeat(tafel, zetel);
    return (
        <li>
            {names.person(zetel.persoon)}
            {organisatie && <span class="spr-quiet"> {names.organisation(organisatie)}</span>}
        </li>
    );
}

/** `open`: what is shown here is open to everybody, whatever else stays at the tafel. */
export function Readers({ stroom, open }: { stroom: string; open?: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const sentence = useAudience(stroom);
    const readers = readersOf(tafel, stroom);
    const openness = open ? 'openbaar' : theTafel(tafel)?.openbaarheid;
    return (
        <section class="spr-card spr-readers" aria-labelledby="lezers">
            <Heading level={2} id="lezers">
                <Icon name="eye" /> {t.readers.title}
            </Heading>
            <p class="utrecht-paragraph">{sentence}</p>
            <details>
                <summary>{t.readers.people(readers.length)}</summary>
                <ul class="spr-plainlist">
                    {readers.map((z) => (
                        <Reader key={z.id} zetel={z} />
                    ))}
                </ul>
            </details>
            {openness && <p class="spr-quiet">{t.readers.outward[openness]}</p>}
        </section>
    );
}

/** The short form, beside the place where one writes. */
export function ReadersLine({ stroom }: { stroom: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const readers = readersOf(tafel, stroom);
    const mine = find(tafel.zetels, readers.find((z) => z.persoon === tafel.ik.persoon)?.id);
    const others = readers.length - (mine ? 1 : 0);
    return (
        <p class="spr-quiet spr-readersline">
            <Icon name="eye" /> {useAudience(stroom)} {t.readers.others(others)}
        </p>
    );
}
