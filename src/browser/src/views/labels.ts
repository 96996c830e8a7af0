// Which tone a state has. Colour never says it alone: the word stands beside it.

import type {
    AchterbanUitkomst,
    AgendapuntStatus,
    Besluit,
    BijdrageSoort,
    BijeenkomstStatus,
    DeelnameStatus,
    EvaluatieOordeel,
    GesprekStatus,
    GevolgStatus,
    KeuzevraagStatus,
    KnelpuntStatus,
    RondeStatus,
    StandpuntWaarde,
    ToezeggingStatus,
    TafelStatus,
    VerslagStatus,
    Zwaarte,
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

export const KEUZE_TONE: Record<KeuzevraagStatus, Tone> = {
    ingebracht: 'neutral',
    gevolgen_gevraagd: 'active',
    besluitrijp: 'active',
    besloten: 'safe',
    ingetrokken: 'neutral',
};

export const GEVOLG_TONE: Record<GevolgStatus, Tone> = {
    gevraagd: 'neutral',
    opgetekend: 'safe',
    afgestemd: 'safe',
    verschil_van_inzicht: 'warning',
    te_herbevestigen: 'warning',
    niet_beantwoord: 'danger',
};

export const WAARDE_TONE: Record<StandpuntWaarde, Tone> = {
    akkoord: 'safe',
    akkoord_mits: 'warning',
    niet_akkoord: 'danger',
    neemt_niet_deel: 'neutral',
};

export function besluitTone(besluit: Besluit): Tone {
    if (besluit.status !== 'uitkomst') return besluit.status === 'concept' ? 'neutral' : 'active';
    if (besluit.uitkomst === 'aangenomen') return 'safe';
    return besluit.uitkomst === 'ingetrokken' ? 'neutral' : 'warning';
}

export const REJECTION_TONE: Record<AchterbanUitkomst, Tone> = {
    instemming: 'safe',
    afwijzing: 'danger',
};

export const OORDEEL_TONE: Record<EvaluatieOordeel, Tone> = {
    werkt: 'safe',
    werkt_deels: 'warning',
    werkt_niet: 'danger',
};

export const TOEZEGGING_TONE: Record<ToezeggingStatus, Tone> = {
    voorgesteld: 'active',
    aanvaard: 'active',
    loopt: 'active',
    vertraagd: 'warning',
    nagekomen: 'safe',
    deels: 'warning',
    niet_nagekomen: 'danger',
    overgedragen: 'neutral',
    ingetrokken: 'neutral',
};

export const KNELPUNT_TONE: Record<KnelpuntStatus, Tone> = {
    open: 'neutral',
    termijn_verstreken: 'danger',
    opgepakt: 'active',
    opgelost: 'safe',
    vervallen: 'neutral',
};

export const ZWAARTE_TONE: Record<Zwaarte, Tone> = {
    signaal: 'neutral',
    knelt: 'warning',
    urgent: 'danger',
};

export const BIJEENKOMST_TONE: Record<BijeenkomstStatus, Tone> = {
    gepland: 'active',
    geopend: 'safe',
    geschorst: 'warning',
    gesloten: 'neutral',
    afgelast: 'neutral',
};

export const AGENDAPUNT_TONE: Record<AgendapuntStatus, Tone> = {
    open: 'neutral',
    aan_de_orde: 'active',
    behandeld: 'safe',
    aangehouden: 'warning',
    vervallen: 'neutral',
};

export const VERSLAG_TONE: Record<VerslagStatus, Tone> = {
    concept: 'neutral',
    ter_reactie: 'active',
    vastgesteld: 'safe',
};
