import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { reportError } from '../../utils/errors';

/** A component whose code is loaded when it is first drawn, so that no screen waits for it; it draws nothing until it is there. */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let known: FunctionComponent<Props> | null = null;
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState(() => known);
    useEffect(() => {
      if (Loaded) return;
      load().then(
        (component) => {
          known = component;
          setLoaded(() => component);
        },
        (error: unknown) => reportError('loading a part of the screen', error),
      );
    }, []);
    return Loaded && <Loaded {...props} />;
  };
}
