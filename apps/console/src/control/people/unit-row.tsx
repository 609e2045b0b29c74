/** A unit: who answers for it, and the trainer's hand on it. */
import { Menu } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import type { UnitView } from '#domain/engine/read-models.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { SideBadge } from '../../parts/side-badge.js';
import { ActButton } from '../act-button.js';
import { useControl } from '../use-control.js';
import { useDialog } from '../use-dialog.js';
import { LinkForm } from './link-form.js';
import { LinkWords } from './link-words.js';
import { usePresence } from './use-presence.js';
import styles from './people.module.css';

const SIGNS = { played: '☻', simulated: '⚙', remote: '⇄' } as const;

export function UnitRow({ unit }: { readonly unit: UnitView }) {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const { id, side, mode, duty, link, engaged, capacity } = unit;
  const places = Object.values(engaged).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <div className={styles['unit']} data-duty={duty}>
      <span className={styles['sign']} aria-hidden>
        {SIGNS[mode]}
      </span>
      <div className={styles['unitWords']}>
        <span className="ellipsis">
          <SideBadge side={side} /> <AuthoredText text={unit.name} />
        </span>
        <span className="mute">
          {mode === 'played' ? <PlayedBy unit={id} /> : t(`mode.${mode}`)}
          {' · '}
          {duty === 'off' ? <b>{t('duty.off')}</b> : t('duty.on')}
          {places > 0 && (
            <>
              {' · '}
              {t('people.engaged')}{' '}
              <bdi>
                {places}/{capacity}
              </bdi>
            </>
          )}
          {link.status !== 'up' && (
            <>
              {' · '}
              <b className={styles['badLink']}>
                ⚡ {t('kind.link')} <LinkWords link={link} />
              </b>
            </>
          )}
        </span>
      </div>
      {mode === 'simulated' ? (
        <ActButton size="compact-xs" onClick={() => act({ do: 'mode', unit: id, mode: 'played' })}>
          {t('people.handOver')}
        </ActButton>
      ) : (
        <ActButton size="compact-xs" onClick={() => act({ do: 'mode', unit: id, mode: 'simulated' })}>
          {t('people.takeBack')}
        </ActButton>
      )}
      <LinkForm link={link} name={id} onSet={(next) => act({ do: 'unitLink', unit: id, link: next })} />
      <UnitMenu unit={unit} />
    </div>
  );
}

function UnitMenu({ unit: { id, duty, mode } }: { readonly unit: UnitView }) {
  const { t } = useTranslation('control');
  const { act, blocked } = useControl();
  const [, open] = useDialog();
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActButton size="compact-xs" label={t('people.more', { id })} onClick={() => undefined}>
          …
        </ActButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={blocked !== undefined}
          onClick={() => act({ do: 'duty', unit: id, duty: duty === 'on' ? 'off' : 'on' })}
        >
          {t(duty === 'on' ? 'people.offDuty' : 'people.onDuty')}
        </Menu.Item>
        {(['simulated', 'played', 'remote'] as const)
          .filter((one) => one !== mode)
          .map((one) => (
            <Menu.Item
              key={one}
              disabled={blocked !== undefined}
              onClick={() => act({ do: 'mode', unit: id, mode: one })}
            >
              {t(`people.setMode.${one}`)}
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => open('remote', { unit: id })}>{t('remote.ofUnit')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Who answers for a unit that is played, and whether they sit there. */
function PlayedBy({ unit }: { readonly unit: string }) {
  const { t } = useTranslation('control');
  const { people, units, isKnown } = usePresence();
  if (!isKnown) return t('mode.played');
  const played = units.get(unit);
  const names = people.filter(({ account }) => played?.answeredBy.includes(account));
  if (names.length === 0) return <b className={styles['nobody']}>{t('people.nobody')}</b>;
  return (
    <>
      {t('people.playedBy')}{' '}
      {names.map(({ account, name, state }, index) => (
        <span key={account}>
          {index > 0 && ' · '}
          <bdi>{name}</bdi> <b data-here={state}>{t(`people.${state}`)}</b>
        </span>
      ))}
    </>
  );
}
