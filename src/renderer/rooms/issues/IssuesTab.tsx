export default function IssuesTab(_props: object) {
  return null;
}
