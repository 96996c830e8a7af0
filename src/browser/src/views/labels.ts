// Which tone a state has. Colour never says it alone: the word stands beside it.

import type {
    BijdrageSoort,
    DeelnameStatus,
    GesprekStatus,
    RondeStatus,
    TafelStatus,
} from '../gen/protocol';

type Tone = 'neutral' | 'safe' | 'warning' | 'danger' | 'active';

export const STATUS_TONE: Record<TafelStatus, Tone> = {
    concept: 'neutral',
    open: 'safe',
    opgeschort: 'warning',
    afgesloten: 'neutral',
    gearchiveerd: 'neutral',
};

export const RONDE_TONE: Record<RondeStatus, Tone> = {
    gepland: 'neutral',
    open: 'safe',
    gesloten: 'warning',
    voorlopig_samengevat: 'active',
    samengevat: 'active',
};

export const GESPREK_TONE: Record<GesprekStatus, Tone> = {
    gepland: 'neutral',
    open: 'safe',
    voorlopig_samengevat: 'active',
    samengevat: 'active',
    ontheven: 'neutral',
};

export const DEELNAME_TONE: Record<DeelnameStatus, Tone> = {
    uitgenodigd: 'active',
    toegetreden: 'safe',
    opgeschort: 'warning',
    uitgetreden: 'neutral',
};

export const BIJDRAGE_SOORTEN: readonly BijdrageSoort[] = [
    'bijdrage',
    'voorstel',
    'vraag',
    'zorg',
    'knelpunt',
    'feit',
];
