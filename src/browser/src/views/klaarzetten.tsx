// Putting something aside for colleagues: the same command, kept inside the own organisation.

import { useT } from '../i18n/i18n';
import type { Command } from '../line/queue';
import { Alert, Button } from './bits';
import { useCommand } from './command';

interface Props {
    command: () => Command;
    disabled?: boolean;
    onDone: () => void;
}

export function PrepareButton({ command, disabled, onDone }: Props) {
    const t = useT();
    const { busy, problem, run } = useCommand();
    const prepare = async () => {
        const { do: opdracht, tafel, namens, args } = command();
        const kept = await run(
            {
                do: 'voorbereiding.opstellen',
                tafel,
                namens,
                resend: true,
                args: { opdracht, args },
            },
            t.prepare.done,
        );
        if (kept) onDone();
    };
    return (
        <>
            <Button busy={busy} disabled={disabled} onClick={() => void prepare()}>
                {t.prepare.button}
            </Button>
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </>
    );
}
