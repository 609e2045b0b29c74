export function WallPage() {
  return <div>Wall</div>;
}
