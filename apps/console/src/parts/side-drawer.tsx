/** A drawer at the edge of the page, below the banner, which nothing covers. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../language/use-translation.js';
import styles from './side-drawer.module.css';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** Where the page begins, or where it ends: both are mirrored in Urdu. */
  readonly edge: 'start' | 'end';
  /** px, at most. */
  readonly width: number;
  readonly children: ReactNode;
}

export function SideDrawer({ isOpen, onClose, title, edge, width, children }: Props) {
  const { t } = useTranslation('frame');
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position={edge === 'start' ? 'left' : 'right'}
      size={`min(${width}px, 100vw)`}
      zIndex={400}
      title={title}
      classNames={{ inner: styles['inner'] ?? '', content: styles['content'] ?? '', header: styles['header'] ?? '' }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  );
}
