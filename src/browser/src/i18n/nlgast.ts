// Sentences about guests of a bijeenkomst: their link, and the page that it opens, in plain Dutch (B1).

export const nlGast = {
    gast: {
        title: 'Gasten schrijven zich zelf op de lijst',
        explain: 'Laat dit beeld zien, of stuur het adres. Wie het opent, vult een naam in en staat op de lijst. Meer kan een gast niet.',
        picture: 'QR-code met het adres voor gasten', copy: 'Adres kopiëren', copied: 'Het adres is gekopieerd.',
        fresh: 'Nieuw adres', freshHint: 'Het oude adres werkt dan niet meer.',
        notYet: 'Het adres werkt zodra de bijeenkomst is geopend.',
        pageTitle: 'Aanwezig als gast',
        pageExplain: 'Vul uw naam in. U staat dan op de lijst van wie er is. Uw naam komt in de besluitenlijst en het verslag.',
        name: 'Uw naam', organisation: 'Zet er gerust uw organisatie bij.', submit: 'Ik ben er',
        done: (name: string, titel: string) => `${name} staat op de lijst van ${titel}. U kunt deze pagina sluiten.`,
        noLink: 'Dit adres is niet volledig. Open de link of de QR-code opnieuw.',
        noLine: 'Er is geen verbinding. Probeer het zo nog eens; uw naam blijft staan.',
    },
};
export type GastSentences = typeof nlGast;
