// A form in the page for what is asked of a party, with one button to send it. Once answered it
// folds into a sentence; a party may always answer again, which replaces.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Command } from '../line/queue';
import { Alert, Button, Heading } from './bits';
import { useCommand } from './command';
import { PrepareButton } from './klaarzetten';

interface AskProps {
    title: string;
    level: 3 | 4;
    /** What was answered, when it was. */
    given: ComponentChildren;
    change: string;
    submit: string;
    sent: string;
    disabled: boolean;
    command: () => Command;
    /** It can be put aside for colleagues first. */
    prepare?: boolean;
    onDone: () => void;
    children: ComponentChildren;
}

/** The focus follows what takes the place of what had it. */
function useFocusInside(folded: boolean) {
    const ref = useRef<HTMLElement>(null);
    const before = useRef(folded);
    useEffect(() => {
        if (before.current === folded) return;
        before.current = folded;
        const lost = document.activeElement === document.body;
        const first = ref.current?.querySelector<HTMLElement>('input, select, textarea, button');
        if (lost) first?.focus();
    }, [folded]);
    return ref;
}

export function Ask(props: AskProps) {
    const { busy, problem, settle, run } = useCommand();
    const [again, setAgain] = useState(false);
    const folded = props.given !== null && !again;
    const ref = useFocusInside(folded);
    const done = () => {
        props.onDone();
        settle();
        setAgain(false);
    };
    const send = async (event: Event) => {
        event.preventDefault();
        if (busy || props.disabled) return;
        if (!(await run({ ...props.command(), resend: true }, props.sent))) return;
        done();
    };
    return (
        <section class="spr-ask" ref={ref}>
            <Heading level={props.level}>{props.title}</Heading>
            {folded && (
                <div class="spr-ask__given">
                    <div>{props.given}</div>
                    <Button onClick={() => setAgain(true)}>{props.change}</Button>
                </div>
            )}
            {!folded && (
                <form class="spr-form" onSubmit={(e) => void send(e)}>
                    {props.children}
                    {problem && (
                        <Alert type="error">
                            <p>{problem}</p>
                        </Alert>
                    )}
                    <div class="spr-actions">
                        <Button kind="primary" type="submit" busy={busy} disabled={props.disabled}>
                            {props.submit}
                        </Button>
                        {props.prepare && (
                            <PrepareButton
                                command={props.command}
                                disabled={props.disabled}
                                onDone={done}
                            />
                        )}
                    </div>
                </form>
            )}
        </section>
    );
}
