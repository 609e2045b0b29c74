export function ReplayPage() {
  return <div>Replay</div>;
}
