/** Whether everybody who may know of the incident reads what is written, or the own side alone. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from '../../../language/use-translation.js';
import { useViewer } from '../../../session/use-session.js';

interface Props {
  readonly shared: boolean;
  readonly onShare: (shared: boolean) => void;
}

export function ReadersField({ shared, onShare }: Props) {
  const { t } = useTranslation('desk');
  const { side } = useViewer();
  const forOwn = side === undefined ? t('note.forControl') : t('note.forSide', { side });
  return (
    <Checkbox
      size="xs"
      label={t('note.shared')}
      description={shared ? t('note.forAll') : forOwn}
      checked={shared}
      onChange={({ currentTarget }) => onShare(currentTarget.checked)}
    />
  );
}
