/** The policies in force, and the proposals by whom they wait for, each row with its state in a word and its deadline. */
import type { ReactNode } from 'react';
import type { ReleaseClass } from '#domain/kernel/side.js';
import type { KnownProposal } from '#domain/policy/known-policy.js';
import { useTranslation } from '../language/use-translation.js';
import layout from '../parts/case-desk.module.css';
import { Countdown } from '../parts/countdown.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import { useViewer } from '../session/use-session.js';
import type { ProposalGroups } from './policy-model.js';
import { PolicyOrigin } from './policy-origin.js';
import { ProposalState } from './proposal-state.js';
import { usePolicy } from './use-policy.js';

interface Props {
  readonly classes: readonly ReleaseClass[];
  readonly groups: ProposalGroups;
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
}

export function PolicyLists({ classes, groups, shown, onShow }: Props) {
  const { t } = useTranslation('policy');
  const { side } = useViewer();
  return (
    <div className={layout['scroll']}>
      <Group id="inForce" title={t('group.inForce')}>
        {classes.map((one) => (
          <li key={one}>
            <InForceRow of={one} isShown={one === shown} onShow={onShow} />
          </li>
        ))}
      </Group>
      {(['waiting', 'asked', 'ended'] as const)
        .filter((name) => name !== 'asked' || side !== undefined)
        .map((name) => (
          <Group
            key={name}
            id={name}
            title={t(name === 'waiting' && side === undefined ? 'group.open' : `group.${name}`)}
            count={groups[name].length}
            none={t(`none.${name}`)}
          >
            {groups[name].map((proposal) => (
              <li key={proposal.id}>
                <ProposalRow of={proposal} isShown={proposal.id === shown} onShow={onShow} />
              </li>
            ))}
          </Group>
        ))}
    </div>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  /** Said where there is nothing. */
  readonly none?: string;
  readonly children: readonly ReactNode[];
}

function Group({ id, title, count, none, children }: GroupProps) {
  return (
    <section aria-labelledby={`policies-${id}`} data-testid={`policies-${id}`}>
      <h3 id={`policies-${id}`} className={layout['groupHead']}>
        {title} {count !== undefined && <bdi className="mute">{count}</bdi>}
      </h3>
      {children.length === 0 ? (
        <p className={layout['none']}>{none}</p>
      ) : (
        <ul className={layout['rows']}>{children}</ul>
      )}
    </section>
  );
}

interface RowProps<T> {
  readonly of: T;
  readonly isShown: boolean;
  readonly onShow: (id: string) => void;
}

function InForceRow({ of, isShown, onShow }: RowProps<ReleaseClass>) {
  const word = useWord();
  const { data: policy } = usePolicy(of);
  return (
    <button
      type="button"
      className={`choice ${layout['row']}`}
      data-id={of}
      aria-current={isShown || undefined}
      onClick={() => onShow(of)}
    >
      <span className={layout['rowLine']}>
        <b className="capital">{word('audience', of)}</b>
        <span className="grow" />
        {policy !== undefined && (
          <bdi className="mute">
            {policy.id} {policy.version}
          </bdi>
        )}
      </span>
      <span className={`${layout['rowText']} ellipsis`}>
        {policy === undefined ? ' ' : <PolicyOrigin origin={policy.origin} />}
      </span>
    </button>
  );
}

function ProposalRow({ of, isShown, onShow }: RowProps<KnownProposal>) {
  const { id, side, status, answerBy, deadlocked, endedAt, proposedAt, reason } = of;
  const isDue = status === 'waiting' && answerBy !== undefined && deadlocked !== true;
  return (
    <button
      type="button"
      className={`choice ${layout['row']}`}
      data-id={id}
      aria-current={isShown || undefined}
      onClick={() => onShow(id)}
    >
      <span className={layout['rowLine']}>
        <SideBadge side={side} />
        <b>
          <bdi>{id}</bdi>
        </b>
        <ProposalState of={of} />
        <span className="grow" />
        {isDue ? <Countdown to={answerBy} /> : <bdi className="mute">{clockText(endedAt ?? proposedAt)}</bdi>}
      </span>
      <span className={`${layout['rowText']} ellipsis`}>
        <bdi>{reason}</bdi>
      </span>
    </button>
  );
}
