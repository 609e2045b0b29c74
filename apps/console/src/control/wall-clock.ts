/** Times of the real world, by the name of their zone: never a bare "local time". */
export const WALL_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
