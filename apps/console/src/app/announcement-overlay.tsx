/** Placeholder until announcements are in the API. */
export function AnnouncementOverlay() {
  return null;
}
