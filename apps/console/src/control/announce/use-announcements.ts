/** The messages over the screen: read once, then updated by the socket. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnnouncementView } from '#contracts/http/announcements.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, dataOf } from '../../session/api.js';

const announcementsQuery = (exercise: string) =>
  queryOptions({
    queryKey: ['announcements', exercise],
    queryFn: async (): Promise<AnnouncementView[]> =>
      (await dataOf(api.GET('/v1/exercises/{exercise}/announcements', { params: { path: { exercise } } }))).items,
  });

/** Latest first. */
export function useAnnouncements(): { readonly announcements: readonly AnnouncementView[]; readonly error: unknown } {
  const { exercise } = useExerciseStore();
  const pushed = useExercise((_fold, store) => store.announcements);
  const { data, error } = useQuery(announcementsQuery(exercise.id));
  const known = new Map(data?.map((one) => [one.id, one]));
  for (const [id, one] of pushed) known.set(id, newerOf(known.get(id), one));
  const announcements = [...known.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return { announcements, error: data === undefined ? error : undefined };
}

/** Of two tellings of one message: what was read or withdrawn stays so. */
function newerOf(read: AnnouncementView | undefined, pushed: AnnouncementView): AnnouncementView {
  if (read === undefined) return pushed;
  const readers = ({ receipts = [] }: AnnouncementView) => receipts.filter(({ readAt }) => readAt !== undefined).length;
  const latest = readers(read) > readers(pushed) ? read : pushed;
  return { ...latest, readAt: read.readAt ?? pushed.readAt, withdrawnAt: read.withdrawnAt ?? pushed.withdrawnAt };
}
