// Inviting a list of parties to a tafel that is there.

import { useT } from '../i18n/i18n';
import { useStartT } from '../i18n/start';
import { FormDialog } from './dialog';
import { PartijenVeld, usePartijenLijst } from './partijenlijst';
import { useTafel } from './tafelcontext';

export function InviteListDialog({ onClose }: { onClose: () => void }) {
    const main = useT();
    const t = useStartT();
    const { tafel } = useTafel();
    const lijst = usePartijenLijst(tafel.id);
    return (
        <FormDialog
            title={t.lijst.title}
            submit={t.lijst.submit}
            wide
            disabled={!lijst.guests || lijst.guests.length === 0}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'deelname.lijst-uitnodigen',
                        tafel: tafel.id,
                        args: { partijen: lijst.guests },
                    },
                    main.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.lijst.explain}</p>
            <PartijenVeld lijst={lijst} />
        </FormDialog>
    );
}
