/** Sets a link: up, degraded with delay and loss, or down. */
import { Popover, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { NumberField } from '../../parts/number-field.js';
import type { Link } from '#domain/unit/unit.js';
import { ActButton } from '../act-button.js';
import styles from './people.module.css';

interface Props {
  readonly link: Link;
  /** Of whom, for those who hear the button. */
  readonly name: string;
  readonly onSet: (link: Link) => void;
}

const STATUSES = ['up', 'degraded', 'down'] as const;
const SECOND = 1000;

export function LinkForm({ link, name, onSet }: Props) {
  const { t } = useTranslation('control');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-end" transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActButton
          size="compact-xs"
          label={t('people.linkOf', { name })}
          onClick={() => setOpened((before) => !before)}
        >
          {t('people.link')}
        </ActButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Fields
          link={link}
          onSet={(next) => {
            onSet(next);
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields({ link, onSet }: { readonly link: Link; readonly onSet: (link: Link) => void }) {
  const { t } = useTranslation('control');
  const [status, setStatus] = useState(link.status);
  const [delay, setDelay] = useState<string | number>(link.status === 'degraded' ? link.latencyMs / SECOND : 20);
  const [loss, setLoss] = useState<string | number>(link.status === 'degraded' ? link.loss * 100 : 20);
  const set = () => {
    if (status === 'degraded')
      onSet({ status, latencyMs: Math.round(Number(delay) * SECOND), loss: Number(loss) / 100 });
    else onSet({ status });
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t('people.link')}
        value={status}
        onChange={(value) => setStatus(value)}
        data={STATUSES.map((value) => ({ value, label: t(`link.${value}`) }))}
      />
      {status === 'degraded' && (
        <>
          <NumberField size="xs" label={t('people.delay')} min={0} max={86_400} value={delay} onChange={setDelay} />
          <NumberField size="xs" label={t('people.loss')} min={0} max={100} value={loss} onChange={setLoss} />
        </>
      )}
      <ActButton onClick={set}>{t('people.setLink')}</ActButton>
    </form>
  );
}
