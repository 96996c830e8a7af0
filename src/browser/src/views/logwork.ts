// What is loaded with the besluitenlog.

export { BesluitenlogPage } from './besluitenlog';
