// All sentences together for the part that votes, which brings its own Dutch along.

import { useT as useLater, type Whole } from './later';
import { nlStemwijze, type StemwijzeSentences } from './nlstemwijze';

type Voting = Whole & StemwijzeSentences;
let dutch: Voting | undefined;

/** English is one whole and has them already. */
export function useT(): Voting {
    const t = useLater();
    return 'stemwijze' in t ? (t as Voting) : (dutch ??= { ...t, ...nlStemwijze });
}
