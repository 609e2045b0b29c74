/** What is expected, in one line: as its author put it, else from what it asks. */
import { useTranslation } from 'react-i18next';
import type { Deadline, Expectation, Party } from '#domain/expectation/expectation.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { SideBadge } from '../../parts/side-badge.js';
import { durationText, exerciseTimeText } from '../../parts/time-text.js';
import { UnitName } from '../names.js';

export function ExpectationWords({ expectation }: { readonly expectation: Expectation }) {
  if (expectation.title !== undefined) return <AuthoredText text={expectation.title} />;
  return (
    <>
      <Outcome expectation={expectation} /> <DeadlineWords deadline={expectation.deadline} />
    </>
  );
}

function Outcome({ expectation }: { readonly expectation: Expectation }) {
  const { t } = useTranslation('control');
  const incident = expectation.incident !== undefined && (
    <>
      {' · '}
      <bdi>{expectation.incident}</bdi>
    </>
  );
  switch (expectation.kind) {
    case 'acknowledged':
      return (
        <>
          <PartyName party={expectation.by} /> {t('expect.acknowledges')}
          {incident}
        </>
      );
    case 'notified':
      return (
        <>
          <PartyName party={expectation.party} /> {t('expect.notified')}
          {incident}
        </>
      );
    case 'joint-acknowledgement':
      return (
        <>
          {t('expect.joint')}
          {incident}
        </>
      );
    case 'resolved':
      return (
        <>
          {t('expect.resolved')}
          {incident}
        </>
      );
    case 'escalation': {
      const { atLeast = 0, atMost } = expectation;
      return (
        <>
          {t('expect.escalation')}{' '}
          <bdi>{atMost === undefined ? `≥ ${atLeast}` : atLeast === 0 ? `≤ ${atMost}` : `${atLeast}–${atMost}`}</bdi>
          {incident}
        </>
      );
    }
    case 'nothing-sent':
      return (
        <>
          <UnitName id={expectation.unit} /> {t('expect.nothingSent')}
          {incident}
        </>
      );
    default:
      return expectation satisfies never;
  }
}

function PartyName({ party }: { readonly party: Party }) {
  return party.side === undefined ? <UnitName id={party.unit} /> : <SideBadge side={party.side} />;
}

function DeadlineWords({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('control');
  switch (deadline.kind) {
    case 'within':
      return (
        <>
          {t('expect.within')} <bdi>{durationText(deadline.ms)}</bdi>
        </>
      );
    case 'before':
      return (
        <>
          {t('expect.before')} <bdi>{exerciseTimeText(deadline.at)}</bdi>
        </>
      );
    default:
      return null;
  }
}
