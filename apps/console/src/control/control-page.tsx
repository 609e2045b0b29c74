export function ControlPage() {
  return <div>Control</div>;
}
