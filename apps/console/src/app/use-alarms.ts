/** Sounds and notices of what begins to ask for attention, while an exercise is open. */
import { useEffect, useMemo } from 'react';
import { mayGive } from '#domain/release/permissions.js';
import { useTranslation } from '../language/use-translation.js';
import { AlarmWatch, alarmsOf, messageAlarms, policyAlarms, releaseAlarms, type Alarm } from '../live/alarm-watch.js';
import type { ExerciseStore } from '../live/exercise-store.js';
import { messageLogOf } from '../live/message-log.js';
import { soundPlayer } from '../live/sound-player.js';
import { soundOf } from '../live/state-looks.js';
import { useViewer } from '../session/use-session.js';

/** @returns what is alarmed of stays silent from then on */
export function useAlarms(store: ExerciseStore | undefined): () => void {
  const { t } = useTranslation('frame');
  const viewer = useViewer();
  const { side } = viewer;
  const watch = useMemo(() => new AlarmWatch(), [store]);
  const messageWatch = useMemo(() => new AlarmWatch(), [store]);
  useEffect(() => {
    if (store === undefined) return undefined;
    let timer: number | undefined;
    let { connection } = store;
    let hadSound = false;
    const log = mayGive(viewer.role, 'MarkMessageRead') ? messageLogOf(store) : undefined;
    const look = () => {
      window.clearTimeout(timer);
      const { state } = store.fold;
      const atDesk = [...alarmsOf(store.fold, side), ...releaseAlarms(state, viewer), ...policyAlarms(state, viewer)];
      const { fresh: freshAtDesk, again } = watch.update(atDesk, Date.now());
      // What was written before the page opened comes later than the rest, and is not new.
      const unread = log?.isWhole === true ? messageAlarms(state, viewer, log.current.messages) : [];
      const { fresh: freshMessages } = log?.isWhole === true ? messageWatch.update(unread, Date.now()) : { fresh: [] };
      const alarms = [...atDesk, ...unread];
      const fresh = [...freshAtDesk, ...freshMessages];
      // Nothing is urgent while the clock stands, and nothing that waited is new when it goes on.
      const [first] = store.fold.state.status === 'running' ? [...fresh, ...again] : [];
      if (connection !== store.connection) {
        if (connection === 'live' && store.connection === 'lost') {
          soundPlayer.play(soundOf('lost', 'Severe'));
          showNotice('lost', t('sound.notice.lost'), '');
        }
        ({ connection } = store);
      } else if (first !== undefined) soundPlayer.play(soundOf(first.kind, first.severity));
      else if (hadSound && alarms.length === 0) soundPlayer.stop();
      hadSound = alarms.length > 0;
      for (const alarm of fresh) showNotice(alarm.about, noticeTitle(alarm), headline(store, alarm));
      if (watch.nextAt !== undefined) timer = window.setTimeout(look, Math.max(50, watch.nextAt - Date.now()));
    };
    const noticeTitle = ({ kind, about }: Alarm) => t(`sound.notice.${kind}`, { incident: about });
    look();
    const leave = store.subscribe(look);
    const leaveLog = log?.subscribe(look);
    return () => {
      leave();
      leaveLog?.();
      window.clearTimeout(timer);
      soundPlayer.stop();
    };
  }, [store, side, viewer, t, watch, messageWatch]);
  return useMemo(
    () => () => {
      watch.silence();
      messageWatch.silence();
      soundPlayer.stop();
    },
    [watch, messageWatch],
  );
}

/** Of a message, a release or a policy only the id: a notice is seen by whoever passes the screen, whatever its label says. */
function headline({ fold }: ExerciseStore, { about }: Alarm): string {
  return `EXERCISE · ${fold.incidents.get(about as never)?.headline ?? about}`;
}

/** Only while the page is in the background. */
function showNotice(tag: string, title: string, body: string): void {
  if (!soundPlayer.settings.hasNotices || !('Notification' in window) || Notification.permission !== 'granted') return;
  if (!document.hidden && document.hasFocus()) return;
  const notice = new Notification(title, { body, tag, silent: true });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
}
