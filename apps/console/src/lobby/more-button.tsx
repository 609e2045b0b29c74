/** The next page of a list, below it. */
import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import styles from './lobby.module.css';

interface Props {
  readonly list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}

export function MoreButton({ list }: Props) {
  const { t } = useTranslation('lobby');
  if (!list.hasNextPage) return null;
  return (
    <p className={styles['more']}>
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>
    </p>
  );
}
