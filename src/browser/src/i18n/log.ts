// The sentences of the besluitenlog, beside those of the pages it shares its words with.

import { useT as useWhole, type Whole } from './later';
import { nlLog, type LogSentences } from './nllog';

export type WithLog = Whole & { log: LogSentences };

/** English is one whole and has them already. */
export function useLogT(): WithLog {
    const whole = useWhole();
    return 'log' in whole ? (whole as WithLog) : { ...whole, log: nlLog };
}
