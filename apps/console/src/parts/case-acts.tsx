/** What can be done with a case: a button with its key for each act, and its form. What the rules reject is said in words, in the place of a dead button. */
import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { keysText } from '../app/keys-text.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useTranslation } from '../language/use-translation.js';
import layout from './case-desk.module.css';

export interface PossibleAct<Act extends string> {
  readonly act: Act;
  /** In words; absent: it can be done. */
  readonly whyNot: string | undefined;
}

interface Props<Act extends string> {
  /** A stable list: another one registers the keys anew. */
  readonly possible: readonly PossibleAct<Act>[];
  readonly keys: Readonly<Record<Act, string>>;
  /** Of the buttons, for who does not see them. */
  readonly title: string;
  /** Stable, too. */
  readonly wordOf: (act: Act) => string;
  /** Of the act that the desk is there for. */
  readonly main: NoInfer<Act>;
  /** When a form is opened or closed by its button. */
  readonly onToggle: () => void;
  readonly form: (act: Act, close: () => void) => ReactNode;
  /** What else is to be said, and the outcome. */
  readonly note?: ReactNode;
  readonly outcome: ReactNode;
}

export function CaseActs<Act extends string>({ possible, keys, title, wordOf, main, ...rest }: Props<Act>) {
  const [opened, open] = useState<Act>();
  const ready = useMemo(() => possible.filter(({ whyNot }) => whyNot === undefined).map(({ act }) => act), [possible]);
  const shown = ready.find((act) => act === opened);
  useShortcuts(
    useMemo(
      () => ready.map((act): Shortcut => ({ keys: keys[act], label: wordOf(act), run: () => open(act) })),
      [ready, keys, wordOf],
    ),
  );
  return (
    <div className={layout['acts']}>
      {ready.length > 0 && (
        <div className={layout['buttons']} role="toolbar" aria-label={title}>
          {ready.map((act) => (
            <Button
              key={act}
              variant={act === main ? 'filled' : 'default'}
              aria-expanded={act === shown}
              onClick={() => {
                rest.onToggle();
                open(act === shown ? undefined : act);
              }}
              rightSection={<kbd aria-hidden>{keysText(keys[act])}</kbd>}
            >
              {wordOf(act)}
            </Button>
          ))}
        </div>
      )}
      <WhyNot possible={possible} wordOf={wordOf} />
      {rest.note}
      {shown !== undefined && rest.form(shown, () => open(undefined))}
      {rest.outcome}
    </div>
  );
}

/** One line for each reason, with the acts that it holds for. */
function WhyNot<Act extends string>({ possible, wordOf }: Pick<Props<Act>, 'possible' | 'wordOf'>) {
  const { t } = useTranslation('frame');
  const reasons = [...new Set(possible.flatMap(({ whyNot }) => whyNot ?? []))];
  return reasons.map((reason) => (
    <p key={reason} className={layout['whyNot']} data-testid="why-not">
      <b>
        {possible
          .filter(({ whyNot }) => whyNot === reason)
          .map(({ act }) => wordOf(act))
          .join(t('listSeparator'))}
      </b>
      {t('colon')}
      {reason}
    </p>
  ));
}
