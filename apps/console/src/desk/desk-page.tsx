export function DeskPage() {
  return <div>Desk</div>;
}
