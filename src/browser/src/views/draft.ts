// A text that is kept in this browser at every stroke, per person and per place it is written in.

import { useState } from 'preact/hooks';
import { client } from '../state/client';

export interface Draft {
    text: string;
    set: (text: string) => void;
    /** The text is where it belongs now. */
    clear: () => void;
}

/** A draft that equals what stands there already is not worth keeping. */
export function useDraft(name: string, before = ''): Draft {
    const [text, setText] = useState(() => client.drafts.get(name) || before);
    return {
        text,
        set: (next) => {
            setText(next);
            client.drafts.set(name, next === before ? '' : next);
        },
        clear: () => client.drafts.set(name, ''),
    };
}
