// A component that is drawn anew only when its properties changed by the given comparison.

import { Component, createElement, type ComponentChild, type FunctionComponent } from 'preact';

export function memo<P extends object>(
    View: (props: P) => ComponentChild,
    same: (before: P, after: P) => boolean,
): FunctionComponent<P> {
    class Memo extends Component<P> {
        override shouldComponentUpdate(next: P): boolean {
            return !same(this.props as P, next);
        }
        override render() {
            return createElement(View as FunctionComponent<P>, this.props as P);
        }
    }
    return Memo as unknown as FunctionComponent<P>;
}
