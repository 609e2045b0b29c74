/** A message of the trainer over the screen of everybody for whom it is. It stays until one says that one has read it. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { AnnouncementView } from '#contracts/http/announcements.js';
import { useAnnouncements } from '../control/announce/use-announcements.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { AuthoredText } from '../parts/authored-text.js';
import { useProblemText } from '../parts/problem.js';
import { useAction } from '../parts/use-action.js';
import { api, dataOf } from '../session/api.js';

export function AnnouncementOverlay() {
  const { announcements } = useAnnouncements();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  // The oldest first: what came before is read before.
  const waiting = announcements.findLast(
    ({ id, addressed, readAt, withdrawnAt }) =>
      addressed && readAt === undefined && withdrawnAt === undefined && !read.has(id),
  );
  if (waiting === undefined) return null;
  return (
    <Announcement
      key={waiting.id}
      announcement={waiting}
      onRead={() => setRead((before) => new Set(before).add(waiting.id))}
    />
  );
}

function Announcement({
  announcement,
  onRead,
}: {
  readonly announcement: AnnouncementView;
  readonly onRead: () => void;
}) {
  const { t } = useTranslation('frame');
  const problem = useProblemText();
  const { exercise } = useExerciseStore();
  const confirm = useAction((_: undefined) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/announcements/{announcement}/read', {
        params: { path: { exercise: exercise.id, announcement: announcement.id } },
      }),
    ),
  );
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      size="lg"
      zIndex={900}
      title={<b>{t('overlay.title')}</b>}
    >
      <p style={{ fontSize: 22, margin: '8px 0 20px', whiteSpace: 'pre-wrap' }} role="alert">
        <AuthoredText text={announcement.text} />
      </p>
      {confirm.error !== null && <p style={{ color: 'var(--late)' }}>{problem(confirm.error)}</p>}
      <Button
        size="md"
        variant="filled"
        fullWidth
        data-autofocus
        loading={confirm.isPending}
        onClick={() => confirm.mutate(undefined, { onSuccess: onRead })}
      >
        {t('overlay.read')}
      </Button>
    </Modal>
  );
}
