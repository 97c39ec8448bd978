export default function ChronologyTab(_props: object) {
  return null;
}
