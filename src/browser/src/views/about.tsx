// The page on accessibility, and the page for an address that names nothing.

import { useT } from '../i18n/i18n';
import { A, Heading } from './bits';
import { useTitle } from './title';

export function AccessibilityPage() {
    const t = useT().about;
    useTitle(t.title);
    return (
        <div class="spr-card spr-card--narrow">
            <Heading level={1}>{t.title}</Heading>
            <p class="utrecht-paragraph spr-lead">{t.lead}</p>
            {t.parts.map(([heading, text]) => (
                <section key={heading}>
                    <Heading level={2}>{heading}</Heading>
                    <p class="utrecht-paragraph">{text}</p>
                </section>
            ))}
        </div>
    );
}

export function UnknownPage() {
    const t = useT();
    useTitle(t.unknown.title);
    return (
        <div class="spr-card spr-card--narrow">
            <Heading level={1}>{t.unknown.title}</Heading>
            <p class="utrecht-paragraph spr-lead">{t.unknown.text}</p>
            <A href="/tafels">{t.tafels.title}</A>
        </div>
    );
}
