export function LobbyPage() {
  return <div>Lobby</div>;
}
