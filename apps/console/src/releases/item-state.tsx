/** Where a case or a request stands, in a word. */
import { useTranslation } from '../language/use-translation.js';
import type { DeskItem } from './desk-model.js';
import layout from '../parts/case-desk.module.css';

export function ItemState({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation('releases');
  const state = stateOf(item);
  return (
    <>
      <span className={layout['state']} data-state={state}>
        {t(`state.${state}`)}
      </span>
      {item.kind === 'case' && item.of.overdue === true && item.of.decidedAt === undefined && (
        <span className={layout['state']} data-state="overdue">
          {t('state.overdue')}
        </span>
      )}
    </>
  );
}

/** No hyphen in a key of the catalogue. */
function stateOf(item: DeskItem): string {
  if (item.kind === 'prompt') return 'prompt';
  const { status } = item.of;
  return status === 'tear-line' ? 'tearLine' : status;
}
