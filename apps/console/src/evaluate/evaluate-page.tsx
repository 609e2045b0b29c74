export function EvaluatePage() {
  return <div>Evaluate</div>;
}
