/** A drawer over the right of the page, below the banner. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import styles from './drawer.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function IncidentDrawer({ title, onClose, children }: Props) {
  const { t } = useTranslation('frame');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={640}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
      classNames={{
        inner: styles['drawerInner'] ?? '',
        content: styles['drawer'] ?? '',
        header: styles['drawer'] ?? '',
        body: styles['drawerBody'] ?? '',
      }}
    >
      {children}
    </Drawer>
  );
}
