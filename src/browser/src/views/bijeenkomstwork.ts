// What is loaded when a bijeenkomst is opened.

export { BesluitenlijstPage } from './besluitenlijst';
export { BijeenkomstPage } from './bijeenkomstpage';
export { SchermPage } from './scherm';
