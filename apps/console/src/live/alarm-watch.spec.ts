import { AlarmWatch, type Alarm } from './alarm-watch.js';

const minor: Alarm = { key: 'a', incident: 'INC-1', kind: 'waits', severity: 'Minor', isRepeated: true };
const grave: Alarm = { key: 'b', incident: 'INC-2', kind: 'escalated', severity: 'Extreme', isRepeated: true };
const once: Alarm = { key: 'c', incident: 'INC-3', kind: 'reopened', severity: 'Severe', isRepeated: false };

function begun(): AlarmWatch {
  const watch = new AlarmWatch();
  watch.update([], 0);
  return watch;
}

describe('AlarmWatch', () => {
  it('says nothing of what was there when the page opened, not even later', () => {
    const watch = new AlarmWatch();
    expect(watch.update([minor], 0).fresh).toEqual([]);
    expect(watch.update([minor], 600_000)).toEqual({ fresh: [], again: [] });
    expect(watch.nextAt).toBeUndefined();
  });

  it('sounds what is new, the gravest first', () => {
    expect(begun().update([minor, grave], 1_000).fresh).toEqual([grave, minor]);
  });

  it('repeats until it is acknowledged', () => {
    const watch = begun();
    watch.update([grave], 1_000);
    expect(watch.nextAt).toBe(9_000);
    expect(watch.update([grave], 8_999).again).toEqual([]);
    expect(watch.update([grave], 9_000).again).toEqual([grave]);
    watch.update([], 9_500);
    expect(watch.nextAt).toBeUndefined();
  });

  it('does not repeat what sounds once', () => {
    const watch = begun();
    expect(watch.update([once], 1_000).fresh).toEqual([once]);
    expect(watch.update([once], 900_000).again).toEqual([]);
  });

  it('is silent of what was silenced, and sounds what comes after', () => {
    const watch = begun();
    watch.update([grave], 0);
    watch.silence();
    expect(watch.update([grave, minor], 60_000)).toEqual({ fresh: [minor], again: [] });
  });

  it('sounds anew what has gone and come back', () => {
    const watch = begun();
    watch.update([minor], 0);
    watch.update([], 1_000);
    expect(watch.update([minor], 2_000).fresh).toEqual([minor]);
  });
});
