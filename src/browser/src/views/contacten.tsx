// The addresses that were given with invitations: asked for when they are looked at, kept nowhere.

import { useState } from 'preact/hooks';
import type { Contact } from '../gen/protocol';
import { useStartT } from '../i18n/start';
import { http, Lost, Refusal } from '../line/http';
import { useNames, useTafel } from './tafelcontext';

export function Contacts() {
    const t = useStartT();
    const { tafel } = useTafel();
    const names = useNames();
    const [all, setAll] = useState<readonly Contact[] | null>(null);
    const load = async () => {
        try {
            setAll((await http<{ contacten: Contact[] }>(`/v1/tafels/${tafel.id}/contacten`)).contacten);
        } catch (error) {
            if (!(error instanceof Lost || error instanceof Refusal)) throw error;
        }
    };
    return (
        <details
            class="spr-more"
            onToggle={(event) => event.currentTarget.open && void load()}
        >
            <summary>{t.lijst.mail}</summary>
            <ul class="spr-plainlist">
                {(all ?? []).map((c) => (
                    <li key={c.deelname}>
                        {names.organisation(c.organisatie)}: {c.email}
                    </li>
                ))}
            </ul>
        </details>
    );
}
