/** A policy in force for incidents of a class, and, for commanders, how to get another one. */
import { Button } from '@mantine/core';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { mayGive } from '#domain/release/permissions.js';
import { useTranslation } from '../language/use-translation.js';
import { NotServed } from '../control/not-served.js';
import layout from '../parts/case-desk.module.css';
import { useWord } from '../parts/use-word.js';
import { useViewer } from '../session/use-session.js';
import { DropOwnPolicy } from './drop-own-policy.js';
import { PolicyOrigin } from './policy-origin.js';
import { PolicyView } from './policy-view.js';
import { usePolicy } from './use-policy.js';
import type { PolicyForm } from './use-policy-place.js';

interface Props {
  readonly of: ReleaseClass;
  readonly onForm: (form: PolicyForm) => void;
}

export function InForceDetail({ of, onForm }: Props) {
  const { t } = useTranslation('policy');
  const word = useWord();
  const { role, side } = useViewer();
  const { data: policy, error } = usePolicy(of);
  if (error !== null) return <NotServed error={error} what={t('title')} />;
  if (policy === undefined) return <p className="mute">{t('frame:loading')}</p>;
  const isOwn = of === side;
  return (
    <article className={layout['item']} data-testid="policy-item">
      <header className={layout['head']}>
        <h2 className="capital">{word('audience', of)}</h2>
        <p className="mute">
          <PolicyOrigin origin={policy.origin} />
        </p>
      </header>
      {isOwn && policy.origin.by !== 'side' && <p className="mute">{t('noOwn')}</p>}
      <div className={layout['buttons']}>
        {of === 'JOINT' && side !== undefined && mayGive(role, 'ProposePolicy') && (
          <Button onClick={() => onForm('proposed')} rightSection={<kbd aria-hidden>P</kbd>}>
            {t('propose')}
          </Button>
        )}
        {isOwn && mayGive(role, 'ChangeOwnPolicy') && <Button onClick={() => onForm('own')}>{t('changeOwn')}</Button>}
      </div>
      {isOwn && policy.origin.by === 'side' && mayGive(role, 'DropOwnPolicy') && <DropOwnPolicy />}
      <PolicyView policy={policy} />
    </article>
  );
}
