// What is loaded for a tafel beside its front and its onderwerpen.

export { Actiepunten } from './actiepunten';
export { BesluitPage } from './besluitpage';
export { Bijeenkomsten } from './bijeenkomsten';
export { Keuzes } from './keuzes';
export { KeuzevraagPage } from './keuzevraagpage';
export { Knelpunten } from './knelpunten';
export { ReportDialog as KnelpuntDialog } from './knelpuntdialogs';
export { OplegnotitiePage } from './oplegnotitie';
export { Toezeggingen } from './toezeggingen';
