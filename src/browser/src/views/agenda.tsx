// The agenda with what came of each item, its papers, and for who leads the way to take one up.

import type { Agendapunt, Bijeenkomst } from '../gen/protocol';
import { useT } from '../i18n/later';
import { agenda, leadsMeeting } from '../state/bijeenkomsten';
import { Alert, Badge, Button, Heading, Prose } from './bits';
import { useCommand } from './command';
import { AGENDAPUNT_TONE } from './labels';
import { ItemClock, ItemLink } from './orde';
import { Papers } from './stukken';
import { useTafel } from './tafelcontext';

function ItemActs({ item }: { item: Agendapunt }) {
    const t = useT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    const args = { agendapunt: item.id };
    return (
        <>
            <div class="spr-actions">
                {/* A hamerstuk needs no discussion: it is finished where it stands. */}
                {item.soort === 'hamerstuk' && (
                    <Button
                        busy={busy}
                        onClick={() =>
                            void run(
                                {
                                    do: 'agendapunt.afronden',
                                    tafel: tafel.id,
                                    args: { ...args, status: 'behandeld' },
                                },
                                t.agenda.finished,
                            )
                        }
                        aria-label={`${t.agenda.hammer}: ${item.titel}`}
                    >
                        {t.agenda.hammer}
                    </Button>
                )}
                <Button
                    kind={item.soort === 'hamerstuk' ? 'subtle' : 'secondary'}
                    busy={busy}
                    onClick={() =>
                        void run(
                            { do: 'agendapunt.behandelen', tafel: tafel.id, args },
                            t.agenda.taken,
                        )
                    }
                    aria-label={t.agenda.takeItem(item.titel)}
                >
                    {t.agenda.take}
                </Button>
            </div>
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </>
    );
}

function Item({ item, bijeenkomst }: { item: Agendapunt; bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const now = item.status === 'aan_de_orde';
    const acts =
        leadsMeeting(tafel) && bijeenkomst.status === 'geopend' && item.status === 'open';
    return (
        <li
            class={now ? 'spr-item spr-item--now' : 'spr-item'}
            aria-current={now ? 'true' : undefined}
        >
            <span class="spr-item__nr">{item.nummer}</span>
            <div class="spr-item__body">
                <p class="spr-thread__title">
                    <span>{item.titel}</span>
                    {item.status !== 'open' && (
                        <Badge tone={AGENDAPUNT_TONE[item.status]}>
                            {t.agendapuntStatus[item.status]}
                        </Badge>
                    )}
                </p>
                <p class="spr-thread__meta">
                    <span>{t.agendapuntSoort[item.soort]}</span>
                    <ItemClock item={item} />
                    <ItemLink item={item} />
                </p>
                {item.toelichting && <Prose text={item.toelichting} />}
                <Papers bijeenkomst={bijeenkomst.id} agendapunt={item.id} />
                {item.uitkomst && <Prose class="spr-item__outcome" text={item.uitkomst} />}
                {acts && <ItemActs item={item} />}
            </div>
        </li>
    );
}

export function Agenda({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const all = agenda(tafel, bijeenkomst.id);
    return (
        <section aria-labelledby="agenda">
            <Heading level={2} id="agenda">
                {t.agenda.title}
            </Heading>
            {all.length === 0 && <p class="spr-quiet">{t.agenda.none}</p>}
            <ol class="spr-agenda">
                {all.map((item) => (
                    <Item key={item.id} item={item} bijeenkomst={bijeenkomst} />
                ))}
            </ol>
        </section>
    );
}
