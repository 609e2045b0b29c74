export function LibraryPage() {
  return <div>Library</div>;
}
