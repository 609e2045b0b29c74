/** List, table or board. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import { type View, VIEWS } from './use-list-state.js';

export function ViewSwitch({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const { t } = useTranslation('desk');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('views.as')}
      value={view}
      onChange={(value) => onView(value)}
      data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      transitionDuration={0}
    />
  );
}
