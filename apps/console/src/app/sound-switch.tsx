/** Placeholder until sounds are in: see state-looks. */
export function SoundSwitch() {
  return null;
}
