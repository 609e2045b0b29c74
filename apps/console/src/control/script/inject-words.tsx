/** What an inject does, in a few words. */
import { useTranslation } from '../../language/use-translation.js';
import { headlinesOf } from '#domain/alert/headline.js';
import { severityOf } from '#domain/alert/alert.js';
import type { Inject, ReleaseAct } from '#domain/inject/inject.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useWord } from '../../parts/use-word.js';
import { LinkWords } from '../people/link-words.js';
import { Severity, SiteName, UnitName } from '../names.js';
import styles from './script.module.css';

export function ReleaseBadge({ of }: { readonly of: 'JOINT' | 'PAK' | 'CHN' }) {
  const word = useWord();
  return of === 'JOINT' ? <span className={styles['joint']}>{word('audience', of)}</span> : <SideBadge side={of} />;
}

function ReleaseWords({ release }: { readonly release: ReleaseAct }) {
  const { t } = useTranslation('control');
  const about = release.act === 'request' ? release.tearLine : 'of' in release ? release.of : release.incident;
  return (
    <>
      {t(`releaseAct.${release.act}`)}
      {release.act === 'request' && (
        <>
          {' '}
          <SideBadge side={release.side} />: <bdi>{release.text}</bdi>
        </>
      )}
      {about !== undefined && (
        <>
          {' · '}
          <bdi>{about}</bdi>
        </>
      )}
    </>
  );
}

export function InjectWords({ inject }: { readonly inject: Inject }) {
  const { t } = useTranslation('control');
  switch (inject.kind) {
    case 'alert': {
      const { alert } = inject.messages[0];
      const { site, releasability } = alert.exercise;
      return (
        <>
          <Severity of={severityOf(alert)} /> {t(`msgType.${alert.msgType}`)} <ReleaseBadge of={releasability.class} />{' '}
          <AuthoredText text={headlinesOf(alert)} />
          {site !== undefined && (
            <span className="mute">
              {' · '}
              <SiteName id={site} />
            </span>
          )}
        </>
      );
    }
    case 'message':
      return (
        <>
          {t('kind.message')} <ReleaseBadge of={inject.releasability.class} />{' '}
          {inject.from !== undefined && (
            <b>
              <AuthoredText text={inject.from} />:{' '}
            </b>
          )}
          <AuthoredText text={inject.text} />
        </>
      );
    case 'send':
      return (
        <>
          {t('kind.send')} <ReleaseBadge of={inject.releasability.class} />{' '}
          <bdi>
            {inject.from} → {inject.to.join(', ')}
          </bdi>
          : <AuthoredText text={inject.text} />
        </>
      );
    case 'release':
      return <ReleaseWords release={inject.release} />;
    case 'note':
      return (
        <>
          {t('kind.note')}: <AuthoredText text={inject.text} />
        </>
      );
    case 'duty':
      return (
        <>
          <UnitName id={inject.unit} /> · {t(`duty.${inject.duty}`)}
        </>
      );
    case 'link':
      return (
        <>
          {inject.side === undefined ? <UnitName id={inject.unit} /> : <SideBadge side={inject.side} />}{' '}
          {t('kind.link')} · <LinkWords link={inject.link} />
        </>
      );
    default:
      return inject satisfies never;
  }
}
