/** What an act needs to know before it is sent. What people write is kept until it was sent. Esc closes, Ctrl Enter sends. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { useFormKeys } from '../../parts/use-form-keys.js';
import { useHold } from '../desk-hold.js';
import { AnswerFields } from './fields/answer-fields.js';
import { ChainFields } from './fields/chain-fields.js';
import { NoteFields } from './fields/note-fields.js';
import { AccountFields } from './fields/account-fields.js';
import { ConfirmFields } from './fields/confirm-fields.js';
import { HandOverFields } from './fields/hand-over-fields.js';
import { ReasonFields } from './fields/reason-fields.js';
import { RecordFields } from './fields/record-fields.js';
import { UnitFields } from './fields/unit-fields.js';
import type { Act, ActKind } from './send-act.js';
import type { Possible } from './use-acts.js';
import styles from './incident.module.css';

export interface FieldsProps {
  readonly incident: IncidentView;
  readonly possible: Possible;
  /** Of the incident, oldest first. */
  readonly events: readonly EventView[];
  /** Sends the act that the fields make up. */
  readonly onSend: (act: Act) => void;
  /** Around the fields: a form with its buttons. `act` undefined: something is missing yet. */
  readonly frame: (fields: ReactNode, act: Act | undefined) => ReactNode;
}

interface Props extends Omit<FieldsProps, 'frame'> {
  readonly kind: ActKind;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
}

export function ActForm({ kind, incident, possible, events, isBusy, onSend, onCancel }: Props) {
  const { t } = useTranslation('desk');
  const keys = useFormKeys(onCancel);
  useHold(onCancel);
  const frame: FieldsProps['frame'] = (fields, act) => (
    <form
      {...keys}
      className={styles['form']}
      aria-label={t(`act.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        if (act !== undefined && possible.whyNot === undefined && !isBusy) onSend(act);
      }}
    >
      {possible.whyNot !== undefined && <p className={styles['formReason']}>{possible.whyNot}</p>}
      {fields}
      <div className={styles['formButtons']}>
        <Button
          type="submit"
          variant="filled"
          disabled={act === undefined || possible.whyNot !== undefined}
          aria-busy={isBusy}
        >
          {t(`act.submit.${kind}`)}
        </Button>
        <Button onClick={onCancel} rightSection={<kbd aria-hidden>Esc</kbd>}>
          {t('act.dismiss')}
        </Button>
      </div>
    </form>
  );
  const fields = { incident, possible, events, onSend, frame };
  switch (kind) {
    case 'acknowledge':
    case 'decline':
      return <AnswerFields {...fields} kind={kind} />;
    case 'escalate':
    case 'restart':
      return <ChainFields {...fields} kind={kind} />;
    case 'progress':
    case 'ask':
      return <UnitFields {...fields} kind={kind} />;
    case 'note':
      return <NoteFields {...fields} />;
    case 'record':
      return <RecordFields {...fields} />;
    case 'assign':
    case 'propose':
      return <AccountFields {...fields} kind={kind} />;
    case 'handOver':
      return <HandOverFields {...fields} />;
    case 'withdraw':
    case 'confirmCommander':
    case 'confirmHandover':
      return <ConfirmFields {...fields} kind={kind} />;
    default:
      return <ReasonFields {...fields} kind={kind} />;
  }
}
