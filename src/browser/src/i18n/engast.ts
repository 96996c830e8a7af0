// Sentences about guests of a bijeenkomst, in English.

import type { GastSentences } from './nlgast';

export const enGast: GastSentences = {
    gast: {
        title: 'Guests put themselves on the list',
        explain: 'Show this picture, or send the address. Who opens it fills in a name and is on the list. A guest can do no more.',
        picture: 'QR code with the address for guests', copy: 'Copy the address', copied: 'The address was copied.',
        fresh: 'New address', freshHint: 'The old address stops working.',
        notYet: 'The address works once the meeting has been opened.',
        pageTitle: 'Present as a guest',
        pageExplain: 'Fill in your name. You are then on the list of who is there. Your name comes into the list of decisions and the minutes.',
        name: 'Your name', organisation: 'Feel free to add your organisation.', submit: 'I am here',
        done: (name: string, titel: string) => `${name} is on the list of ${titel}. You can close this page.`,
        noLink: 'This address is not complete. Open the link or the QR code again.',
        noLine: 'There is no connection. Try again in a moment; your name stays here.',
    },
};
